/** How the machine is doing: for editors, and for whoever looks after it. */
import type { Child } from 'hono/jsx'
import { counted, howLongAgo, number } from '../../count.ts'

const megabytes = (bytes: number) =>
  bytes >= 1e10 ? `${number(Math.round(bytes / 1e9))} GB` : `${number(Math.round(bytes / 1e6))} MB`
const milliseconds = (ms: number) => (ms >= 1000 ? `${number(Math.round(ms / 100) / 10)} s` : `${number(tidy(ms))} ms`)
/** Small numbers with what stands behind the point, larger ones without. */
const tidy = (value: number) => (value < 10 ? Math.round(value * 10) / 10 : Math.round(value))

export const machineMessages = {
  title: 'How the machine is doing',
  /** Among the places of the settings. */
  place: 'The machine',
  lead: (version: string, database: string, since: Child) => (
    <>
      Courant {version} on {database}, running since {since}. What is shown here begins with that start, and is of this
      one process.
    </>
  ),
  sqlite: 'SQLite',
  postgres: 'PostgreSQL',
  allWell: 'Nothing is wrong.',
  wrong: 'What is wrong',

  failures: (count: number) =>
    counted(count, {
      one: 'One page could not be shown in the last hour, because something went wrong here. The server’s log says what.',
      other:
        '# pages could not be shown in the last hour, because something went wrong here. The server’s log says what.',
    }),
  slow: (ms: number) =>
    `Pages are slow: one in ten takes longer than ${milliseconds(ms)}. If it stays like this, the site needs a faster machine or a cache in front of it.`,
  busy: (ms: number) =>
    `The machine has more to do than it can: everything waits up to ${milliseconds(ms)}. If it stays like this, the site needs a faster machine.`,
  memory: (used: number, of: number) =>
    `Memory is nearly used up: ${megabytes(used)} of ${megabytes(of)}. Give the machine more, or the system may end the program.`,
  disk: (free: number) =>
    `The disk is nearly full: ${megabytes(free)} left. Make room, or nothing can be saved any more.`,
  cacheUntold: (ago: number) =>
    `The cache in front of the site could not be told of a change made ${howLongAgo(ago)}. Readers may still see what was taken down. Check COURANT_PURGE.`,
  jobsFailed: (count: number) =>
    counted(count, { one: 'One background task has failed.', other: '# background tasks have failed.' }),
  jobsLate: (ago: number) => `Background work is behind: something should have been done ${howLongAgo(ago)}.`,
  lettersFailed: (count: number) =>
    counted(count, { one: 'One email could not be sent.', other: '# emails could not be sent.' }),
  toWork: 'Look at background work',
  toLetters: 'Look at the emails',

  lastHour: 'The last hour',
  lastDay: 'The last day',
  hourEmpty: 'Nothing to show yet. The first lines are drawn two minutes after a start.',
  dayEmpty: 'Nothing to show yet. The first lines are drawn half an hour after a start.',
  asTable: 'All numbers as a table',
  time: 'Time',

  requests: 'Requests a minute',
  slowestTenth: 'The slowest tenth',
  slowestTenthHint: 'Nine of ten answers came faster.',
  memoryUsed: 'Memory',
  delay: 'Held up',
  delayHint: 'How long other work kept the program from answering, at its worst hundredth.',
  comments: 'Comments a minute',
  queue: 'Comments waiting for review',
  jobs: 'Background tasks waiting',
  diskLeft: (free: string) => `${free} left on the disk.`,

  count: (value: number) => number(tidy(value)),
  milliseconds,
  megabytes,
  unknown: '–',
  atMost: (value: string) => `at most ${value}`,
  /** What a screen reader says of a drawing. */
  drawing: (what: string, last: string, most: string) => `${what}: ${last} at the end, ${most} at the most.`,

  /** Told to whoever starts the program. */
  portInUse: (port: number) => `Port ${port} is in use. Stop what runs there, or start with COURANT_PORT=4001.`,
  portNotAllowed: (port: number) =>
    `This user may not listen on port ${port}. Choose one above 1023 with COURANT_PORT.`,
  notOurAddress: (host: string) => `COURANT_HOST is ${host}, which is not an address of this machine.`,

  isEnding: 'This Courant is about to end.',
  otherSchema: 'Another version of Courant has changed the database. Start this one anew with that version.',
  databaseAway: 'The database does not answer.',
  metricsNeedToken: 'These counters need their token, as: Authorization: Bearer …',
}
