/** The language of a comment, for the queue's filter. */

/** Under this many letters any guess is one. */
const LEAST_LETTERS = 12
/** More of a text makes nothing surer. */
const LETTERS_READ = 120
/** How sure tinyld has to be, 0 to 1. */
const SURE_FROM = 0.3

let detector: Promise<typeof import('tinyld/light')> | undefined

/**
 * ISO 639-1, or null where it can't be told: the text is too short, or no
 * language stands out. Of 24 languages, the large ones of Europe and Asia;
 * chosen for its weight (11 MB, loaded with the first comment) among those that
 * know short texts.
 */
export async function languageOf(text: string): Promise<string | null> {
  const read = text.slice(0, LETTERS_READ).replace(/https?:\/\/\S+/g, ' ')
  if (
    (read.match(/\p{L}/gu)?.length ?? 0) < (/[^\p{Script=Latin}\P{L}]/u.test(read) ? LEAST_LETTERS / 3 : LEAST_LETTERS)
  )
    return null
  detector ??= import('tinyld/light')
  const [best] = (await detector).detectAll(read)
  return best && best.accuracy >= SURE_FROM && /^[a-z]{2}$/.test(best.lang) ? best.lang : null
}
