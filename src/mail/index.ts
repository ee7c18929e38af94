export { isMailAddress, maskedAddress } from './address.ts'
export { keepLetters, type LetterKeeper } from './keeper.ts'
export {
  changeLetterSettings,
  defaultLetterSettings,
  type LetterSettings,
  letterSettingsSchema,
  readLetterSettings,
} from './letter-settings.ts'
export { isLetterWaiting, queueLetter, takeBackLetters, type WaitingLetter } from './letters.ts'
export {
  LETTERS_KEPT,
  type LetterLists,
  type ListedLetter,
  listLetters,
  sweepLetters,
  tryLetterAgain,
} from './list.ts'
export type { Correspondent, Message } from './message.ts'
export {
  type Compose,
  type DroppedLetter,
  type LetterInHand,
  type LetterPost,
  PAUSES,
  sendDue,
  TURN,
  type WrittenLetter,
} from './sender.ts'
export { type Failure, fileTransport, type SmtpServer, smtpTransport, type Transport } from './transport.ts'
export { invitation } from './words/invitation.ts'
export { foot, type LetterPlace, type LetterWords } from './words/place.ts'
export { replyLetter, type ToldReply } from './words/replies.ts'
export { testLetter } from './words/test-letter.ts'
export { accountLetter, verification } from './words/verify.ts'
export { type Waiting, waitingLetter } from './words/waiting.ts'
