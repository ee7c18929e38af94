export { type ComesIn, comeIn, mayActNow, storeThrough } from './come-in.ts'
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
export { SCOPES, type Scope } from './scopes.ts'
