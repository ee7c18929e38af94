export { callingOff, endingSchedules, scheduleJob } from './publishing.ts'
export {
  countFailedSchedules,
  dropUpset,
  readSchedules,
  readUpsets,
  type Schedule,
  scheduleStory,
  type Upset,
  unscheduleStory,
} from './schedule.ts'
