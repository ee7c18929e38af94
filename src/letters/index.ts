export {
  endAnswers,
  endAnswersInside,
  type NoticeChoices,
  readNoticeChoices,
  type Subscription,
  setRhythm,
  setScopes,
} from './answers/choices.ts'
export { composeReplies } from './answers/reply-letter.ts'
export { isRhythm, type Rhythm } from './answers/rhythm.ts'
export { composeVerification, confirmAddress, peekConfirmation } from './answers/verification.ts'
export { forgetNotices } from './forget-notices.ts'
export { decisionLetters } from './letters-written.ts'
export { telling } from './notices.ts'
export { ticketLetters } from './ticket-letters.ts'
export {
  readWaitingChoices,
  saveWaitingChoices,
  type Threshold,
  type ThresholdKind,
  usualWaiting,
  WAITING_KINDS,
  type WaitingChoices,
  waitingChoicesSchema,
} from './waiting/choices.ts'
export { NEEDS } from './waiting/due.ts'
export { composeWaiting, queueWaitingLetters } from './waiting/summary.ts'
