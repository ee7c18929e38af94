/**
 * Two ways to name a speaker without a verb: before a colon at the beginning
 * of a paragraph ("SMITH: No."), as transcripts do, and after a dash at its
 * end ("… no.” — Ann Smith"), as letters and vox pops do.
 */
import { openingLength } from '../openings.ts'
import type { Tokens } from '../tokens.ts'

/** What a token is to its paragraph's lead or tail. */
export const [NO_LEAD, LEAD_NAME, LEAD_COLON, LED, TAILED, TAIL_DASH, TAIL_NAME] = [0, 1, 2, 3, 4, 5, 6] as const

const LONGEST_LEAD = 8
const LONGEST_TAIL = 14
const DASH = /^[-–—―]+$/
const NAME_WORD = /^(?:\p{Lu}|\p{N}|[.,()’'"“‘-]|of$|the$|and$|de$|van$|von$|al$)/u
/** "Prime minister: “…”", "Club spokesman: “…”": who speaks by office, where a quotation follows. */
const OFFICE =
  /^(?:minister|secretary|president|mayor|leader|chief|chair|chairman|chairwoman|chairperson|spokesman|spokeswoman|spokesperson|officer|official|judge|lawyer|solicitor|manager|coach|captain|master|boss|owner|director|executive|commissioner|governor|premier|chancellor|witness|reporter|correspondent|editor|resident|neighbour|neighbor|teacher|doctor|nurse|driver|farmer|student|voter|councillor|deputy|general|inspector|superintendent|constable|police|head|clerk|treasurer|analyst|expert|author|actor|singer|fan|mother|father|source)$/

/** Of a paragraph: its first token after a time stamp or a dateline. */
export function afterOpening({ word, from, to }: Tokens, start: number, end: number): number {
  const length = openingLength(word, start, end, (i) => (from[i] as number) > (to[i - 1] as number))
  return start + length < end ? start + length : start
}

/** Of each token of a paragraph, `start` to `end`, its part in a lead or tail; writes into `leads`. */
export function markLeads(tokens: Tokens, leads: Uint8Array, start: number, end: number): void {
  const { word, lower } = tokens
  const body = afterOpening(tokens, start, end)
  const first = /^["“”'‘]$/.test(word[body] as string) ? body + 1 : body
  for (let i = first + 1; i < Math.min(end - 1, first + LONGEST_LEAD + 1); i++) {
    if (word[i] !== ':') continue
    const quoted = /^["“”'‘«»„]$/.test(word[i + 1] as string)
    if (!everyIsName(word, first, i, quoted) || !/^\p{Lu}/u.test(word[first] as string)) break
    leads.fill(LEAD_NAME, first, i)
    leads[i] = LEAD_COLON
    leads.fill(LED, i + 1, end)
    return
  }
  for (let i = end - 2; i >= Math.max(start, end - LONGEST_TAIL); i--) {
    if (!DASH.test(word[i] as string)) continue
    const before = i === start ? '.' : (word[i - 1] as string)
    if (!/^[.?!…”"’']/.test(before) || !/^\p{Lu}/u.test(word[i + 1] as string) || lower[i + 1] === 'i') return
    if (!everyIsName(word, i + 1, end, false)) return
    leads.fill(TAILED, start, i)
    leads[i] = TAIL_DASH
    leads.fill(TAIL_NAME, i + 1, end)
    return
  }
}

function everyIsName(word: readonly string[], from: number, to: number, offices: boolean): boolean {
  for (let i = from; i < to; i++)
    if (!NAME_WORD.test(word[i] as string) && !(offices && OFFICE.test(word[i] as string))) return false
  return true
}
