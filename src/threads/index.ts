export { eachTask } from './each-task.ts'
export { inThread, inTurn, type ThreadLimits } from './in-thread.ts'
