export { type Act, noteAct } from './acts.ts'
export {
  type Author,
  BAN_TERMS,
  type Ban,
  type Banned,
  type BanTerm,
  banAuthor,
  findBan,
  forgetBannedNetworks,
  liftBan,
  listBans,
  networkBanEnds,
  readBan,
} from './bans.ts'
export { base32, codeOfStep, otpauthUri, stepAt } from './code-of-time.ts'
export { countNetwork } from './counted.ts'
export { deviceOf } from './device.ts'
export { FAILURES } from './failures.ts'
export {
  allowLetter,
  isUnwanted,
  LETTERS_A_NETWORK,
  letterConfirmed,
  setUnwanted,
  sweepLetterLimits,
} from './letter-limits.ts'
export { LOG_KINDS, readStaffLog, type StaffLogLine } from './log.ts'
export { foldAddress, type MailKeys, mailKeysWith } from './mail-keys.ts'
export {
  endLinksOf,
  LINK_LIVES,
  type LinkPurpose,
  type MailLink,
  makeMailLink,
  peekMailLink,
  sweepMailLinks,
  useMailLink,
} from './mail-links.ts'
export { ACCOUNTS_A_NETWORK, countAccount, tooManyAccounts } from './new-accounts.ts'
export {
  askForNewPasskey,
  askForPasskey,
  checkPasskey,
  keepPasskey,
  listPasskeys,
  type PasskeyLine,
  type PasskeyOwner,
  type PasskeyPlace,
  passkeyPlace,
  removePasskey,
} from './passkeys.ts'
export { SHORTEST_PASSWORD } from './password-rules.ts'
export { checkPassword, signInByCode, signInByPassword } from './password-sign-in.ts'
export { argon2, type Hasher, readPassword, removePassword, setPassword } from './passwords.ts'
export {
  addPerson,
  listPeople,
  may,
  type Person,
  ROLES,
  readPerson,
  SWITCHES,
  type Switch,
  setDisabled,
  setSwitches,
} from './person.ts'
export {
  addAddressByLink,
  addReader,
  checkReaderName,
  endReaderSessions,
  listReaderSessions,
  newReaderId,
  type OpenedReaderSession,
  openReaderSession,
  type ReaderSessionInHand,
  type ReaderSessionLine,
  readReaderSession,
  removeReaderPasskey,
  renameReader,
  signInReaderByLink,
} from './reader-accounts.ts'
export {
  addAddress,
  forgetNotices,
  holdStandingReader,
  type Reader,
  readerWithAddress,
  readReader,
  verifyReader,
} from './readers.ts'
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
  readSession,
  readSessionInHand,
  type SessionInHand,
  type SessionLine,
  seeSession,
  signOut,
} from './sessions.ts'
export { firstEditorLink, makeSignInLink, peekSignInLink, signIn } from './sign-in.ts'
