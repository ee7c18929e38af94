import { staffEmailMessages as m } from '../../messages/index.ts'
import { foot, type LetterPlace, type LetterWords } from './place.ts'

/** What waits, without a word of it: nobody has reviewed those. */
export interface Waiting {
  count: number
  /** The threshold that was passed, and how long the oldest has waited; in minutes. */
  minutes: number
  oldest: number
  /** The stories with most that waits, most first; `others` is how many more stories there are. */
  stories: readonly { headline: string; count: number }[]
  others: number
  /** What else waits, by kind. */
  counts: Partial<Record<OtherKind, number>>
}

type OtherKind = 'notices' | 'reports' | 'appeals' | 'tickets' | 'schedules' | 'letters'

/** Tells somebody of the staff what has waited too long: comments, and what has to be answered. */
export const waitingLetter = (
  place: LetterPlace,
  waiting: Waiting,
  links: { list: string; queue: string; choices: string },
): LetterWords => {
  const objections = lines(waiting.counts)
  const words = objections.map(({ words }) => words)
  const comments = waiting.count > 0 ? [m.comments(waiting.count)] : []
  return {
    subject:
      objections.length === 0
        ? m.commentsWaiting(waiting.count, place.name)
        : m.waiting([...words, ...comments], place.name),
    text: [
      ...(objections.length > 0
        ? [`${m.toAnswer}\n\n${objections.map(({ words, at }) => `- ${words}: ${place.url}${at}`).join('\n')}`]
        : []),
      ...(waiting.count > 0 ? [commentLines(waiting, links)] : []),
      foot(place, m.whyWaiting(links.choices)),
    ].join('\n\n'),
  }
}

function commentLines(waiting: Waiting, links: { list: string; queue: string }): string {
  const stories = [
    ...waiting.stories.map(({ headline, count }) => m.onStory(headline, count)),
    ...(waiting.others > 0 ? [m.otherStories(waiting.others)] : []),
  ]
  return [
    m.commentsLong(waiting.count, inWords(waiting.minutes), inWords(waiting.oldest)),
    stories.map((line) => `- ${line}`).join('\n'),
    m.decide(links),
  ].join('\n\n')
}

/** A notice under the law is named by itself, and first: the law gives it little time. */
const KINDS: readonly { kind: OtherKind; words: (count: number) => string; at: string }[] = [
  { kind: 'notices', words: m.notices, at: '/newsroom/review/reports' },
  { kind: 'reports', words: m.reports, at: '/newsroom/review/reports' },
  { kind: 'appeals', words: m.appeals, at: '/newsroom/review/appeals' },
  { kind: 'tickets', words: m.tickets, at: '/newsroom/tickets' },
  { kind: 'schedules', words: m.schedules, at: '/newsroom' },
  { kind: 'letters', words: m.letters, at: '/newsroom/letters' },
]

const lines = (counts: Waiting['counts']) =>
  KINDS.flatMap(({ kind, words, at }) => {
    const count = counts[kind] ?? 0
    return count > 0 ? [{ words: words(count), at }] : []
  })

/** "45 minutes", "2 hours", "3 days". */
function inWords(minutes: number): string {
  if (minutes < 90) return m.minutes(minutes)
  const hours = Math.round(minutes / 60)
  return hours < 48 ? m.hours(hours) : m.days(Math.round(hours / 24))
}
