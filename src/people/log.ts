/**
 * Everything that staff did, as one list: what the log of acts holds, decisions
 * on comments, and publications. Each of the three is kept for good where it
 * was made; here they are only read together, newest first.
 */
import { sql } from 'kysely'
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
  { code: 'moderation', title: 'What is told in public' },
] as const

export interface LogLine {
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
  /** Orders what happened in the same millisecond. */
  mark: string
  byId: string | null
  act: string
  about: string | null
  detail: string
}

/** The newest lines that were asked for, and whether there are more. */
export async function readLog(db: Database, ask: LogAsk): Promise<{ lines: LogLine[]; more: boolean }> {
  const from = cursorOf(ask.after)
  const wants = (kind: string) => !ask.kind || ask.kind === kind
  const isKind = !ask.kind || ask.kind === 'decision' || LOG_KINDS.some(({ code }) => code === ask.kind)
  if (!isKind) return { lines: [], more: false }
  const most = ask.limit + 1
  const rows = [
    ...(ask.kind === 'decision' ? [] : await acts(db, ask, from, most)),
    ...(wants('decision') ? await decisions(db, ask, from, most) : []),
    ...(wants('story') ? await versions(db, ask, from, most) : []),
  ].sort((one, two) => two.at - one.at || (one.mark < two.mark ? 1 : one.mark > two.mark ? -1 : 0))
  const shown = rows.slice(0, ask.limit)
  const names = await namesOf(db, shown)
  return {
    lines: shown.map(({ mark, ...row }) => ({
      ...row,
      key: `${row.at}-${mark}`,
      by: row.byId === null ? null : (names.get(row.byId) ?? null),
    })),
    more: rows.length > ask.limit,
  }
}

type Cursor = { at: number; mark: string } | null

function cursorOf(key: string | undefined): Cursor {
  const found = /^(\d{1,16})-([0-9a-z]{1,60})$/.exec(key ?? '')
  return found ? { at: Number(found[1]), mark: found[2] as string } : null
}

async function acts(db: Database, ask: LogAsk, from: Cursor, most: number): Promise<Row[]> {
  let query = db.selectFrom('acts').select(['at', 'id as mark', 'by as byId', 'act', 'about', 'detail'])
  if (ask.by) query = query.where('by', '=', ask.by)
  // One of LOG_KINDS, so without a letter that a pattern would take for another.
  if (ask.kind) query = query.where('act', 'like', `${ask.kind}.%`)
  if (from) {
    query = query.where('at', '<=', from.at).where((a) => a.or([a('at', '<', from.at), a('id', '<', from.mark)]))
  }
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(most).execute()
}

async function decisions(db: Database, ask: LogAsk, from: Cursor, most: number): Promise<Row[]> {
  let query = db
    .selectFrom('decisions')
    .select(['decided_at as at', 'id as mark', 'decided_by as byId', 'action', 'reason', 'comment_id', 'automated'])
  if (ask.by) query = query.where('decided_by', '=', ask.by)
  if (from) {
    query = query
      .where('decided_at', '<=', from.at)
      .where((d) => d.or([d('decided_at', '<', from.at), d('id', '<', from.mark)]))
  }
  const rows = await query.orderBy('decided_at', 'desc').orderBy('id', 'desc').limit(most).execute()
  return rows.map(({ action, reason, comment_id, automated, ...row }) => ({
    ...row,
    act: automated ? 'decision.automated' : `decision.${action}`,
    about: comment_id,
    detail: reason ?? '',
  }))
}

async function versions(db: Database, ask: LogAsk, from: Cursor, most: number): Promise<Row[]> {
  // Of letters and figures only: on their order every database and JavaScript agree.
  const mark = sql<string>`story_id || 'v' || number`
  let query = db
    .selectFrom('story_versions')
    .select(['published_at as at', mark.as('mark'), 'published_by as byId', 'number', 'story_id', 'content_json'])
  if (ask.by) query = query.where('published_by', '=', ask.by)
  if (from) {
    query = query
      .where('published_at', '<=', from.at)
      .where((v) => v.or([v('published_at', '<', from.at), v(mark, '<', from.mark)]))
  }
  const rows = await query.orderBy('published_at', 'desc').orderBy(mark, 'desc').limit(most).execute()
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
