export { askForWork } from './challenge.ts'
export { forgetSenders, forgettingJob, SENDERS_KEPT } from './forget-senders.ts'
export { LIMITS, type Post, type PostResult, postComment } from './intake.ts'
export {
  inMinutes,
  readStoryMode,
  readStoryModeNow,
  SLOW_MINUTES,
  type StoryMode,
  type StoryModeNow,
  setStoryMode,
  wordsOfMode,
} from './modes.ts'
export { PHASES, signalsFor } from './phases/all.ts'
export type { Circumstances, Phase, Signal } from './phases/signal.ts'
export type { Challenge } from './proof.ts'
export {
  countComments,
  readDiscussion,
  readPublicComment,
  readPublicComments,
  readStoryDiscussion,
} from './public-view.ts'
export {
  type AuthorRevision,
  EDIT_LIMITS,
  type EditResult,
  editComment,
  type Receipt,
  readReceipt,
  withdrawComment,
} from './receipt.ts'
export type { Discussion, PublicComment, Revision, RevisionState, Thread } from './revision.ts'
export { type SenderKeys, senderKeys } from './senders.ts'
export { type Signing, signingWith } from './signing.ts'
export { changeStates, holdComment, type StateChange } from './states.ts'
export { bandOfSignals, type Examine, examineByPhases, type Incoming, type Triage } from './triage.ts'
export {
  type AnswerWish,
  holdReader,
  queueVerification,
  readAnswersTold,
  subscribe,
  sweepWishes,
  VERIFY,
  wishForAnswers,
} from './wishes.ts'
export { type CommentForm, type FormProblem, LONGEST_NAME, LONGEST_TEXT } from './words.ts'
