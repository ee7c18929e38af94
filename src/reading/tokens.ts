/**
 * A text as tokens with parts of speech and sentences: the ground on which
 * everything else in this part stands. One pass over the text; every pattern
 * is bounded, so the cost grows with the length alone, whatever stands in it.
 */
import { MONEY_LETTERS } from './money-signs.ts'
import { openingLength } from './openings.ts'
import { partsOfSpeech } from './parts-of-speech.ts'

export {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  TAGS,
  VERB,
} from './parts-of-speech.ts'

/** All tokens of a text, in order, as columns: entry `i` of each is about token `i`. */
export interface Tokens {
  count: number
  word: string[]
  lower: string[]
  /** A number into `TAGS`. */
  tag: Uint8Array
  /** Which paragraph it stands in, and where: UTF-16 code units into that paragraph. */
  paragraph: Int32Array
  from: Int32Array
  to: Int32Array
  /** The number of its sentence; sentences never cross a paragraph. */
  sentence: Int32Array
  /** First token of each sentence, and `count` at the end: sentence `s` is `starts[s]` to `starts[s + 1]`. */
  starts: number[]
}

const ABBREVIATIONS =
  'Mr Mrs Ms Mx Dr Sen Sens Rep Reps Gov Govs Gen Lt Col Sgt Cpl Pvt Capt Cmdr Maj Adm Brig Supt Insp Det Cllr Prof Rev Fr Hon St Ft Mt Jr Sr Esq Messrs vs Inc Corp Co Cos Ltd Bros Assn Dept Univ Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo No Nos Ave Blvd Rd approx est etc cf pp al'
const ABBREVIATION = `(?:${ABBREVIATIONS.split(' ').join('|')})\\.`

// linear: it is the patterns below, one after the other, and each position is matched by one of them.
const TOKEN = new RegExp(
  [
    /https?:\/\/[^\s<>"”]{1,400}|www\.[^\s<>"”]{1,400}/u,
    /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{0,60}\w/u,
    /[@#][\p{L}\p{N}_]{1,80}/u,
    // U.S. · D.C. · a.m. · initials
    /(?<![\p{L}\p{N}])(?:\p{L}\.){2,8}/u,
    /(?<![\p{L}\p{N}])\p{Lu}\.(?=\s?\p{Lu})/u,
    // linear: a list of words.
    new RegExp(`(?<![\\p{L}\\p{N}])${ABBREVIATION}`, 'u'),
    // 1,200.50 · 8:30 · 1990s · 3rd · 5m
    // linear: figures that this leaves are taken whole by the next.
    /\d{1,3}(?:,\d{3}){1,6}(?:\.\d{1,20})?|\d{1,2}:\d{2}(?!\d)|\d+(?:\.\d{1,20})?(?:['’]?s|st|nd|rd|th|bn|tn|m|k|pm|am)?(?![\p{L}\p{N}])/u,
    // linear: a list of words. "USD|34.6"
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${MONEY_LETTERS.filter((sign) => sign.length > 1).join('|')})(?=\\d)`, 'u'),
    /[\p{L}\p{N}\p{M}_]+(?:['’][\p{L}\p{M}]{1,40}){0,3}/u,
    /\.{2,20}|…|-{2,20}|``|''/u,
    /[^\s]/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
)

/** Cuts paragraphs into tokens and gives each its part of speech. */
export function tokenize(paragraphs: readonly string[]): Tokens {
  const cut: Cut = { word: [], paragraph: [], from: [] }
  for (const [at, text] of paragraphs.entries()) cutParagraph(text, at, cut)
  const count = cut.word.length
  const lower = cut.word.map((word) => word.toLowerCase())
  const { sentence, starts } = findSentences(cut)
  return {
    count,
    word: cut.word,
    lower,
    tag: partsOfSpeech(cut.word, starts),
    paragraph: Int32Array.from(cut.paragraph),
    from: Int32Array.from(cut.from),
    to: Int32Array.from(cut.from, (from, i) => from + (cut.word[i] as string).length),
    sentence,
    starts,
  }
}

/** Where each sentence of a paragraph stands, without the space around it: `from` and `to` count UTF-16 code units. */
export function sentencesIn(paragraph: string): { from: number; to: number }[] {
  const cut: Cut = { word: [], paragraph: [], from: [] }
  cutParagraph(paragraph, 0, cut)
  const { starts } = findSentences(cut)
  return starts.slice(0, -1).map((first, sentence) => {
    const last = (starts[sentence + 1] as number) - 1
    return { from: cut.from[first] as number, to: (cut.from[last] as number) + (cut.word[last] as string).length }
  })
}

interface Cut {
  word: string[]
  paragraph: number[]
  from: number[]
}

const SPACE = 32
const isPlainLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
/** What may follow a word of plain letters for it to be no more than that: a space, or a mark that never joins words. */
const PLAIN_ENDS = new Set([...' ,;:!?()[]“”"—–-/'].map((mark) => mark.charCodeAt(0)))

/** Most words are plain letters with a space after them, and are cut by looking at codes; the pattern cuts the others. */
function cutParagraph(text: string, paragraph: number, cut: Cut): void {
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === SPACE) {
      at++
      continue
    }
    if (isPlainLetter(code)) {
      let end = at + 1
      while (end < text.length && isPlainLetter(text.charCodeAt(end))) end++
      if (end < text.length && PLAIN_ENDS.has(text.charCodeAt(end)) && !startsAddress(text, at, end)) {
        cut.word.push(text.slice(at, end))
        cut.paragraph.push(paragraph)
        cut.from.push(at)
        at = end
        continue
      }
    }
    TOKEN.lastIndex = at
    const found = TOKEN.exec(text)
    if (!found) return
    pushWord(cut, found[0], paragraph, found.index)
    at = found.index + found[0].length
  }
}

/** "https://…": what follows the word is part of it. An address of mail may have a dash in it. */
function startsAddress(text: string, from: number, end: number): boolean {
  const next = text.charCodeAt(end)
  return (next === 58 && text.startsWith('http', from)) || (next === 45 && MAIL.test(text.slice(end, end + 80)))
}
const MAIL = /^-[\w.+-]{0,64}@/

const CLITIC = /^(.+?)(n['’]t|['’](?:s|re|ve|ll|d|m))$/iu
const APOSTROPHE = /['’]/

/** A word with the small words that lean on it cut off: "do|n't", "Putin|’s". */
function pushWord(cut: Cut, word: string, paragraph: number, from: number): void {
  const clitic = APOSTROPHE.test(word) && word.length < 100 ? CLITIC.exec(word) : null
  const stem = clitic?.[1] ?? word
  cut.word.push(stem)
  cut.paragraph.push(paragraph)
  cut.from.push(from)
  if (!clitic) return
  cut.word.push(clitic[2] as string)
  cut.paragraph.push(paragraph)
  cut.from.push(from + stem.length)
}

/** The last character of what may end a sentence: looked at first, since most words end otherwise. */
const MAY_END = new Set(['.', '?', '!', '…'])
const ENDS = /^(?:[.?!…]|\.{3,})$/
const CLOSERS = new Set(['”', '"', '’', "'", ')', ']', '»', "''"])
const OPENERS = new Set(['“', '"', '‘', "'", '(', '[', '«', '„', '—', '–', '-', '``'])
/** After an abbreviation's full stop, what begins a sentence rather than a name. */
const BEGINNERS = new Set(
  'The A An But And In On At He She It They We I This That These Those There If When While As For After Before Some Many Most His Her Its Their Our My You What Who How Why So Then Now No Yes Both Even Still Yet'.split(
    ' ',
  ),
)
const NEVER_LAST = /^(?:Mr|Mrs|Ms|Mx|Dr|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Prof|Rev|Hon|St|Cllr|Det|Supt|\p{Lu})\.$/u

/** Sentences: they end at . ? ! … with the closing marks after it, where what follows looks like a beginning. */
function findSentences(cut: Cut): { sentence: Int32Array; starts: number[] } {
  const count = cut.word.length
  const sentence = new Int32Array(count)
  const starts: number[] = []
  let start = 0
  while (start < count) {
    let end = start + (start === 0 || cut.paragraph[start] !== cut.paragraph[start - 1] ? openingOf(cut, start) : 0)
    if (end === start) {
      end++
      while (end < count && !endsBefore(cut, start, end)) end++
    }
    sentence.fill(starts.length, start, end)
    starts.push(start)
    start = end
  }
  starts.push(count)
  return { sentence, starts }
}

/** Of a paragraph's first token: how many tokens stand before its first sentence. */
function openingOf({ word, from, paragraph }: Cut, start: number): number {
  let end = start
  while (end < word.length && end < start + 16 && paragraph[end] === paragraph[start]) end++
  return openingLength(
    word,
    start,
    end,
    (i) => (from[i] as number) > (from[i - 1] as number) + (word[i - 1] as string).length,
  )
}

function endsBefore(cut: Cut, start: number, at: number): boolean {
  if (cut.paragraph[at] !== cut.paragraph[at - 1]) return true
  const word = cut.word[at] as string
  let last = at - 1
  // Closing marks belong to the sentence they close. A few at most: a million of them is no sentence.
  while (last > start && last > at - 4 && CLOSERS.has(cut.word[last] as string)) last--
  const end = cut.word[last] as string
  if (!MAY_END.has(end[end.length - 1] as string)) return false
  if (!ENDS.test(end)) {
    return (
      end.length > 1 &&
      end.endsWith('.') &&
      !NEVER_LAST.test(end) &&
      (BEGINNERS.has(word) || (last < at - 1 && /^\p{Lu}/u.test(word)))
    )
  }
  const spaceBefore = (cut.from[at] as number) > (cut.from[at - 1] as number) + (cut.word[at - 1] as string).length
  if (CLOSERS.has(word) && !(spaceBefore && OPENERS.has(word))) return false
  if (OPENERS.has(word)) return spaceBefore || last < at - 1
  return /^[\p{Lu}\p{Lt}\p{N}@#$£€•]/u.test(word)
}
