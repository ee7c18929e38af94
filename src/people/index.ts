export { noteAct, readLastActs } from './acts.ts'
export { bringInPerson } from './bring-in.ts'
export { changePerson } from './change.ts'
export { LOG_KINDS, type LogSource, readStaffLog, type StaffLogLine } from './log.ts'
export { checkPassword, signInByCode, signInByPassword } from './password-sign-in.ts'
export { readPassword, removePassword, setPassword } from './passwords.ts'
export {
  addPerson,
  listPeople,
  may,
  namesOfStaff,
  type Person,
  ROLES,
  readPerson,
  SWITCHES,
  type Switch,
  setDisabled,
  setSwitches,
} from './person.ts'
export {
  beginCodes,
  type CodesLine,
  confirmCodes,
  makeRecoveryCodes,
  readCodes,
  removeCodes,
  useCode,
} from './second-factor.ts'
export {
  endOtherSessions,
  endSession,
  isProved,
  listSessions,
  type OpenedSession,
  openSession,
  proveSession,
  readSessionInHand,
  type SessionInHand,
  type SessionLine,
  seeSession,
  signOut,
} from './sessions.ts'
export { firstEditorLink, makeSignInLink, peekSignInLink, signIn } from './sign-in.ts'
