export { isMailAddress, maskedAddress } from './address.ts'
export { keepLetters, type LetterKeeper } from './keeper.ts'
export { changeLetterSettings, letterSettingsSchema, readLetterSettings } from './letter-settings.ts'
export { isLetterWaiting, queueLetter, takeBackLetters } from './letters.ts'
export { forgetLettersAbout, forgetLettersTo, type KeptLetter, listLettersAbout, listLettersTo } from './letters-of.ts'
export {
  countFailedLetters,
  countWaitingLetters,
  failedLetters,
  type LetterLists,
  type ListedLetter,
  listLetters,
  tryLetterAgain,
} from './list.ts'
export { type Compose, sendDue } from './sender.ts'
export { fileTransport, smtpTransport } from './transport.ts'
export { queueUnconfirmed } from './unconfirmed.ts'
export { invitation } from './words/invitation.ts'
export { mentionLetter } from './words/mention.ts'
export { foot, type LetterPlace } from './words/place.ts'
export { replyLetter, type ToldReply } from './words/replies.ts'
export { testLetter } from './words/test-letter.ts'
export { accountLetter, verification } from './words/verify.ts'
export { type Waiting, waitingLetter } from './words/waiting.ts'
