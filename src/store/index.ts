export { type Keeper, type KeeperLog, lookEvery } from './beside/look-every.ts'
export { lull } from './beside/lull.ts'
export { checkStore } from './check-store.ts'
export { describeError } from './describe-error.ts'
export type { Event, EventKind } from './events.ts'
export { COMMENT_TEXT, fullTextOf, STATEMENT_TEXT } from './full-text.ts'
export { firstIdAt, isId, newId } from './id.ts'
export {
  countDeadJobs,
  countJobs,
  type DeadJob,
  dropJob,
  type JobCount,
  type JobKind,
  type Jobs,
  queueJob,
  readDeadJobs,
  tryJobAgain,
} from './jobs/queue.ts'
export { type AnyJobHandler, doJobs, NEVER_ENDED, type Work } from './jobs/work.ts'
export { many } from './many.ts'
export { MIGRATIONS, migrate } from './migrate.ts'
export { type DatabaseAddress, openStore } from './open.ts'
export { databaseProblem, openDatabase } from './open-database.ts'
export { storeProblem } from './problem.ts'
export { knownSecret, readSecret } from './secret.ts'
export {
  changeFields,
  type FieldChange,
  keepSetting,
  type LaidOver,
  layOver,
  markOnce,
  readFields,
  readSetting,
} from './settings.ts'
export { keepPrivate, openToOthers } from './sqlite/private-files.ts'
export {
  BAND_NAMES,
  type BandName,
  REVISION_STATE_NAMES,
  type RevisionStateName,
  type SignalStateName,
} from './states.ts'
export type { AnyInsideListener, Database, InsideListener, Store, Transaction, Write } from './store.ts'
export { takeTurns } from './turns.ts'
