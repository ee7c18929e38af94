export {
  closingJob,
  keepingOldWindows,
  keepingReopened,
  keepingWindows,
  readCommentWindow,
  setCommentWindow,
} from './windows.ts'
