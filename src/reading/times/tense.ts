/** Whether what a sentence says of a time has happened or is to come: what decides between last Monday and next. */
import { capital, endsSentence, NUMBER, type Pieces } from './pieces.ts'
import { isPlanned } from './plans.ts'

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
/** In the present tense these announce: "the trial continues on Monday". */
const ANNOUNCES = new Set(
  'continues resumes opens reopens begins starts returns faces meets travels hosts ends closes concludes expires arrives airs prepares braces awaits preparing bracing'.split(
    ' ',
  ),
)
/** The same of several: "ministers meet on Monday", "Rovers travel to Garrick Bay on Saturday". */
const ANNOUNCE = new Set(
  'continue resume open reopen begin start return face meet travel host prepare brace'.split(' '),
)
/** After these the word is a noun ("the returns", "new faces"), or something goes on that began before ("was preparing"). */
const NO_VERB_AFTER = new Set(
  "a an the his her its their our your my 's these those this that no some any many few several all both new early first tax election air rail space please of in from with by two three four five was were been".split(
    ' ',
  ),
)
const GOES = new Set(['to the', 'on sale', 'on trial', 'on show', 'on strike', 'before the', 'into force'])
const SUBJECTS = new Set(['they', 'we', 'i', 'you', 'police', 'people', 'both', 'also', 'then'])
/** "Faces charges after Monday's fire": what these bring in has happened. */
const HAPPENED = new Set(['after', 'over', 'following', 'since', 'about', 'despite', 'amid', 'because', 'who', 'which'])
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
  if (/^(?:of|to)$/.test(before) && p.lower[from - 2] === 'ahead') return 'future'
  if (before === 'since') return 'past'
  if (isPlanned(p, from)) return 'future'
  const next = tenseOf(p, end)
  if (next === 'future' || p.lower[end] === 'was' || p.lower[end] === 'were') return next
  // "Heads into Tuesday's vote", unless its sentence looks back ("had a lead heading into …").
  const into = before === 'into' && /^(?:heads?|heading|going|goes)$/.test(p.lower[from - 2] ?? '')
  let happened = false
  for (let at = into ? from - 3 : from - 1; at >= 0 && at > from - BACK; at--) {
    if (endsSentence(p, at)) break
    const tense = tenseOf(p, at)
    if (tense !== 'none') return tense
    happened ||= HAPPENED.has(p.lower[at] as string)
    if (!happened && announces(p, at)) return 'future'
  }
  if (into) return 'future'
  // "Monday's storm continues" does not announce the storm.
  const owns = p.lower[end] === "'s"
  for (let at = end; at < p.count && at < end + ON; at++) {
    if (endsSentence(p, at)) break
    const tense = tenseOf(p, at)
    if (tense !== 'none') return tense
    if (!owns && announces(p, at)) return 'future'
  }
  return 'none'
}

/** Whether a verb in the present tense tells what is to come; "continues to grow" tells what is. */
function announces(p: Pieces, at: number): boolean {
  const word = p.lower[at] as string
  if (word === 'go' || word === 'goes') return GOES.has(`${p.lower[at + 1]} ${p.lower[at + 2]}`)
  const [one, several] = [ANNOUNCES.has(word), ANNOUNCE.has(word)]
  if ((!one && !several) || capital(p, at)) return false
  if (p.lower[at + 1] === 'to' && /^(?:con|beg|sta)/.test(word)) return false
  const before = p.lower[at - 1] ?? ''
  if (NO_VERB_AFTER.has(before) || p.kind[at - 1] === NUMBER) return false
  // "To meet", "could open", "an open letter": without its -s it needs a plural or a name before it.
  return one || (before.length > 2 && before.endsWith('s')) || capital(p, at - 1) || SUBJECTS.has(before)
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
