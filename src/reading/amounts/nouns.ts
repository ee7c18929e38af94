/** What is counted, and what money is of: nouns, by their shape and by the words that can't be one. */
import { capital, glued, type Pieces, WORD } from '../times/pieces.ts'

/** Words that end a run of nouns and adjectives: articles, prepositions, pronouns, auxiliaries, common verbs. */
const STOPS = new Set(
  "a an the this that these those and or but nor so yet if as at by for from in into of off on onto out over per since than through to toward towards under until up upon via with within without about above across after against along among around before behind below beneath beside between beyond down during near he she it they we you i him her them us me who whom which what whose where when while why how his its their our your my is are was were be been being am has have had having do does did doing done will would shall should can could may might must not no there here then now today yesterday tomorrow tonight ago later earlier each every both either neither also only just even still already again too very more most less least much many few some any all such same other another said says say told tells went goes go came comes come took takes take made makes make got gets get gave gives give found finds find saw sees see put puts voted died killed injured dead wounded showed 's 't 'll 're 've 'd because though although unless whether however according including saying left remain remains remained last next past hardly barely rarely roughly nearly almost approximately times others".split(
    ' ',
  ),
)
/** Plurals without an s. */
const PLURALS = new Set(
  'people men women children police personnel staff crew troops cattle sheep deer fish aircraft spacecraft teeth feet mice geese oxen media data criteria alumni stimuli phenomena policemen policewomen firemen servicemen servicewomen congressmen congresswomen councilmen councilwomen fishermen clergy offspring species series percent crossroads headquarters grandchildren schoolchildren gunmen horsemen businessmen businesswomen salesmen spokesmen lawmen workmen countrymen km kg kw mw gw mph kph mg ml cm mm ft lbs oz hp gb tb mb'.split(
    ' ',
  ),
)
/** Words in -s that are no plural. */
const SINGULARS = new Set(
  'his its this thus plus versus less perhaps always sometimes besides yes us is was has does as nonetheless nevertheless towards afterwards overseas downstairs upstairs across various previous serious famous religious dangerous enormous indoors outdoors whereas congress princess access progress process business illness press gas bus campus census virus bonus status crisis basis analysis emphasis news politics economics mathematics physics christmas thursdays'.split(
    ' ',
  ),
)
/** Plurals that describe the noun after them: "sales managers", "arms dealers". In other pairs the second is a verb. */
const DESCRIBING = new Set(
  'sales arms sports women men states nations veterans systems operations savings communications rights drugs teachers police staff singles doubles'.split(
    ' ',
  ),
)
/** Units that a capital makes part of a name: "60 Minutes" is a programme. */
const UNITS = new Set('seconds minutes hours days weeks months years'.split(' '))
/** Between a number and its noun: "five other people", "nine million more workers". */
const SKIPPED = new Set(['more', 'other', 'such', 'additional'])
/** Words in -s after a number that are not what it counts: "three times", "the two says". */
const NOT_COUNTED = new Set([
  ...'times others mondays tuesdays wednesdays thursdays fridays saturdays sundays'.split(' '),
  'says',
  'goes',
  'makes',
  'takes',
  'comes',
  'gets',
  'gives',
  'seems',
  'means',
  'needs',
  'wants',
])
/** Units that hyphens join to a number: "a two-hour meeting", "a 20-mile march". */
const MEASURES = new Set(
  'minute hour day week month year decade mile kilometer kilometre meter metre foot inch yard acre ton tonne pound gallon liter litre barrel megawatt mph'.split(
    ' ',
  ),
)
/** Amounts of some stuff: "2 million tonnes of grain". */
const OF_STUFF = new Set(
  'tons tonnes barrels gallons litres liters pounds kilograms kilos grams ounces acres hectares bottles cups glasses pieces bags boxes rolls sheets shares units doses copies rounds pints tablespoons teaspoons hours minutes days weeks months years miles loads truckloads'.split(
    ' ',
  ),
)
/** How far a noun is looked for after its number. */
const REACH = 6

export const isStop = (word: string): boolean => STOPS.has(word)
export const isMeasure = (word: string): boolean => MEASURES.has(word)

export function isPlural(word: string): boolean {
  if (PLURALS.has(word)) return true
  return (
    word.length > 2 && /[^s]s$/.test(word) && !/(?:ous|us|is)$/.test(word) && !SINGULARS.has(word) && !STOPS.has(word)
  )
}

/** A block's pieces, and which of them belong to a time. */
export interface TimedPieces {
  p: Pieces
  isTime(at: number): boolean
}

export interface Noun {
  /** The piece of its last word, and the one after it. */
  at: number
  end: number
  /** As written, with what belongs to it: "people", "New Yorkers", "first-graders". */
  word: string
}

/**
 * The plural that a number before piece `from` counts: the first one within a few
 * words that are no stop words and no time ("two hundred former steel workers"). Null
 * where there is none.
 */
export function countedAfter({ p, isTime }: TimedPieces, from: number): Noun | null {
  const start = SKIPPED.has(p.lower[from] ?? '') ? from + 1 : from
  for (let at = start; at < p.count && at < start + REACH; at++) {
    // A hyphen joins what goes before the noun ("12 middle-aged men"), a point what is short ("U.N. troops").
    if (at > start && glued(p, at) && /^[-.]$/.test(p.lower[at] as string) && joins(p, at)) continue
    const word = p.lower[at] as string
    if (p.kind[at] !== WORD || isTime(at) || isStop(word) || NOT_COUNTED.has(word)) return null
    if (!isPlural(word)) continue
    // "300 Rovers fans": of two plurals the first, if it has a capital, is whose they are.
    if (capital(p, at) && isThing(p, at + 1) && at + 1 < start + REACH) continue
    if (DESCRIBING.has(word) && isPlural(p.lower[at + 1] ?? '') && at + 1 < start + REACH) continue
    return UNITS.has(word) && capital(p, at) ? null : nounAt(p, start, at)
  }
  return null
}

const joins = (p: Pieces, at: number) => (p.lower[at] === '-' ? glued(p, at + 1) : p.lower[at - 1]?.length === 1)

const isThing = (p: Pieces, at: number) => {
  const word = p.lower[at] ?? ''
  return p.kind[at] === WORD && isPlural(word) && !NOT_COUNTED.has(word) && !UNITS.has(word) && !glued(p, at)
}

/** A noun brings the names right before it along ("New Yorkers", "Rovers fans"), and so does a hyphen ("first-graders"). */
function nounAt(p: Pieces, start: number, at: number): Noun {
  let first = at
  while (first > start) {
    // "African-American leaders"
    const step = glued(p, first) && p.lower[first - 1] === '-' && first - 2 >= start ? 2 : 1
    if (step === 1 && (!capital(p, first - 1) || p.kind[first - 1] !== WORD || glued(p, first))) break
    first -= step
  }
  return { at, end: at + 1, word: p.text.slice(p.from[first] as number, p.to[at] as number) }
}

/** The stuff in "tonnes of grain"; null where the noun counts things of its own. */
export function stuffOf(around: TimedPieces, noun: Noun): { words: string; end: number } | null {
  if (!OF_STUFF.has(noun.word.toLowerCase()) || around.p.lower[noun.end] !== 'of') return null
  return nounRun(around, noun.end + 1)
}

/**
 * Words from a piece up to the next stop word, mark or time, article skipped, as "foreign
 * military financing"; six at most, so that a missed verb does little harm. Null
 * where there is none.
 */
export function nounRun({ p, isTime }: TimedPieces, from: number): { words: string; end: number } | null {
  const start = /^(?:the|a|an|its|his|her|their|all|our)$/.test(p.lower[from] ?? '') ? from + 1 : from
  let end = start
  while (end < p.count && end < start + 6) {
    const inside = end > start
    if (inside && TITLES.has(p.lower[end - 1] as string) && p.lower[end] === '.') {
      end++
      continue
    }
    const joined = inside && glued(p, end) && (p.lower[end] === "'s" || (p.lower[end] === '-' && glued(p, end + 1)))
    if (!joined && (p.kind[end] !== WORD || isTime(end) || isStop(p.lower[end] as string))) break
    end++
    // A plural ends it: a verb may follow ("of voters support …"), and a possessive goes on.
    if (!joined && isPlural(p.lower[end - 1] as string) && !capital(p, end) && p.lower[end] !== "'s") break
  }
  while (end > start && /ly$/.test(p.lower[end - 1] as string)) end--
  if (end === start || /^(?:-|'s|\.)$/.test(p.lower[end - 1] as string) || TITLES.has(p.lower[end - 1] as string))
    return null
  return { words: p.text.slice(p.from[start] as number, p.to[end - 1] as number), end }
}

/**
 * "What was missing", from its "what": up to the next mark or time, or a word
 * that begins another clause; eight words at most. Null where a piece is no "what".
 */
export function whatRun({ p, isTime }: TimedPieces, from: number): { words: string; end: number } | null {
  if (p.lower[from] !== 'what') return null
  let end = from + 1
  while (end < p.count && end < from + 8) {
    const word = p.lower[end] as string
    if (p.kind[end] !== WORD || isTime(end) || ENDS_CLAUSE.has(word)) break
    end++
  }
  // "What it spent in [2019]"
  while (end > from + 1 && /^(?:in|on|at|by|from|until|since|to|of)$/.test(p.lower[end - 1] as string)) end--
  return end < from + 3 ? null : { words: p.text.slice(p.from[from] as number, p.to[end - 1] as number), end }
}

const ENDS_CLAUSE = new Set(
  'and or but because when while after before said says according which who with for than'.split(' '),
)

const TITLES = new Set(['mr', 'mrs', 'ms', 'dr', 'sen', 'gov', 'rep'])
