/** The language of a comment, for the queue's filter. */
import { ownLines } from '../../text/index.ts'

/** Under this many letters any guess is one; of other scripts, which are written by fewer languages, a third will do. */
const LEAST_LETTERS = 6
/** Under this many letters a language has to stand out by itself. */
const FEW_LETTERS = 12
/** More of a text makes nothing surer. */
const LETTERS_READ = 120

/**
 * How sure tinyld has to be, 0 to 1, however far behind the next language is;
 * of a few letters; and where the next is far behind: then so many times as
 * sure as of that. `npm run score:language` prints what comes of it.
 */
const SURE = { alone: 0.3, few: 0.6, least: 0.05, times: 1.5 }

/** tinyld knows sixty languages, and takes names and laughter for the smaller ones. */
const LANGUAGES =
  'en de fr es it pt nl sv no da is fi et lv lt pl cs sk hu ro bg el tr ru uk sr mk be ar he fa ur hi bn ta te th vi id ja zh ko'.split(
    ' ',
  )

let detector: Promise<typeof import('tinyld')> | undefined

/**
 * ISO 639-1, or null where it can't be told: the text is too short, or no
 * language stands out. What is quoted is not the commenter's. tinyld's normal
 * profile, loaded with the first comment.
 */
export async function languageOf(text: string): Promise<string | null> {
  const read = ownLines(text)
    .slice(0, 4 * LETTERS_READ)
    .replace(/https?:\/\/\S+/g, ' ')
    .slice(0, LETTERS_READ)
  const letters = read.match(/\p{L}/gu)?.length ?? 0
  const size = /[^\p{Script=Latin}\P{L}]/u.test(read) ? 3 * letters : letters
  if (size < LEAST_LETTERS) return null
  detector ??= import('tinyld')
  const [best, next] = (await detector).detectAll(read, { only: LANGUAGES })
  if (!best || !LANGUAGES.includes(best.lang)) return null
  if (best.accuracy >= (size < FEW_LETTERS ? SURE.few : SURE.alone)) return best.lang
  const standsOut = best.accuracy >= SURE.least && best.accuracy >= SURE.times * (next?.accuracy ?? 0)
  return standsOut && size >= FEW_LETTERS ? best.lang : null
}
