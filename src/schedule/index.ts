export { callingOff, endingSchedules, scheduleJob } from './publishing.ts'
export {
  dropUpset,
  readSchedules,
  readUpsets,
  type Schedule,
  scheduleStory,
  type Upset,
  unscheduleStory,
} from './schedule.ts'
