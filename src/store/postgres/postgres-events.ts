/**
 * What every process on a PostgreSQL says, heard in each of them once. It is kept
 * in a table by the transaction that says it; that there is something new is told
 * on a line (postgres-line.ts) after the commit, and what it is, is read from the
 * table. So a line that breaks, or a process that stood still, costs nothing but a
 * moment: what was said since is read from where this process was.
 */
import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RawBuilder, sql } from 'kysely'
import type { EventBoard } from '../event-board.ts'
import { type Event, eventsFrom, MISSED } from '../events.ts'
import type { Database, Store, Write } from '../store.ts'
import type { Line } from './postgres-line.ts'
import { within } from './within.ts'

/** What a process shows of what it keeps is no older than this, in milliseconds. */
const FRESH = 1000
/** How long the line, and then the database, may take to say what there is, in milliseconds. */
const PATIENCE = 1000
/** The same where they did not answer the last time. */
const SHORT_PATIENCE = 250
/** A database that takes longer than what is fresh may take is not asked for ever. */
const MOST_TRIES = 3
/** Between two looks that nobody waits for, in milliseconds: what others say in quick succession is read at once. */
const SPACING = 20
/** For so long at the least what was said is kept after its commit, in milliseconds. */
const KEEP = 10 * 60_000
/** Looked for without being told, in milliseconds: who was to tell may have been killed before. */
const LOOK_EVERY = 5000

interface Found {
  /** The first transaction that was under way: what is seen of those before will not change any more. */
  xmin: string
  /** By the database's clock, in milliseconds. */
  at: number
  /** Where its log ended: whoever has read it so far has seen all of this. */
  lsn: string
  said: [xact: string, id: number, json: string][]
}

export interface Hearing extends Pick<Store, 'heardAll'> {
  /** Within the transaction that says it. */
  keep(rows: Write, events: readonly Event[]): Promise<void>
  /** Once that is committed. */
  deliver(events: readonly Event[]): void
  /** Where PostgreSQL's log ended when all that was heard here had happened; null where that is not known at the moment. */
  heardUpTo(): string | null
  close(): void
}

interface Options {
  db: Database
  board: EventBoard
  line: Line
}

export async function hearing({ db, board, line }: Options): Promise<Hearing> {
  /** Rows that this process has delivered, and that may be found again. */
  const heard = new Map<number, bigint>()
  /** What this process has said, until it is committed. */
  const rowOf = new WeakMap<readonly Event[], { id: number; xact: string }>()
  let isThere = false
  let from: string | null = null
  let lastAt = 0
  let confirmedAt = Number.NEGATIVE_INFINITY
  let triedAt = Number.NEGATIVE_INFINITY
  let isAway = false
  let looking: Promise<void> | null = null
  let isAskedAgain = false
  let upTo: string | null = null
  /** How often this process has told itself something whose place in the log it doesn't know. */
  let told = 0
  let sweepBefore: string | null = null
  let sweptAt = performance.now()
  let closed = false

  const question = () => sql<Found>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as xmin,
      (extract(epoch from clock_timestamp()) * 1000)::float8 as at,
      pg_current_wal_insert_lsn()::text as lsn,
      (select coalesce(json_agg(json_build_array(xact::text, id, events_json) order by id), '[]') from happenings
        where xact >= ${from ?? '0'}::text::xid8 and id <> all(${[...heard.keys()]}::bigint[])) as said`

  /** On the line, which nobody else uses; where that says nothing, like any other query. */
  async function ask<T>(what: RawBuilder<T>, patience: number): Promise<T> {
    const { sql: text, parameters } = what.compile(db)
    const onLine = await within(line.ask(text, parameters), patience)
    if (onLine !== null) return onLine[0] as T
    line.doubt()
    const byPool = await within(
      what.execute(db).then(({ rows }) => rows),
      patience,
    )
    if (byPool === null) throw new Error('the database does not answer')
    return byPool[0] as T
  }

  /** Tables that a migration is to make are asked for until they are there. */
  async function begin(): Promise<boolean> {
    if (isThere) return true
    const { there } = await ask(
      sql<{ there: boolean }>`select to_regclass('happenings') is not null as there`,
      PATIENCE,
    )
    if (!there) return false
    // From another server, by a copy of the database: its transactions have not happened on this one.
    await sql`delete from happenings where xact >= pg_snapshot_xmax(pg_current_snapshot())`.execute(db)
    isThere = true
    return true
  }

  async function catchUp(patience: number): Promise<void> {
    if (!(await begin())) return
    const sentAt = performance.now()
    const toldBefore = told
    const found = await ask(question(), patience)
    const said = found.said.filter(([, id]) => !heard.has(id))
    const xmin = BigInt(found.xmin)
    const isFirst = from === null
    // What was said while this process was away may have been swept; and a log that goes back is another database's.
    const isLate = !isFirst && (found.at - lastAt > KEEP / 2 || xmin < BigInt(from as string))
    for (const [xact, id] of said) heard.set(id, BigInt(xact))
    for (const [id, xact] of heard) if (xact < xmin) heard.delete(id)
    from = found.xmin
    lastAt = found.at
    confirmedAt = Math.max(confirmedAt, sentAt)
    const isKnown = told === toldBefore
    if (isKnown && (upTo === null || said.length > 0 || isLate)) upTo = found.lsn
    // Nothing is kept yet of what was before.
    if (!isFirst) board.deliver([...(isLate ? [MISSED] : []), ...said.flatMap(([, , json]) => eventsFrom(json))])
    if (isFirst || isLate) sweepBefore = null
    await sweep(found.xmin)
  }

  /** Twice a while: what was over by the last time is taken away, so each has had that long to hear it. */
  async function sweep(xmin: string): Promise<void> {
    if (sweepBefore !== null && performance.now() - sweptAt < KEEP) return
    const before = sweepBefore
    sweepBefore = xmin
    sweptAt = performance.now()
    if (before !== null) await sql`delete from happenings where xact < ${before}::text::xid8`.execute(db)
  }

  /** Fulfilled when all that was said until now has been heard, or nobody could say what it is. */
  function look(): Promise<void> {
    if (looking) return looking
    triedAt = performance.now()
    looking = catchUp(isAway ? SHORT_PATIENCE : PATIENCE)
      .then(
        () => {
          isAway = false
        },
        () => {
          isAway = true
        },
      )
      .finally(() => {
        looking = null
        if (isAskedAgain) void lookSoon()
      })
    return looking
  }

  /** One that was under way when this process stood still may have its answer from before that. */
  async function untilFresh(): Promise<void> {
    for (let tries = 0; tries < MOST_TRIES && !isAway && !closed; tries++) {
      if (performance.now() - confirmedAt < FRESH) return
      await look()
    }
  }

  /** A look that begins later than this. */
  async function lookSoon(): Promise<void> {
    if (looking) {
      isAskedAgain = true
      return
    }
    isAskedAgain = false
    const wait = triedAt + SPACING - performance.now()
    if (wait > 0) {
      looking = sleep(wait, undefined, { ref: false }).then(() => {
        looking = null
        return closed ? undefined : look()
      })
      return
    }
    if (!closed) await look()
  }

  line.onNews(() => void lookSoon())
  const timer = setInterval(() => void lookSoon(), LOOK_EVERY)
  timer.unref()
  await look()

  return {
    heardAll() {
      const age = performance.now() - confirmedAt
      if (age < FRESH / 2) return null
      // Before there is anything to hear.
      if (!isThere && !isAway && triedAt > performance.now() - FRESH) return null
      if (isAway && performance.now() - triedAt < FRESH) return null
      const looks = look()
      return age < FRESH ? null : looks.then(untilFresh)
    },
    async keep(rows, events) {
      if (!isThere) {
        const { rows: found } = await sql<{ there: boolean }>`
          select to_regclass('happenings') is not null as there`.execute(rows)
        if (!found[0]?.there) return
      }
      const { rows: kept } = await sql<{ id: number; xact: string }>`
        insert into happenings (events_json) values (${JSON.stringify(events)}) returning id, xact::text as xact`.execute(
        rows,
      )
      if (kept[0]) rowOf.set(events, kept[0])
    },
    deliver(events) {
      if (events.length === 0) return
      told++
      upTo = null
      const row = rowOf.get(events)
      // It may have been found in the table before its commit was answered.
      const isHeard = row !== undefined && heard.has(row.id)
      if (row) heard.set(row.id, BigInt(row.xact))
      if (!isHeard) board.deliver(events)
      line.tell()
    },
    heardUpTo() {
      if (upTo === null) void lookSoon()
      return upTo
    },
    close() {
      closed = true
      clearInterval(timer)
    },
  }
}
