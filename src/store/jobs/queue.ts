/**
 * Jobs that last: queued in the transaction that makes them needed, done after
 * it by one process of those on the database, and kept until they are done or
 * somebody has looked at why they can't be.
 */
import { sql } from 'kysely'
import type { Database, Transaction } from '../store.ts'

/** Each kind with what it is told. A part adds its own here (declare module). A job may be done twice, so doing it twice has to be like doing it once. */
// biome-ignore lint/suspicious/noEmptyInterface: the kinds are added by the parts that do them.
export interface Jobs {}

export type JobKind = keyof Jobs & string

declare module '../events.ts' {
  interface Events {
    /** One of these may be due. */
    'job.queued': { job: string }
    /** What was given up is not to be done any more. */
    'job.let-go': { job: string; key: string }
  }
}

export interface NewJob<K extends JobKind> {
  kind: K
  /** One job of a kind for each key: queued again, it is done again, with what it was told last. */
  key: string
  payload: Jobs[K]
  /** Not before this, in milliseconds since the epoch; at once where absent. */
  due?: number
}

/** Queues a job. What is being done at the moment is done once more afterwards; what was given up is taken up again. */
export async function queueJob<K extends JobKind>(
  tx: Transaction,
  { kind, key, payload, due = tx.now }: NewJob<K>,
): Promise<void> {
  await tx.rows
    .insertInto('jobs')
    .values({ kind, key, payload_json: JSON.stringify(payload), queued_at: tx.now, due_at: due })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'key']).doUpdateSet({
        payload_json: (j) => j.ref('excluded.payload_json'),
        // Sooner counts; what was given up, or waits for another try, begins anew.
        due_at: sql<number>`case when jobs.dead_at is null and jobs.attempts = 0 and jobs.due_at < excluded.due_at then jobs.due_at else excluded.due_at end`,
        again_at: sql<number | null>`case when jobs.worker is null then null else excluded.due_at end`,
        attempts: sql<number>`case when jobs.worker is null then 0 else jobs.attempts end`,
        dead_at: null,
      }),
    )
    .execute()
  // What is put off nobody has to be told of yet: it is looked for when its time comes.
  if (due <= tx.now) await tx.say({ kind: 'job.queued', job: kind })
}

export interface DeadJob {
  number: number
  kind: string
  key: string
  attempts: number
  problem: string
  queuedAt: number
  deadAt: number
}

/** What was given up, the last first. */
export async function readDeadJobs(db: Database): Promise<DeadJob[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(['number', 'kind', 'key', 'attempts', 'problem', 'queued_at as queuedAt', 'dead_at'])
    .where('dead_at', 'is not', null)
    .orderBy('dead_at', 'desc')
    .orderBy('number', 'desc')
    .limit(200)
    .execute()
  return rows.map(({ dead_at, problem, ...row }) => ({ ...row, problem: problem ?? '', deadAt: dead_at as number }))
}

/** How many were given up. */
export async function countDeadJobs(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('jobs')
    .select((j) => j.fn.countAll().as('count'))
    .where('dead_at', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export interface JobCount {
  kind: string
  /** Due now or later. */
  waiting: number
  /** Of those that wait: failed at least once since they were last done. */
  failing: number
  running: number
  dead: number
  /** When the first of those that wait is due; null where none does. */
  nextAt: number | null
}

export async function countJobs(db: Database): Promise<JobCount[]> {
  const rows = await db
    .selectFrom('jobs')
    .select([
      'kind',
      sql<number>`sum(case when dead_at is null and worker is null then 1 else 0 end)`.as('waiting'),
      sql<number>`sum(case when dead_at is null and worker is null and attempts > 0 then 1 else 0 end)`.as('failing'),
      sql<number>`sum(case when dead_at is null and worker is not null then 1 else 0 end)`.as('running'),
      sql<number>`sum(case when dead_at is not null then 1 else 0 end)`.as('dead'),
      sql<number | null>`min(case when dead_at is null and worker is null then due_at end)`.as('nextAt'),
    ])
    .groupBy('kind')
    .orderBy('kind')
    .execute()
  return rows.map((row) => ({
    kind: row.kind,
    waiting: Number(row.waiting),
    failing: Number(row.failing),
    running: Number(row.running),
    dead: Number(row.dead),
    nextAt: row.nextAt === null ? null : Number(row.nextAt),
  }))
}

/** Takes up again what was given up; answers what it is, or null where there is no such job. */
export async function tryJobAgain(tx: Transaction, number: number): Promise<Pick<DeadJob, 'kind' | 'key'> | null> {
  const job = await tx.rows
    .updateTable('jobs')
    .set({ dead_at: null, attempts: 0, due_at: tx.now })
    .where('number', '=', number)
    .where('dead_at', 'is not', null)
    .returning(['kind', 'key'])
    .executeTakeFirst()
  if (!job) return null
  await tx.say({ kind: 'job.queued', job: job.kind })
  return job
}

/** Lets go of what was given up; answers what it was, or null where there is no such job. */
export async function dropJob(tx: Transaction, number: number): Promise<Pick<DeadJob, 'kind' | 'key'> | null> {
  const job = await tx.rows
    .deleteFrom('jobs')
    .where('number', '=', number)
    .where('dead_at', 'is not', null)
    .returning(['kind', 'key'])
    .executeTakeFirst()
  if (!job) return null
  await tx.say({ kind: 'job.let-go', job: job.kind, key: job.key })
  return job
}
