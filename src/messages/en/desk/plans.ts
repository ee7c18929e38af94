/** Lines of the plan that can't be kept as they were typed, and what the log says of them. */
import { number } from '../../count.ts'

const on = (day: string) => (day === '' ? 'without a day' : `on ${day}`)

export const planMessages = {
  noHeadline: 'Write what it is about, in a few words.',
  longHeadline: (most: number) => `Shorten what it is about to ${number(most)} characters.`,
  notADay: 'Choose a day, such as 2026-11-30, or leave it empty.',
  notATime: 'Write the deadline as a time of the day, such as 16:00.',
  deadlineWithoutDay: 'Choose a day for the deadline, or leave the deadline empty.',
  notALength: (most: number) => `Write the length as a number of words, up to ${number(most)}.`,
  longName: (most: number) => `Shorten the photographer’s name to ${number(most)} characters.`,
  twoPhotographers: 'Choose a photographer from the list or type a name, not both.',
  nobody: 'Choose the writer and the photographer from the list.',
  logAdded: (headline: string, day: string) => `Planned ${headline} ${on(day)}`,
  logChanged: (headline: string, day: string) => `Changed the plan of ${headline}, ${on(day)}`,
  logMoved: (headline: string, day: string) =>
    day === '' ? `Took ${headline} off its day` : `Moved ${headline} to ${day}`,
  logRemoved: (headline: string) => `Took ${headline} out of the plan`,
}
