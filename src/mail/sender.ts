/**
 * Sends what is due. One process at a time has a letter in hand: taking it is
 * one statement, and notes when a sender that died would be given up on. A
 * letter leaves twice only where the mail server took it and that could not be
 * noted: its answer was lost, or the program ended just then.
 */
import { sql } from 'kysely'
import { sendingMessages as m } from '../messages/index.ts'
import type { KeeperLog, Store, Transaction } from '../store/index.ts'
import type { Correspondent, Message } from './message.ts'
import { problemOfMessage } from './message.ts'
import { DELIVERY_LIMIT, type Failure, failureOf, type Transport } from './transport.ts'
import type { LetterWords } from './words/place.ts'

/** A letter as a composer is given it. */
export interface LetterInHand {
  id: string
  kind: string
  about: string | null
  to: Correspondent
  /** As they were queued: what a composer has to know beside. */
  headers: Readonly<Record<string, string>>
}

/** What a composer makes of a letter at the moment it leaves. */
export interface WrittenLetter extends LetterWords {
  /** Runs in the transaction that notes the letter as sent. */
  sent?(tx: Transaction): Promise<void>
}

/** There was nothing to say any more. */
export interface DroppedLetter {
  /** Runs in the transaction that takes the letter away, after it is gone. */
  dropped(tx: Transaction): Promise<void>
}

/**
 * Writes letters of one kind as they leave, so that none that waits holds words
 * that may be taken down or a link that opens a door. Null or a dropped letter
 * where there is nothing to say any more.
 */
export type Compose = (letter: LetterInHand, now: number) => Promise<WrittenLetter | DroppedLetter | null>

export interface LetterPost {
  transport: Transport
  /** Who the letters are from, as the site is called now. */
  from(): Promise<Correspondent>
  /** By kind; a letter of another kind carries its own words. */
  composers: Readonly<Record<string, Compose>>
  now(): number
  log: KeeperLog
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
/** Between one attempt and the next; after the last, some two days on, a letter is given up. In milliseconds. */
export const PAUSES: readonly number[] = [
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  12 * HOUR,
  20 * HOUR,
]

/** Letters chosen at a time. However many wait of other kinds, the first of a kind has its turn after so many at the latest. */
export const TURN = 20
/** So many of the longest due, and of the least long due, are ranked. */
const RANKED = 500
/** Somebody sits before the screen and waits for these: within a turn they go first. */
const WAITED_FOR = ['invitation', 'account', 'test', 'verify']

/**
 * Sends what is due, in turns, until nothing is, there is no way through, or
 * `signal` is aborted; `between` is asked between two turns. Answers how many
 * left, and what was in the way.
 */
export async function sendDue(
  store: Store,
  post: LetterPost,
  { signal, between }: { signal?: AbortSignal; between?: () => Promise<void> } = {},
): Promise<{ sent: number; noWay: Failure | null }> {
  let sent = 0
  try {
    await followClock(store, post.now())
    for (;;) {
      const ids = await nextTurn(store, post.now())
      if (ids.length === 0) return { sent, noWay: null }
      for (const id of ids) {
        if (signal?.aborted) return { sent, noWay: null }
        const letter = await take(store, id, post.now())
        // Another process has it.
        if (!letter) continue
        const failure = await send(store, post, letter)
        if (failure === null) sent += 1
        else if (failure !== 'dropped' && failure.kind === 'no way') return { sent, noWay: failure }
      }
      await between?.()
    }
  } finally {
    post.transport.rest()
  }
}

/** By less than this a letter may be late. */
const SLACK = MINUTE

/**
 * Where the clock has been set back, what was noted by it lies too far ahead:
 * letters wait as long as they were to wait from now on, and a letter that is in
 * somebody's hand, or is to be tried again, no longer than if that had begun now.
 */
async function followClock(store: Store, now: number): Promise<void> {
  const longest = sql.raw(
    `case attempts ${PAUSES.map((pause, i) => `when ${i + 1} then ${Math.max(pause, DELIVERY_LIMIT)}`).join(' ')}
       else ${DELIVERY_LIMIT} end`,
  )
  const isMadeAhead = sql<boolean>`created_at > ${now + SLACK}`
  const isHeldTooLong = sql<boolean>`again_at - (${longest}) > ${now}`
  const ahead = sql<boolean>`sent_at is null and given_up_at is null and (${isMadeAhead} or ${isHeldTooLong})`
  const found = await store.db.selectFrom('letters').select('id').where(ahead).limit(1).executeTakeFirst()
  if (!found) return
  await store.transaction(now, (tx) =>
    tx.rows
      .updateTable('letters')
      .set({
        not_before: sql`case when ${isMadeAhead} then not_before - created_at + ${now} else not_before end`,
        created_at: sql`case when ${isMadeAhead} then ${now} else created_at end`,
        again_at: sql`case when ${isHeldTooLong} then cast(${now} as bigint) + ${longest} else again_at end`,
      })
      .where(ahead)
      .execute(),
  )
}

type TakenLetter = NonNullable<Awaited<ReturnType<typeof take>>>

const isDue = (now: number) =>
  sql<boolean>`sent_at is null and given_up_at is null and not_before <= ${now}
    and (again_at is null or again_at <= ${now})`

/**
 * The letters of the next turn: the first of each kind, then the second, and
 * so on, and within a kind the first to each address before the second to any. So
 * thousands of one kind, or to one address, hold up nobody else's. It is asked
 * before anything is taken, of the longest and the least long due only: ranking
 * tens of thousands would hold up a site on SQLite.
 */
async function nextTurn(store: Store, now: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with oldest as (
      select id, kind, to_address, not_before from letters where ${isDue(now)} order by not_before, id limit ${sql.lit(RANKED)}
    ), newest as (
      select id, kind, to_address, not_before from letters where ${isDue(now)}
      order by not_before desc, id desc limit ${sql.lit(RANKED)}
    ), due as (
      select * from oldest union select * from newest
    ), by_address as (
      select id, kind, not_before,
        row_number() over (partition by kind, to_address order by not_before, id) as letter
      from due
    ), by_kind as (
      select id, kind, row_number() over (partition by kind order by letter, not_before, id) as turn from by_address
    )
    select id from by_kind
    order by turn, case when kind in (${sql.join(WAITED_FOR)}) then 0 else 1 end, id
    limit ${sql.lit(TURN)}`.execute(store.db)
  return rows.map(({ id }) => id)
}

/** A letter, in this sender's hand for as long as a delivery can take; undefined where another has it. */
const take = (store: Store, id: string, now: number) =>
  store.transaction(now, (tx) =>
    tx.rows
      .updateTable('letters')
      .set((letter) => ({ again_at: now + DELIVERY_LIMIT, attempts: letter('attempts', '+', 1) }))
      .where('id', '=', id)
      .where(isDue(now))
      .returningAll()
      .executeTakeFirst(),
  )

/** Null where it left; "dropped" where there was nothing to say any more. */
async function send(store: Store, post: LetterPost, letter: TakenLetter): Promise<Failure | 'dropped' | null> {
  const to = { name: letter.to_name, address: letter.to_address }
  const headers = JSON.parse(letter.headers_json) as Record<string, string>
  const compose = Object.hasOwn(post.composers, letter.kind) ? post.composers[letter.kind] : undefined
  let written: WrittenLetter | DroppedLetter | null
  try {
    written = compose
      ? await compose({ id: letter.id, kind: letter.kind, about: letter.about, to, headers }, post.now())
      : { subject: letter.subject, text: letter.text, headers }
  } catch (error) {
    post.log.warn({ letter: letter.id, kind: letter.kind, error: wordsOf(error) }, 'a letter could not be written')
    return putOff(store, post, letter, { kind: 'later', sentence: m.notWritten })
  }
  if (written === null || 'dropped' in written) {
    await store.transaction(post.now(), async (tx) => {
      await tx.rows.deleteFrom('letters').where('id', '=', letter.id).execute()
      if (written) await written.dropped(tx)
    })
    return 'dropped'
  }
  const message: Message = {
    id: letter.id,
    from: await post.from(),
    to,
    subject: written.subject,
    text: written.text,
    headers: written.headers ?? {},
    date: post.now(),
  }
  const problem = problemOfMessage(message)
  if (problem !== null) return putOff(store, post, letter, { kind: 'never', sentence: problem })
  try {
    await post.transport.deliver(message)
  } catch (error) {
    return putOff(store, post, letter, failureOf(error))
  }
  await store.transaction(post.now(), async (tx) => {
    await tx.rows
      .updateTable('letters')
      // What it said has been said, and is not kept; nor is where it was asked for from.
      .set({
        sent_at: post.now(),
        again_at: null,
        problem: null,
        way: post.transport.way,
        text: '',
        headers_json: '{}',
      })
      .where('id', '=', letter.id)
      .execute()
    await written.sent?.(tx)
  })
  return null
}

/** Notes why a letter did not leave, and when it is tried again, if ever. */
async function putOff(store: Store, post: LetterPost, letter: TakenLetter, failure: Failure): Promise<Failure> {
  const now = post.now()
  const pause = failure.kind === 'never' ? undefined : PAUSES[letter.attempts - 1]
  await store.transaction(now, async (tx) => {
    await tx.rows
      .updateTable('letters')
      .set({
        problem: failure.sentence,
        again_at: pause === undefined ? null : now + pause,
        given_up_at: pause === undefined ? now : null,
      })
      .where('id', '=', letter.id)
      .where('sent_at', 'is', null)
      .execute()
    if (pause === undefined) await tx.say({ kind: 'letters.changed' })
  })
  // Neither the address nor the server's sentence, which often repeats it.
  post.log.warn({ letter: letter.id, kind: letter.kind, attempts: letter.attempts }, 'a letter did not leave')
  return failure
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
