export { type AnswerTimes, readAnswerTimes, usuallyWithin } from './answer-time.ts'
export { type Looked, lookAgain, readSampleItem, type SampleItem } from './blind-sample.ts'
export type { WaitingAt } from './waiting.ts'
export { readWeek, type Week } from './week.ts'
