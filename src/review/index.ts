export { type Card, readCards } from './card/card.ts'
export { type AuthorRecord, RECORD_LOOKS_AT } from './card/record.ts'
export {
  type Decided,
  type DecisionAction,
  decide,
  readUndoable,
  removeComment,
  UNDO_FOR,
  type Undoable,
  type Undone,
  undo,
} from './decide.ts'
export { examineAt, type Place } from './examine.ts'
export { type AnswerTimes, readAnswerTimes, usuallyWithin } from './figures/answer-time.ts'
export { type Looked, lookAgain, readSampleItem, type SampleItem } from './figures/blind-sample.ts'
export type { WaitingAt } from './figures/waiting.ts'
export { readWeek, type Week } from './figures/week.ts'
export {
  type CommentHistory,
  countHeld,
  listStoryComments,
  type QueueItem,
  readCommentHistory,
  readQueue,
  readQueueItem,
  readQueueState,
} from './queue.ts'
export { REASONS, type Reason, reasonOf } from './reasons.ts'
export { modelFromBytes, modelToBytes, stepFromBytes, stepToBytes } from './spam/bytes.ts'
export type { Head, SpamLabel, SpamText } from './spam/comment.ts'
export { learn, type Origin, type Step } from './spam/learn.ts'
export { emptyModel, type SpamModel } from './spam/model.ts'
export { explain, type Reason as SpamReason, type Scorer, score, scorerOf } from './spam/score.ts'
export { type KeptStart, packStart, startModel, unpackStart } from './spam/start.ts'
export { type Lesson, trainModel } from './spam/train.ts'
export { unlearn } from './spam/unlearn.ts'
