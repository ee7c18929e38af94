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
