import { backupMessages as m } from '../messages/index.ts'
import { type AnyJobHandler, type KeeperLog, keepSetting, queueJob, readSetting, type Store } from '../store/index.ts'
import { keepNewest, makeBackup, type Site } from './make.ts'

declare module '../store/jobs/queue.ts' {
  interface Jobs {
    /** Whether the day's backup is to be made. */
    'backup.look': Record<never, never>
    /** The backup of a day, such as 2026-11-30. */
    'backup.make': { day: string }
  }
}

export interface Schedule {
  /** An absolute path. */
  folder: string
  /** The hour of the day after which it is made, 0 to 23, as this machine has it. */
  hour: number
  /** How many are kept. */
  keep: number
}

export const DAILY = 'daily'
const LOOK_EVERY = 10 * 60_000
const HOUR = 60 * 60_000
const LAST_DAY = 'backup day'

/**
 * Once a day, in one of the processes on the database that have a schedule. It is a job of its own each day, so that one
 * that fails is given up where the newsroom sees it.
 */
export function backupJobs(
  store: Store,
  site: Site,
  { schedule, log, now }: { schedule: Schedule | null; log: KeeperLog; now(): number },
): AnyJobHandler[] {
  // A process without one would take the job from those that have, and do nothing.
  if (schedule === null) return []
  return [
    {
      kind: 'backup.look',
      what: m.looking,
      every: LOOK_EVERY,
      async run() {
        const day = dayOf(now() - schedule.hour * HOUR)
        if ((await readSetting(store.db, LAST_DAY))?.value === day) return
        await store.transaction(now(), async (tx) => {
          await keepSetting(tx, LAST_DAY, day, null)
          await queueJob(tx, { kind: 'backup.make', key: 'daily', payload: { day } })
        })
      },
    },
    {
      kind: 'backup.make',
      what: m.making,
      async run() {
        const made = await makeBackup(site, { into: schedule.folder, kind: DAILY, withMedia: true })
        if ('problem' in made) throw new Error(made.problem)
        await keepNewest(schedule.folder, DAILY, schedule.keep)
        log.info({ ...made }, 'the daily backup was made')
      },
    },
  ]
}

/** Of this machine's calendar. */
function dayOf(at: number): string {
  const day = new Date(at)
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()].map((n) => String(n).padStart(2, '0')).join('-')
}
