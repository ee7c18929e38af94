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
  /** What waits for an answer: appeals, and comments that were reported, some of them with a notice under the law. */
  objections: { appeals: number; reported: number; notices: number }
}

/** Tells a moderator what has waited too long: comments, and what has to be answered. */
export const waitingLetter = (
  place: LetterPlace,
  waiting: Waiting,
  links: { list: string; queue: string; choices: string },
): LetterWords => {
  const objections = objectionLines(waiting.objections)
  const subject = [
    ...(waiting.count > 0 ? [countInWords(waiting.count, 'comment waits', 'comments wait')] : []),
    ...objections.map(({ count, one, many }) => countInWords(count, one, many)),
  ]
  return {
    subject: `${subject.join(', ')}${waiting.count > 0 && objections.length === 0 ? ' for review' : ' to answer'} at ${place.name}`,
    text: [
      ...(objections.length > 0
        ? [
            `Waiting for an answer:\n\n${objections
              .map(({ count, one, many, at }) => `- ${countInWords(count, one, many)}: ${place.url}${at}`)
              .join('\n')}`,
          ]
        : []),
      ...(waiting.count > 0 ? [commentLines(waiting, links)] : []),
      foot(
        place,
        `You get this because you asked to be told when comments, appeals or reports wait, at most once an hour.
To be told later, or not at all: ${links.choices}`,
      ),
    ].join('\n\n'),
  }
}

const commentLines = (waiting: Waiting, links: { list: string; queue: string }): string =>
  `${countInWords(waiting.count, 'comment has', 'comments have')} waited longer than ${inWords(waiting.minutes)}, the oldest for ${inWords(waiting.oldest)}:

${waiting.stories.map(({ headline, count }) => `- ${headline} (${count})`).join('\n')}${
  waiting.others > 0 ? `\n- and on ${countInWords(waiting.others, 'other story', 'other stories')}` : ''
}

This page lists the oldest of them, with buttons to approve and reject. It is for you alone, and works for 12 hours; whoever has its address decides in your name:

${links.list}

Or sign in and open the queue: ${links.queue}`

/** A notice under the law is named by itself: the law gives it little time. */
const objectionLines = ({ appeals, reported, notices }: Waiting['objections']) =>
  [
    { count: notices, one: 'notice under the law', many: 'notices under the law', at: '/newsroom/review/reports' },
    { count: reported - notices, one: 'reported comment', many: 'reported comments', at: '/newsroom/review/reports' },
    { count: appeals, one: 'appeal', many: 'appeals', at: '/newsroom/review/appeals' },
  ].filter(({ count }) => count > 0)

/** "45 minutes", "2 hours", "3 days". */
function inWords(minutes: number): string {
  if (minutes < 90) return countInWords(minutes, 'minute', 'minutes')
  const hours = Math.round(minutes / 60)
  return hours < 48 ? countInWords(hours, 'hour', 'hours') : countInWords(Math.round(hours / 24), 'day', 'days')
}
