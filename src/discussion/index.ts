export { LIMITS, type Post, type PostResult, postComment } from './intake.ts'
export { PHASES, signalsFor } from './phases/all.ts'
export type { Circumstances, Phase, Signal } from './phases/signal.ts'
export { countComments, readDiscussion, readPublicComment } from './public-view.ts'
export {
  type AuthorRevision,
  type EditResult,
  editComment,
  type Receipt,
  readReceipt,
  withdrawComment,
} from './receipt.ts'
export type { Discussion, PublicComment, Revision, RevisionState, Thread } from './revision.ts'
export { type Signing, signingWith } from './signing.ts'
export { changeStates, holdComment, type StateChange } from './states.ts'
export { bandOfSignals, type Examine, examineByPhases, type Incoming, type Triage } from './triage.ts'
export { type CommentForm, type FormProblem, LONGEST_NAME, LONGEST_TEXT } from './words.ts'
