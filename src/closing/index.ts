export {
  closingJob,
  keepingReopened,
  keepingWindows,
  readCommentWindow,
  setCommentWindow,
} from './windows.ts'
