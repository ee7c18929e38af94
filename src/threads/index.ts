export { inThread, inTurn, type ThreadLimits } from './in-thread.ts'
