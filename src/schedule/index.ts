export {
  dropEndedStory,
  dropStoryEnd,
  type EndedStory,
  endJob,
  keepingEnds,
  readEndedStories,
  readStoryEnd,
  setStoryEnd,
} from './ends.ts'
export { callingOff, cancellingSchedules, endingSchedules, scheduleJob } from './publishing.ts'
export {
  countFailedSchedules,
  dropUpset,
  failedSchedules,
  isLate,
  readSchedules,
  readUpsets,
  type Schedule,
  scheduleStory,
  type Upset,
  unscheduleStory,
} from './schedule.ts'
