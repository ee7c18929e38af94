/** A comment as the model of conduct reads it: sentences of words, each with what it does there. */
import { normalise, readSigns, tokensOf } from '../spam/index.ts'
import { KINDS_OF_WORDS, type WordKind } from './words.ts'

export interface ReadWord {
  /** As it stands, lower case, its disguises taken off. */
  word: string
  kinds: readonly WordKind[]
}

/** How it looks, apart from its words. */
export interface Look {
  letters: number
  capitals: number
  hasExclamation: boolean
  /** Begins with the name of somebody: "@ada". */
  isAnswer: boolean
}

export interface ReadText {
  look: Look
  sentences: ReadWord[][]
  hasQuestion: boolean
  hasQuotes: boolean
}

/** Of a long text as much is read, in UTF-16 units. */
const LONGEST = 4000
/** Shorter words have too many neighbours to be known where they are misspelt. */
const SHORTEST_MISSPELT = 5
const NONE: readonly WordKind[] = []

/** Pure; the work is in line with the text's length. */
export function readConduct(raw: string): ReadText {
  const start = raw.slice(0, LONGEST)
  const { text } = normalise(start)
  const plain = text.replace(/@\w+/g, ' ')
  const sentences: ReadWord[][] = [[]]
  const add = (word: string) => {
    for (const one of knownAs(word)) sentences.at(-1)?.push({ word: one, kinds: KINDS_OF_WORDS.get(one) ?? NONE })
  }
  let apart = ''
  for (const token of [...tokensOf(plain, [], []).words, '.']) {
    // "k i l l" is one word again; "I" and "a" stand alone by right, unless they stand among others.
    if (/^\p{L}$/u.test(token)) {
      apart += token
      continue
    }
    if (apart.length >= 3) add(apart)
    else for (const letter of apart) add(letter)
    apart = ''
    if (/^[.!?;]$/.test(token)) {
      if ((sentences.at(-1) as ReadWord[]).length > 0) sentences.push([])
    } else if (/\p{L}/u.test(token)) add(readSigns(token) ?? token)
  }
  return {
    look: {
      letters: start.length,
      capitals: start.match(/\p{Lu}/gu)?.length ?? 0,
      hasExclamation: start.includes('!'),
      isAnswer: start.trimStart().startsWith('@'),
    },
    sentences: sentences.filter((words) => words.length > 0),
    hasQuestion: text.includes('?'),
    hasQuotes: /["“”«»]/.test(text),
  }
}

/** The word or words that are meant: as it is, without its apostrophe, misspelt by a letter, or two written as one. */
function knownAs(token: string): string[] {
  const word = token.replaceAll("'", '')
  if (KINDS_OF_WORDS.has(word) || word.length < SHORTEST_MISSPELT) return [word]
  if (token.endsWith("'s") && KINDS_OF_WORDS.has(token.slice(0, -2))) return [token.slice(0, -2)]
  if (COMMON.has(word)) return [word]
  const meant = MISSPELT.get(word) ?? swapped(word)
  if (meant !== undefined) return [meant]
  return split(word) ?? [word]
}

/** Common words that are a letter away from one of the list, or two of them in a row. */
const COMMON = new Set(
  'therapist therapists therapy about after again their there where which while whole these those thing things think could would should little people years always never under other being over into only just really still stand stands state states story stories house horse shoe shoes short shirt shift shots hands handle handed change charge bread dread great treat tread greater women worked worker another anything something nothing everything whether within without forget together today itself himself someone anyone everyone cannot become income outcome welcome height weight fight light night right might sight hardly heart hear heard hears hears herd third bird'.split(
    ' ',
  ),
)

/** Words of the list without one of their letters, by what is left. */
const MISSPELT: ReadonlyMap<string, string> = (() => {
  const found = new Map<string, string>()
  for (const word of KINDS_OF_WORDS.keys()) {
    if (word.length <= SHORTEST_MISSPELT) continue
    for (let i = 1; i < word.length; i++) {
      const left = word.slice(0, i) + word.slice(i + 1)
      if (!KINDS_OF_WORDS.has(left) && !found.has(left)) found.set(left, word)
    }
  }
  return found
})()

/** With two neighbouring letters the other way round. */
function swapped(word: string): string | undefined {
  if (word.length > 16) return undefined
  for (let i = 0; i + 1 < word.length; i++) {
    const other = word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2)
    if (other !== word && KINDS_OF_WORDS.has(other)) return other
  }
  return undefined
}

/** Two words in one, of which the list has both, or one and the other is a common one. */
function split(word: string): string[] | undefined {
  if (word.length > 24 || word.length < 6) return undefined
  for (let at = 2; at + 2 <= word.length; at++) {
    const [one, other] = [word.slice(0, at), word.slice(at)]
    const [first, second] = [KINDS_OF_WORDS.has(one), KINDS_OF_WORDS.has(other)]
    if ((first && (second || JOINED.has(other))) || (second && JOINED.has(one))) return [one, other]
  }
  return undefined
}

const JOINED = new Set('to all so and are too many much more just such people like'.split(' '))
