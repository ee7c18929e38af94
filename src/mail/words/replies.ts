import { readerEmailMessages as m } from '../../messages/index.ts'
import { foot, type LetterPlace, type LetterWords } from './place.ts'

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
  told: {
    replies: readonly ToldReply[]
    more: number
    rhythm: keyof typeof m.whyAnswers
    choices: string
    stop: string
  },
): LetterWords {
  const { replies, more } = told
  const [first] = replies
  if (!first) throw new Error('a letter about answers without any')
  const count = replies.length + more
  const one = first.direct ? m.answerSubject(first.headline) : m.furtherSubject(first.headline)
  const isSecure = place.url.startsWith('https:')
  return {
    subject: count === 1 ? one : m.answersSubject(count, place.name),
    text: `${replies.map(words).join('\n\n')}

${more > 0 ? `${m.moreAnswers(more)}\n\n` : ''}${foot(
  place,
  `${m.whyAnswers[told.rhythm]}\n${m.changeAnswers(told.choices)}`,
)}`,
    headers: {
      'List-Id': `${m.listOfAnswers} <answers.${new URL(place.url).hostname}>`,
      'List-Unsubscribe': `<${told.stop}>`,
      // RFC 8058 asks for https; where there is none, a mail program shows the page instead.
      ...(isSecure ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
    },
  }
}

function words(reply: ToldReply): string {
  const name = reply.authorName.replace(/\s+/g, ' ')
  const said = reply.direct ? m.answered(name, reply.headline) : m.wroteBelow(name, reply.headline)
  return `${said}\n\n${quoted(reply.text)}\n\n${m.readAndAnswer(reply.url, reply.answerUrl)}`
}

function quoted(text: string): string {
  const characters = [...text]
  const cut = characters.length > LONGEST_EXCERPT ? `${characters.slice(0, LONGEST_EXCERPT - 1).join('')}…` : text
  return cut
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')
}
