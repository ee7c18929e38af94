export { type ComesIn, comeIn, mayActNow, type ProgramInHand, storeThrough } from './come-in.ts'
export {
  LIVES,
  LONGEST_PROGRAM_NAME,
  listPrograms,
  makeProgram,
  mayThrough,
  namesOfPrograms,
  type Program,
  removeProgram,
} from './programs.ts'
export { SCOPES, type Scope, SWITCH_OF } from './scopes.ts'
