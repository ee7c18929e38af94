export { inThread, inTurn } from './in-thread.ts'
