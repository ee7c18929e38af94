export { invitation } from './invitation.ts'
export { queueLetter, takeBackLetters, type WaitingLetter } from './letters.ts'
export { type Letter, putInOutbox } from './outbox.ts'
