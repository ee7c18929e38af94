/** Whether what a sentence says of a time has happened or is to come: what decides between last Monday and next. */
import { endsSentence, type Pieces } from './pieces.ts'

export type Tense = 'past' | 'future' | 'none'

const FUTURE = new Set(
  "will 'll shall would due scheduled slated expected upcoming plans planned planning intends intend hopes going could may might can should must vows pledges tomorrow".split(
    ' ',
  ),
)
/** "Is to meet", "are set to": future where "to" or "for" follows. */
const TO_COME = new Set(['set', 'is', 'are', 'has', 'have', 'ready', 'likely', 'about'])
const PAST = new Set(
  'was were had did didn said told met came went took won lost made gave began held left found saw spoke wrote fell rose got sent ran led struck shot beat brought bought thought knew became broke built sold paid sat stood drew drove flew grew kept felt sought chose swore taught threw hit heard fled wed laid hurt dealt spent ago'.split(
    ' ',
  ),
)
const NOT_PAST = new Set(
  'indeed need speed feed seed exceed proceed succeed united hundred unprecedented alleged so-called red bed'.split(
    ' ',
  ),
)
const UNTIL = new Set(['until', 'till', 'by'])
/** How far a sentence is looked through: keeps a text without full stops linear. */
const [BACK, ON] = [25, 15]

/**
 * The tense around the pieces `from` to `end`: a word that decides directly
 * before or after them, else the nearest to the left in the sentence, else the
 * nearest to the right.
 */
export function tenseAt(p: Pieces, from: number, end: number): Tense {
  const before = p.lower[from - 1] ?? ''
  if (UNTIL.has(before)) return 'future'
  if (before === 'of' && p.lower[from - 2] === 'ahead') return 'future'
  if (before === 'since') return 'past'
  const next = tenseOf(p, end)
  if (next === 'future' || p.lower[end] === 'was' || p.lower[end] === 'were') return next
  for (let at = from - 1; at >= 0 && at > from - BACK; at--) {
    if (endsSentence(p, at)) break
    const tense = tenseOf(p, at)
    if (tense !== 'none') return tense
  }
  for (let at = end; at < p.count && at < end + ON; at++) {
    if (endsSentence(p, at)) break
    const tense = tenseOf(p, at)
    if (tense !== 'none') return tense
  }
  return 'none'
}

function tenseOf(p: Pieces, at: number): Tense {
  const word = p.lower[at] ?? ''
  const next = p.lower[at + 1] ?? ''
  if (word === 'won' && next === "'t") return 'future'
  // "May" with a capital is the month or a name.
  if (word === 'may' && p.text.charAt(p.from[at] as number) === 'M') return 'none'
  if (FUTURE.has(word)) return 'future'
  if (TO_COME.has(word) && (next === 'to' || (word === 'set' && next === 'for'))) return 'future'
  const before = p.lower[at - 1] ?? ''
  if (word === 'be' && before === 'to') return 'future'
  // "Will be counted", "to be held": the word before it decides.
  if (before === 'be' || before === 'being') return 'none'
  if (PAST.has(word)) return 'past'
  return word.length > 4 && word.endsWith('ed') && !NOT_PAST.has(word) ? 'past' : 'none'
}
