/**
 * Everything that staff did, as one list: what the log of acts holds, decisions
 * on comments, and publications. Each of the three is kept for good where it
 * was made; here they are only read together, what happened last first, whatever the
 * clock said.
 */
import type { Database } from '../store/index.ts'

/** Kinds to filter by: the first word of an act's code, and the two that stand in tables of their own. */
export const LOG_KINDS = [
  { code: 'decision', title: 'Decisions on comments' },
  { code: 'story', title: 'Stories' },
  { code: 'person', title: 'People and their roles' },
  { code: 'session', title: 'Sign-ins and sessions' },
  { code: 'password', title: 'Passwords' },
  { code: 'codes', title: 'Codes after the password' },
  { code: 'passkey', title: 'Passkeys' },
  { code: 'settings', title: 'Settings' },
  { code: 'reader', title: 'Readers’ data' },
  { code: 'comment', title: 'Comments' },
  { code: 'rule', title: 'Rules of the house' },
  { code: 'ban', title: 'Bans' },
  { code: 'name', title: 'Names with a page' },
  { code: 'reading', title: 'Readings' },
  { code: 'letters', title: 'Letters' },
  { code: 'work', title: 'Work in the background' },
  { code: 'moderation', title: 'What is told in public' },
] as const

export interface StaffLogLine {
  /** Where it stands in the list; the next page begins after it. */
  key: string
  at: number
  /** A person's name; null where the command line, the site itself or somebody unknown did it. */
  by: string | null
  byId: string | null
  /** Such as "person.disabled", "decision.approve", "story.published". */
  act: string
  about: string | null
  /** In words; for a decision the reason's code. */
  detail: string
}

export interface LogAsk {
  /** A person's id. */
  by?: string | undefined
  /** A code of LOG_KINDS. */
  kind?: string | undefined
  /** The key of the last line in hand. */
  after?: string | undefined
  limit: number
}

interface Row {
  at: number
  sequence: number
  byId: string | null
  act: string
  about: string | null
  detail: string
}

/** The newest lines that were asked for, and whether there are more. */
export async function readStaffLog(db: Database, ask: LogAsk): Promise<{ lines: StaffLogLine[]; more: boolean }> {
  const from = before(ask.after)
  const wants = (kind: string) => !ask.kind || ask.kind === kind
  const isKind = !ask.kind || ask.kind === 'decision' || LOG_KINDS.some(({ code }) => code === ask.kind)
  if (!isKind) return { lines: [], more: false }
  const most = ask.limit + 1
  const rows = [
    ...(ask.kind === 'decision' ? [] : await acts(db, ask, from, most)),
    ...(wants('decision') ? await decisions(db, ask, from, most) : []),
    ...(wants('story') ? await versions(db, ask, from, most) : []),
  ].sort((one, two) => two.sequence - one.sequence)
  const shown = rows.slice(0, ask.limit)
  const names = await namesOf(db, shown)
  return {
    lines: shown.map(({ sequence, ...row }) => ({
      ...row,
      key: String(sequence),
      by: row.byId === null ? null : (names.get(row.byId) ?? null),
    })),
    more: rows.length > ask.limit,
  }
}

/** The number that a key stands for; without one all are before it. */
const before = (key: string | undefined): number =>
  /^\d{1,15}$/.test(key ?? '') ? Number(key) : Number.MAX_SAFE_INTEGER

async function acts(db: Database, ask: LogAsk, from: number, most: number): Promise<Row[]> {
  let query = db
    .selectFrom('acts')
    .select(['at', 'sequence', 'by as byId', 'act', 'about', 'detail'])
    .where('sequence', '<', from)
  if (ask.by) query = query.where('by', '=', ask.by)
  // One of LOG_KINDS, so without a letter that a pattern would take for another.
  if (ask.kind) query = query.where('act', 'like', `${ask.kind}.%`)
  return query.orderBy('sequence', 'desc').limit(most).execute()
}

async function decisions(db: Database, ask: LogAsk, from: number, most: number): Promise<Row[]> {
  let query = db
    .selectFrom('decisions')
    .select(['decided_at as at', 'sequence', 'decided_by as byId', 'action', 'reason', 'comment_id', 'automated'])
    .where('sequence', '<', from)
  if (ask.by) query = query.where('decided_by', '=', ask.by)
  const rows = await query.orderBy('sequence', 'desc').limit(most).execute()
  return rows.map(({ action, reason, comment_id, automated, ...row }) => ({
    ...row,
    act: automated ? 'decision.automated' : `decision.${action}`,
    about: comment_id,
    detail: reason ?? '',
  }))
}

async function versions(db: Database, ask: LogAsk, from: number, most: number): Promise<Row[]> {
  let query = db
    .selectFrom('story_versions')
    .select(['published_at as at', 'sequence', 'published_by as byId', 'number', 'story_id', 'content_json'])
    .where('sequence', '<', from)
  if (ask.by) query = query.where('published_by', '=', ask.by)
  const rows = await query.orderBy('sequence', 'desc').limit(most).execute()
  return rows.map(({ number, story_id, content_json, ...row }) => ({
    ...row,
    act: 'story.published',
    about: story_id,
    detail: `Published as version ${number}: ${(JSON.parse(content_json) as { headline: string }).headline}`,
  }))
}

async function namesOf(db: Database, rows: readonly Row[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.flatMap(({ byId }) => (byId === null ? [] : [byId])))]
  if (ids.length === 0) return new Map()
  const people = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(people.map(({ id, name }) => [id, name]))
}
