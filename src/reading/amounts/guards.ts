/** Numbers that count nothing: in names, scores, telephone numbers, ages, ordinals. */
import { capital, glued, NUMBER, type Pieces, startsSentence, WORD } from '../times/pieces.ts'
import { isMeasure } from './nouns.ts'

/** What a number after it names: "Article 5", "Room 12", "Boeing 737". */
const NUMBERED = new Set(
  'article section chapter page room route flight number act level phase channel interstate highway district ward type group grade class question figure table step part volume issue line gate platform formula area apartment unit lot model title bus terminal stage season episode round week day lane pier block proposition prop amendment appendix annex version apollo boeing airbus windows iphone galaxy war psalm matthew mark luke john aged age ages vol pp p ch col'.split(
    ' ',
  ),
)
const MARKS_BEFORE = /^[("'“‘[—~<>;,«|]$/
/** Units written right after a figure: "5km", "20mph". */
const GLUED_UNITS = new Set('km kg kw mw gw mph kph mg ml cm mm ft lb lbs oz hp gb tb mb mi sq'.split(' '))
const SUFFIXES = new Set(['k', 'm', 'mn', 'bn', 'tn', 'b', 't'])

/** Whether the number from piece `at` to `end` is part of a name or of another figure. */
export function isNoAmount(p: Pieces, at: number, end: number, titled: boolean, counted: boolean): boolean {
  return refusedBefore(p, at, titled, counted) || refusedAfter(p, at, end)
}

function refusedBefore(p: Pieces, at: number, titled: boolean, counted: boolean): boolean {
  if (at === 0) return false
  const before = p.lower[at - 1] as string
  if (glued(p, at) && !MARKS_BEFORE.test(before)) return true
  if (NUMBERED.has(before)) return true
  if (
    before === '#' ||
    before === '§' ||
    (before === '.' && /^(?:no|nos|vol|art|sec|ch|p|pp)$/.test(p.lower[at - 2] ?? ''))
  )
    return true
  if (titled || startsSentence(p, at)) return false
  // "The Big Three", "World War Two", "Seven Network".
  if (p.kind[at] === WORD && capital(p, at)) return true
  if (p.kind[at - 1] !== WORD || !capital(p, at - 1) || startsSentence(p, at - 1)) return false
  // "Boeing 737 jets"; but "in Iowa 12 people", "Trump 1,237 delegates".
  const place = /^(?:in|at|of|near|from|across)$/.test(p.lower[at - 2] ?? '')
  return !(counted && (place || (p.lower[at] as string).includes(',')))
}

function refusedAfter(p: Pieces, at: number, end: number): boolean {
  const next = p.lower[end] ?? ''
  if (!glued(p, end)) return isAge(p, end) || (/^(?:911|999)$/.test(p.lower[at] as string) && /^call/.test(next))
  if (p.kind[end] === WORD) return !(p.kind[at] === NUMBER && (GLUED_UNITS.has(next) || SUFFIXES.has(next)))
  if (next === '-') {
    // "2-1", "555-1234" and "737-800" are glued on; of words only measures: "a two-hour meeting", no "34-year-old".
    const word = p.lower[end + 1] ?? ''
    if (!glued(p, end + 1)) return false
    return !isMeasure(word) || (p.lower[end + 2] === '-' && p.lower[end + 3] === 'old')
  }
  return (next === ':' || next === '/' || next === '.') && glued(p, end + 1) && p.kind[end + 1] === NUMBER
}

/** "34 years old", "34 years of age". */
function isAge(p: Pieces, end: number): boolean {
  if (!/^(?:years?|months?)$/.test(p.lower[end] ?? '')) return false
  return p.lower[end + 1] === 'old' || (p.lower[end + 1] === 'of' && p.lower[end + 2] === 'age')
}
