export { examined } from './after-examining.ts'
export { askOnApproval, confirmWish, readWishToAsk } from './answers/asking.ts'
export { changeNotices, endTelling, listenersTo, readRhythm, readSubscriptions } from './answers/subscriptions.ts'
export { eraseAuthor, forgetReader } from './authors/erase.ts'
export { readOrigins } from './authors/origins.ts'
export { listOwnComments, readCommentRecord } from './authors/record.ts'
export { bringInComments } from './bring-in.ts'
export { askForWork } from './challenge.ts'
export { examining } from './examining.ts'
export { forgetSenders, forgettingJob } from './forget-senders.ts'
export { type Post, postComment } from './intake.ts'
export {
  forgettingModes,
  readStoryMode,
  readStoryModeNow,
  SLOW_MINUTES,
  type StoryMode,
  type StoryModeNow,
  setStoryMode,
  storiesOnHold,
} from './modes.ts'
export { signalsFor } from './phases/all.ts'
export { ASK_FOR_A_LOOK, type Signal } from './phases/signal.ts'
export {
  countComments,
  readDiscussion,
  readPublicComment,
  readPublicComments,
  readStoryDiscussion,
} from './public-view.ts'
export { type AuthorRevision, editComment, type Receipt, readReceipt, withdrawComment } from './receipt.ts'
export type { Discussion, PublicComment, Revision, Thread } from './revision.ts'
export { type SenderKeys, senderKeys } from './senders.ts'
export { type Signing, signingWith } from './signing.ts'
export { changeStates, holdComment, type StateChange } from './states.ts'
export type { Examine, Incoming, Triage } from './triage.ts'
export { holdReader, readAnswersTold, sweepWishes, wishForAnswers } from './wishes.ts'
