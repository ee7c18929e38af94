/**
 * What came in is examined right after: what orders the queue is found out for
 * many comments at once, and kept in one transaction that also takes away the
 * mark by which they were found. Killed in between, nothing is lost or done twice.
 */
import { sql } from 'kysely'
import { commentSignalMessages as m } from '../messages/index.ts'
import {
  type Keeper,
  type KeeperLog,
  lookEvery,
  many,
  type RevisionStateName,
  type Store,
  storeProblem,
  type Transaction,
} from '../store/index.ts'
import { foldedWords } from '../text/index.ts'
import type { Circumstances } from './phases/signal.ts'
import { type Examine, examineByPhases, type Incoming, type Triage } from './triage.ts'
import { askAboutWishes } from './wishes.ts'

/** Examined in one transaction at most: the more together, the less each costs. */
const AT_ONCE = 64
/** So many while it keeps up, since readers wait for the transaction's end. */
const KEEPING_UP = 16
/** A look that has taken so many and finds more is behind, and takes as many at once as it may. */
const BEHIND = 512
/** Who comes within so many milliseconds of a look waits for the next: in a flood they are examined together. */
const GATHER = 200
/** Between two looks for what nobody has told of, in milliseconds. */
const LOOK = 5000

interface Options {
  now(): number
  examine?: Examine
  /** What can be read of words before the transaction that examines them; never rejects. */
  readAhead?(comments: readonly Incoming[]): Promise<void>
}

/** The examination of what comes in on a store: by the phases alone where no other is given. */
export function examining(store: Store, { now, examine = examineByPhases, readAhead }: Options) {
  const some = async (most = AT_ONCE) => {
    if (!readAhead) return examineSome(store, examine, { now: now(), most })
    const { rows } = await unexamined(most).execute(store.db)
    if (rows.length === 0) return 0
    await readAhead(rows.flatMap(readable))
    // Who came meanwhile has not been read: the next look's.
    return examineSome(store, examine, { now: now(), most: rows.length })
  }
  return {
    /** Examines the oldest of what waits for it; answers how many that were. */
    some,
    /** Examines what comes in, as it comes in, here or in another process; several processes share the work. */
    keep(log: KeeperLog): Keeper {
      let began = 0
      let gathering: NodeJS.Timeout | undefined
      const look = async (signal: AbortSignal) => {
        began = performance.now()
        let taken = 0
        while (!signal.aborted) {
          const most = taken < BEHIND ? KEEPING_UP : AT_ONCE
          const count = await some(most)
          if (count < most) return
          taken += count
          // Whoever sends or reads meanwhile comes first.
          await new Promise(setImmediate)
        }
      }
      const keeper = lookEvery(LOOK, look, { log, what: 'examining comments' })
      const unlisten = store.listen((events) => {
        if (!events.some(({ kind }) => kind === 'comments.unexamined' || kind === 'missed')) return
        gathering ??= setTimeout(
          () => {
            gathering = undefined
            void keeper.soon()
          },
          began + GATHER - performance.now(),
        ).unref()
      })
      return {
        soon: keeper.soon,
        stop() {
          unlisten()
          clearTimeout(gathering)
          return keeper.stop()
        },
      }
    },
  }
}

async function examineSome(
  store: Store,
  examine: Examine,
  { now, most }: { now: number; most: number },
): Promise<number> {
  const find: Find = async (tx, comments) => examine(tx, comments.map(withCircumstances))
  try {
    return await store.transaction(now, async (tx) => examineThese(tx, await readUnexamined(tx, most), find))
  } catch (error) {
    if (storeProblem(error) !== null) throw error
  }
  // One of them can't be examined: each alone, so that the others are; that one says so to whoever reviews it.
  let examined = 0
  for (; examined < most; examined++) {
    const one = async (how: Find) =>
      store.transaction(now, async (tx) => examineThese(tx, await readUnexamined(tx, 1), how))
    const count = await one(find).catch((error: unknown) => {
      if (storeProblem(error) !== null) throw error
      return one(notExamined)
    })
    if (count === 0) break
  }
  return examined
}

/** Said where the examination fails, so that nobody takes silence for a clean bill. */
const notExamined: Find = async (_tx, comments) =>
  comments.map(() => ({
    signals: [{ phase: 'examination', state: 'not-checked', words: m.notExamined, weight: 0 }],
    band: 'thought',
    spam: null,
    rules: null,
    campaignId: null,
    language: null,
  }))

/** It may have been decided on, or taken back, before this. `mark` is what the examination is to know, as it was written down. */
type Unexamined = Omit<Incoming, 'circumstances'> & { state: RevisionStateName; mark: string }

type Find = (tx: Transaction, comments: readonly Unexamined[]) => Promise<Triage[]>

/** Part of the examination: a mark that can't be read must keep only its own comment from it. */
function withCircumstances(comment: Unexamined): Incoming {
  const circumstances = JSON.parse(comment.mark) as Circumstances | null
  if (typeof circumstances?.honeypot !== 'string') throw new Error('holds no circumstances')
  return { ...comment, circumstances }
}

/**
 * The oldest, which nobody else acts on until the transaction ends; those that somebody has in hand come later.
 * PostgreSQL looks again at what it locks: the words too, or it would hand out what another process has just examined.
 */
async function readUnexamined({ kind, rows: db }: Transaction, most: number): Promise<Unexamined[]> {
  const { rows } = await unexamined(
    most,
    kind === 'postgres' ? sql`for no key update of c, r skip locked` : sql``,
  ).execute(db)
  return rows
}

/** None where its mark can't be read: that is the examination's to tell of. */
function readable(comment: Unexamined): Incoming[] {
  try {
    return [withCircumstances(comment)]
  } catch {
    return []
  }
}

/** The oldest that wait for it, with all that is asked about them. */
const unexamined = (most: number, locked = sql``) => sql<Unexamined>`
    select r.id as "revisionId", r.state, r.comment_id as "commentId", r.number, r.text, r.created_at as at,
      r.to_examine as mark, c.story_id as "storyId", c.parent_id as "parentId", c.author_name as "authorName",
      c.author_mail as "authorMail", c.reader_id as "readerId", c.sender_key as "senderKey"
    from comment_revisions r join comments c on c.id = r.comment_id
    where r.to_examine is not null order by r.created_at, r.id limit ${sql.lit(most)}
    ${locked}`

async function examineThese(tx: Transaction, comments: readonly Unexamined[], find: Find): Promise<number> {
  if (comments.length === 0) return 0
  const triages = await find(tx, comments)
  const each = comments.map((comment, index) => [comment, triages[index] as Triage] as const)
  await many.update(
    tx,
    'comment_revisions',
    each.map(([{ revisionId }, triage]) => ({
      id: revisionId,
      band: triage.band,
      spam_chance: triage.spam,
      rules_chance: triage.rules,
      campaign_id: triage.campaignId,
      text_number: triage.textNumber ?? null,
      language: triage.language,
      to_examine: null,
    })),
    'id',
  )
  await many.insert(
    tx,
    'comment_words',
    comments.map(({ revisionId, text }) => ({ revision_id: revisionId, search_words: foldedWords(text).join(' ') })),
  )
  await many.insert(
    tx,
    'signals',
    each.flatMap(([{ revisionId }, { signals }]) =>
      signals.map(({ phase, state, words, weight }) => ({ revision_id: revisionId, phase, state, words, weight })),
    ),
  )
  for (const { afterwards } of triages) await afterwards?.()
  await askAboutWishes(
    tx,
    each.flatMap(([{ commentId, state }, { band }]) => (state !== 'held' || band === 'spam' ? [] : [commentId])),
  )
  await tx.say({ kind: 'queue.changed' })
  // What is approved as it comes in waits for nobody.
  const held = each.filter(([{ state }, { afterwards }]) => state === 'held' && !afterwards)
  if (held.length > 0)
    await tx.say({
      kind: 'comments.held',
      comments: held.map(([{ commentId, storyId }]) => ({ comment: commentId, story: storyId })),
    })
  return comments.length
}
