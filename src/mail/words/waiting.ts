import { countInWords, foot, type LetterPlace, type LetterWords } from './place.ts'

/** What waits, without a word of it: nobody has reviewed those. */
export interface Waiting {
  count: number
  /** The threshold that was passed, and how long the oldest has waited; in minutes. */
  minutes: number
  oldest: number
  /** The stories with most that waits, most first; `others` is how many more stories there are. */
  stories: readonly { headline: string; count: number }[]
  others: number
}

/** Tells a moderator that comments have waited too long. */
export const waitingLetter = (
  place: LetterPlace,
  waiting: Waiting,
  links: { list: string; queue: string; choices: string },
): LetterWords => ({
  subject: `${countInWords(waiting.count, 'comment waits', 'comments wait')} for review at ${place.name}`,
  text: `${countInWords(waiting.count, 'comment has', 'comments have')} waited longer than ${inWords(waiting.minutes)}, the oldest for ${inWords(waiting.oldest)}:

${waiting.stories.map(({ headline, count }) => `- ${headline} (${count})`).join('\n')}${
  waiting.others > 0 ? `\n- and on ${countInWords(waiting.others, 'other story', 'other stories')}` : ''
}

This page lists the oldest of them, with buttons to approve and reject. It is for you alone, and works for 12 hours; whoever has its address decides in your name:

${links.list}

Or sign in and open the queue: ${links.queue}

${foot(
  place,
  `You get this because you asked to be told when comments wait, at most once an hour.
To be told later, or not at all: ${links.choices}`,
)}`,
})

/** "45 minutes", "2 hours", "3 days". */
function inWords(minutes: number): string {
  if (minutes < 90) return countInWords(minutes, 'minute', 'minutes')
  const hours = Math.round(minutes / 60)
  return hours < 48 ? countInWords(hours, 'hour', 'hours') : countInWords(Math.round(hours / 24), 'day', 'days')
}
