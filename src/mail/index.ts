export { invitation } from './invitation.ts'
export { type Letter, putInOutbox } from './outbox.ts'
