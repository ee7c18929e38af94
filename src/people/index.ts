export { type Act, noteAct } from './acts.ts'
export {
  allowLetter,
  isUnwanted,
  LETTERS_A_NETWORK,
  letterConfirmed,
  setUnwanted,
  sweepLetterLimits,
} from './letter-limits.ts'
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
} from './person.ts'
export { findReaderByMail, forgetNotices, type Reader, readReader, verifyReader } from './readers.ts'
export { firstEditorLink, makeSignInLink, peekSignInLink, readSession, signIn, signOut } from './sign-in.ts'
