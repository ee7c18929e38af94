/** What is planned, asked for or threatened lies ahead, whenever it was: "plan to march on Friday", "asked the council to vote on Friday". */
import { capital, endsSentence, NUMBER, type Pieces, WORD } from './pieces.ts'

/** Verbs and nouns after which "to" and a verb tell what is to come, whatever their tense. */
const PLANS =
  /^(?:plan|hope|expect|threaten|ask|urge|want|wish|intend|aim|prepare|propose|call|invite|promise|vow|pledge|schedule|arrange|beg|implore|press|remind|encourage|advise|need|require|threat|proposal|promised|pledged|vowed|preparation|arrangement)(?:s|d|ed|ned|ing|ning)?$|^(?:proposing|inviting|scheduling|arranging|hoping|urging|preparing|promising|pledging|invited|advising|requiring|encouraging)$/
const NO_VERB = new Set(
  'the a an his her its their our my your this that these those them him us me you all some any each both more most many much two three four five six'.split(
    ' ',
  ),
)
const BE = /^(?:was|were|been|being|be|had|'d)$/
/** How far before an expression its "to" stands, and before that the plan. */
const [FAR, APART] = [14, 9]

/** Whether the piece `at` belongs to an infinitive that something planned, hoped or asked for leads to. */
export function isPlanned(p: Pieces, at: number): boolean {
  for (let to = at - 1; to >= 0 && to > at - FAR; to--) {
    if (endsSentence(p, to)) return false
    const word = p.lower[to] as string
    if (/^(?:said|says|after|because|since|when|who|which|whose|where)$/.test(word)) return false
    if (word === 'to' && isInfinitive(p, to)) return planBefore(p, to)
  }
  return false
}

function isInfinitive(p: Pieces, to: number): boolean {
  const verb = p.lower[to + 1] ?? ''
  return (
    p.kind[to + 1] === WORD &&
    p.kind[to + 1] !== NUMBER &&
    !capital(p, to + 1) &&
    !NO_VERB.has(verb) &&
    !/(?:ing|ed|ly)$/.test(verb.length > 4 ? verb : '')
  )
}

function planBefore(p: Pieces, to: number): boolean {
  for (let at = to - 1; at >= 0 && at > to - APART; at--) {
    if (endsSentence(p, at) || p.lower[at] === 'to') return false
    if (!PLANS.test(p.lower[at] as string)) continue
    // "Was asked to leave on Friday": it was on Friday that he was asked; what had been planned may be over.
    return !BE.test(p.lower[at - 1] ?? '')
  }
  return false
}
