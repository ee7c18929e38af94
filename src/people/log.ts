/**
 * Everything that staff did, as one list: what the log of acts holds, and what
 * other parts keep for good themselves, such as decisions on comments. Here they
 * are only read together, what happened last first, whatever the clock said.
 */
import type { Database } from '../store/index.ts'
import { namesOfStaff } from './person.ts'

/** Kinds to filter by: the first word of an act's code, and the two that stand in tables of their own. */
export const LOG_KINDS = [
  'decision',
  'story',
  'person',
  'session',
  'password',
  'codes',
  'passkey',
  'settings',
  'reader',
  'comment',
  'rule',
  'ban',
  'name',
  'reading',
  'section',
  'topic',
  'author',
  'letters',
  'work',
  'moderation',
  'front',
  'page',
  'menu',
  'plan',
  'program',
] as const

export interface StaffLogLine {
  /** Where it stands in the list; the next page begins after it. */
  key: string
  at: number
  /** A person's name; null where the command line, the site itself or somebody unknown did it. */
  by: string | null
  byId: string | null
  /** The id of the program that did it for that person; null where none did. */
  through: string | null
  /** Such as "person.disabled", "decision.approve", "story.published". */
  act: string
  about: string | null
  /** In words; for a decision the reason's code. */
  detail: string
}

export interface LogAsk {
  /** A person's id. */
  by?: string | undefined
  /** One of LOG_KINDS. */
  kind?: string | undefined
  /** The key of the last line in hand. */
  after?: string | undefined
  limit: number
}

/** What another part keeps for good of what staff did, under one of LOG_KINDS. */
export interface LogSource {
  kind: 'decision' | 'story'
  /** The newest `most` before a place in the order of everything; `by` keeps one person's. */
  read(db: Database, asked: { by: string | undefined; before: number; most: number }): Promise<LoggedAct[]>
}

export interface LoggedAct {
  at: number
  sequence: number
  byId: string | null
  through: string | null
  act: string
  about: string | null
  detail: string
}

/** The newest lines that were asked for, and whether there are more. */
export async function readStaffLog(
  db: Database,
  ask: LogAsk,
  sources: readonly LogSource[] = [],
): Promise<{ lines: StaffLogLine[]; more: boolean }> {
  const from = before(ask.after)
  const wants = (kind: string) => !ask.kind || ask.kind === kind
  const isKind = !ask.kind || ask.kind === 'decision' || LOG_KINDS.some((code) => code === ask.kind)
  if (!isKind) return { lines: [], more: false }
  const most = ask.limit + 1
  const rows = [
    ...(ask.kind === 'decision' ? [] : await acts(db, ask, from, most)),
    ...(
      await Promise.all(
        sources.filter(({ kind }) => wants(kind)).map((source) => source.read(db, { by: ask.by, before: from, most })),
      )
    ).flat(),
  ].sort((one, two) => two.sequence - one.sequence)
  const shown = rows.slice(0, ask.limit)
  const names = await namesOfStaff(
    db,
    shown.flatMap(({ byId }) => byId ?? []),
  )
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

async function acts(db: Database, ask: LogAsk, from: number, most: number): Promise<LoggedAct[]> {
  let query = db
    .selectFrom('acts')
    .select(['at', 'sequence', 'by as byId', 'through', 'act', 'about', 'detail'])
    .where('sequence', '<', from)
  if (ask.by) query = query.where('by', '=', ask.by)
  // One of LOG_KINDS, so without a letter that a pattern would take for another.
  if (ask.kind) query = query.where('act', 'like', `${ask.kind}.%`)
  return query.orderBy('sequence', 'desc').limit(most).execute()
}
