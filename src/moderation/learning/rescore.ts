/**
 * What waits is scored anew after the model has learnt: some comments at a
 * time, the newest first, while the process has little else to do. What somebody has in
 * hand stays where it is.
 */

import { sql } from 'kysely'
import { examined } from '../../discussion/index.ts'
import { type Database, lull, type Store, type Transaction } from '../../store/index.ts'
import { bandOf, RULES_MODEL, SPAM_MODEL } from '../filters/index.ts'
import { holdersOf } from '../queue/index.ts'
import { scorerIn, withModel } from './known-model.ts'
import { askScorer, type ModelSays } from './model-signals.ts'
import { hereOf } from './place.ts'
import { type Here, type Said, spamTextOf } from './spam-text.ts'

/** Read and written at once. */
const AT_ONCE = 10
/** Longer than this (ms) the event loop is not held; what is left of a slice comes in the next. */
const BUDGET = 4
/** What moves less is not worth a write. */
const WORTH_WRITING = 0.01

interface Waiting extends Said {
  id: string
  spam: number | null
  rules: number | null
}

interface Options {
  now(): number
  signal: AbortSignal
  /** Between two slices, in milliseconds. */
  pause: number
}

/** One pass over all that waits; answers how many comments have new chances. */
export async function rescoreHeld(store: Store, { now, signal, pause }: Options): Promise<number> {
  const here = await hereOf(store, store.db)
  let [changed, before]: [number, Waiting | null] = [0, null]
  while (!signal.aborted) {
    const slice = await readSlice(store.db, before)
    if (slice.length === 0) break
    const { looked, moved } = await withModel(store, store.db, (known) => scoreSome(slice, here, scorerIn(known)))
    before = slice[looked - 1] as Waiting
    if (moved.length > 0) changed += await store.transaction(now(), (tx) => keepScores(tx, moved))
    await lull(pause, signal)
  }
  return changed
}

function readSlice(db: Database, before: Waiting | null): Promise<Waiting[]> {
  let query = db
    .selectFrom('comment_revisions as r')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .select(['r.id', 'r.text', 'c.author_name as authorName', 'r.seconds_to_write as secondsToWrite'])
    .select(['r.created_at as at', 'r.spam_chance as spam', 'r.rules_chance as rules'])
    // A literal: SQLite takes the partial index only where the query itself shows that it fits.
    .where('r.state', '=', sql.lit('held'))
    // What was not examined yet is given its chances then.
    .where('r.to_examine', 'is', null)
  if (before) query = query.where(sql<boolean>`(r.created_at, r.id) < (${before.at}, ${before.id})`)
  return query.orderBy('r.created_at', 'desc').orderBy('r.id', 'desc').limit(AT_ONCE).execute()
}

type Moved = { id: string; says: ModelSays }

function scoreSome(
  slice: readonly Waiting[],
  here: Here,
  scorer: ReturnType<typeof scorerIn>,
): { looked: number; moved: Moved[] } {
  const started = performance.now()
  const moved: Moved[] = []
  let looked = 0
  for (const waiting of slice) {
    if (looked > 0 && performance.now() - started > BUDGET) break
    looked++
    const says = askScorer(scorer, spamTextOf(waiting, here))
    if (hasMoved(waiting.spam, says.spam) || hasMoved(waiting.rules, says.rules)) moved.push({ id: waiting.id, says })
  }
  return { looked, moved }
}

const hasMoved = (from: number | null, to: number | null): boolean =>
  from === null || to === null ? from !== to : Math.abs(to - from) >= WORTH_WRITING

async function keepScores(tx: Transaction, moved: readonly Moved[]): Promise<number> {
  const ids = moved.map(({ id }) => id)
  const [signals, holders] = await Promise.all([
    tx.rows
      .selectFrom('signals')
      .select(['revision_id', 'phase', 'state', 'weight'])
      .where('revision_id', 'in', ids)
      .where('phase', 'not in', OURS)
      .execute(),
    holdersOf(tx.rows, ids, tx.now),
  ])
  let kept = 0
  for (const { id, says } of moved) {
    // What somebody has on their screen keeps its place.
    if (holders.has(id)) continue
    const band = bandOf([...signals.filter(({ revision_id }) => revision_id === id), ...says.signals])
    if (
      await examined.rescore(tx, id, { spam: says.spam, rules: says.rules, band, phases: OURS, signals: says.signals })
    )
      kept++
  }
  return kept
}

/** What the model says of a comment. */
const OURS = [SPAM_MODEL, RULES_MODEL]
