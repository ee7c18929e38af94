import { countInWords, foot, type LetterPlace, type LetterWords } from './place.ts'

/** An answer as readers see it at this moment. */
export interface ToldReply {
  authorName: string
  text: string
  headline: string
  /** Where it stands, and where it is answered: whole addresses. */
  url: string
  answerUrl: string
  /** Whether it answers the reader's own comment, or stands further below it. */
  direct: boolean
}

const LONGEST_EXCERPT = 1200

/** Tells a reader of answers. `more` is how many there are beside those in `replies`. */
export function replyLetter(
  place: LetterPlace,
  told: { replies: readonly ToldReply[]; more: number; rhythm: string; choices: string; stop: string },
): LetterWords {
  const { replies, more } = told
  const [first] = replies
  if (!first) throw new Error('a letter about answers without any')
  const count = replies.length + more
  const subject =
    count === 1
      ? `${first.direct ? 'An answer to your comment' : 'More below your comment'} on “${first.headline}”`
      : `${countInWords(count, 'answer', 'answers')} to your comments at ${place.name}`
  const isSecure = place.url.startsWith('https:')
  return {
    subject,
    text: `${replies.map(words).join('\n\n')}

${more > 0 ? `There are ${more} more; they stand under the same stories.\n\n` : ''}${foot(
  place,
  `You get this because you asked to be told of answers to your comments, ${RHYTHMS[told.rhythm] ?? ''}.
To be told more or less often, or not at all: ${told.choices}`,
)}`,
    headers: {
      'List-Id': `Answers to your comments <answers.${new URL(place.url).hostname}>`,
      'List-Unsubscribe': `<${told.stop}>`,
      // RFC 8058 asks for https; where there is none, a mail program shows the page instead.
      ...(isSecure ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    },
  }
}

const RHYTHMS: Record<string, string> = { 'at once': 'as they come', daily: 'once a day', weekly: 'once a week' }

const words = (reply: ToldReply): string =>
  `${reply.authorName.replace(/\s+/g, ' ')} ${reply.direct ? 'answered your comment' : 'wrote below your comment'} on “${reply.headline}”:

${quoted(reply.text)}

Read it where it stands: ${reply.url}
Answer it: ${reply.answerUrl}`

function quoted(text: string): string {
  const characters = [...text]
  const cut = characters.length > LONGEST_EXCERPT ? `${characters.slice(0, LONGEST_EXCERPT - 1).join('')}…` : text
  return cut
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}
