export {
  decideBroughtIn,
  readBroughtDecisions,
  storiesWithOwnComments,
  untouchedOf,
  wordingsOf,
} from './brought-in.ts'
export { OTHER_WORDS, whoHolds } from './conflict.ts'
export {
  type Decided,
  type DecisionAction,
  decide,
  decideInside,
  removeComment,
  removeCommentInside,
} from './decide.ts'
export { forgetDecisionWords, readDecisionForAuthor, readDecisionsOnRecord } from './decisions-of-author.ts'
export { loggedDecisions } from './logged.ts'
export { isNewest } from './newest-revision.ts'
export { notUndone } from './not-undone.ts'
export { insertDecision, recordDecision } from './record-decision.ts'
export { reopen } from './reopen.ts'
export { whatWasSeen } from './seen.ts'
export { isTold, readDecisions, restricts, type Seen, type ToldDecision } from './told.ts'
export { isUndoable, UNDO_FOR } from './undo-window.ts'
