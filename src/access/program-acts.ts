/** How much a program may change in a minute: one that goes round in a circle fills no log and keeps nobody waiting. */
import type { Transaction } from '../store/index.ts'
import { countOne } from './counted.ts'

export const PROGRAM_ACTS = 300
const MINUTE = 60 * 1000

/** Whether a program may do one more thing now; counts it where it may. */
export const allowProgramAct = (tx: Transaction, programId: string): Promise<boolean> =>
  countOne(tx, `program ${programId}`, { most: PROGRAM_ACTS, within: MINUTE })
