/** How long statements take, for whoever wants to know; else none is timed. */
import type { LogEvent } from 'kysely'

/** Told of each statement: its time in milliseconds, and whether it worked. */
export type Timed = (ms: number, worked: boolean) => void

/** What Kysely is opened with for that. */
export const timing = (timed: Timed | undefined) =>
  timed ? { log: ({ level, queryDurationMillis }: LogEvent) => timed(queryDurationMillis, level === 'query') } : {}
