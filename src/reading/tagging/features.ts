/** The tagger's features: what stands around a token, and how it lies to the cues of its sentence. */

import { hashOf, mix } from '../hash.ts'
import { VERB } from '../tokens.ts'
import type { Context } from './context.ts'

/** The most features a token can have. */
export const MOST_FEATURES = 80

const EDGE = hashOf('edge')
const COMMA = hashOf(',')
const COLON = hashOf(':')
const THAT = hashOf('that')

/** Near exactly, far roughly. */
export function bucket(distance: number): number {
  if (distance <= 4) return distance
  if (distance <= 6) return 5
  if (distance <= 9) return 6
  if (distance <= 14) return 7
  return distance <= 24 ? 8 : 9
}

export interface SentenceFacts {
  start: number
  end: number
  /** How many of its tokens may attribute. */
  cues: number
  shapeOfEnd: number
}

/** What is the same for all tokens of a sentence. */
export function sentenceFacts(context: Context, sentence: number): SentenceFacts {
  const { starts, lower, tag } = context.tokens
  const start = starts[sentence] as number
  const end = starts[sentence + 1] as number
  let cues = 0
  for (let i = start; i < end; i++) if ((context.cue[i] as number) > 0) cues++
  // "… she said." and "… said Mr. Smith, the mayor.": where the last verb that attributes stands from the end.
  let shapeOfEnd = 0
  for (let i = end - 1; i >= Math.max(start, end - 12); i--) {
    if (context.cue[i] === 2 && tag[i] === VERB) {
      shapeOfEnd = 1 + Math.min(end - 1 - i, 6) + (lower[i - 1] === ',' || lower[i - 1] === '”' ? 10 : 0)
      break
    }
  }
  return { start, end, cues, shapeOfEnd }
}

/**
 * Writes the hashes of token `i`'s features to `out` from `at` on and returns
 * where it stopped. At most `MOST_FEATURES`.
 */
export function tokenFeatures(context: Context, facts: SentenceFacts, i: number, out: Int32Array, at: number): number {
  const { count, tag, paragraph } = context.tokens
  const { word, stem, shape, quotation } = context
  let n = at
  const add = (template: number, value: number) => {
    out[n++] = mix(template, value)
  }
  const here = paragraph[i]
  const inside = (k: number) => k >= 0 && k < count && paragraph[k] === here
  const w = (k: number) => (inside(k) ? (word[k] as number) : EDGE)
  const s = (k: number) => (inside(k) ? (stem[k] as number) : EDGE)
  const t = (k: number) => (inside(k) ? (tag[k] as number) : 31)

  const [w0, w1, w2, b1, b2] = [w(i), w(i + 1), w(i + 2), w(i - 1), w(i - 2)]
  const [t0, t1, u1] = [t(i), t(i + 1), t(i - 1)]
  const sh = shape[i] as number
  add(1, w0)
  add(2, w1)
  add(3, b1)
  add(4, w2)
  add(5, b2)
  add(6, mix(w0, w1))
  add(7, mix(b1, w0))
  add(9, mix(mix(b2, b1), w0))
  add(11, s(i))
  add(12, mix(s(i), s(i + 1)))
  add(13, mix(s(i - 1), s(i)))
  add(14, context.ending[i] as number)
  add(15, t0 * 8 + sh)
  add(16, t1 * 32 + t0)
  add(17, u1 * 32 + t0)
  add(18, (u1 * 32 + t0) * 32 + t1)
  add(21, mix(w0, t1))
  add(22, mix(w0, u1))

  // Quotations.
  const q = quotation[i] as number
  const open = q > 0 ? (context.opens[q] as number) : -1
  const close = q > 0 ? (context.closes[q] as number) : -1
  const before = q > 0 ? w(open - 1) : 0
  const length = q > 0 ? bucket(close - open) : 0
  const place = q === 0 ? 0 : i === open ? 1 : i === close ? 3 : 2
  const capital = q > 0 && open + 1 < count ? (shape[open + 1] as number) : 0
  add(30, place * 16 + length)
  add(31, mix(before, place))
  add(32, place * 64 + capital * 8 + (q > 0 && open === context.paragraphStart[i] ? 1 : 0))
  if (q > 0) {
    const last = close > 0 ? (word[close - 1] as number) : 0
    add(33, mix(mix(last, w(close + 1)), place))
    add(34, mix(s(open - 1), mix(s(open - 2), place)))
    add(35, mix(s(close + 1), mix(s(close + 2), place)))
    add(36, mix(length * 8 + capital, before))
  } else {
    const prior = (inside(i - 1) ? (quotation[i - 1] as number) : 0) > 0 ? 1 : 0
    const next = (inside(i + 1) ? (quotation[i + 1] as number) : 0) > 0 ? 1 : 0
    add(33, mix(prior * 2 + next, w0))
    add(34, mix(prior * 2 + next, t0 * 32 + t1))
  }

  // The cues of the sentence.
  const left = context.cueLeft[i] as number
  const right = context.cueRight[i] as number
  const sentencePlace = (i === facts.start ? 1 : 0) + (i === facts.end - 1 ? 2 : 0)
  add(40, mix(Math.min(facts.cues, 3), sentencePlace * 16 + facts.shapeOfEnd))
  add(41, mix(context.cue[i] as number, t0 * 32 + u1))
  if ((context.cue[i] as number) > 0) add(42, mix(s(i), mix(t1, u1)))
  if (left >= 0) {
    const distance = bucket(i - left)
    const that = w(left + 1) === THAT ? 1 : w(left + 1) === COLON ? 2 : w(left + 1) === COMMA ? 3 : 0
    const verb = context.cue[left] as number
    const comma = commas(context, left + 1, i)
    add(51, mix(s(left), comma * 4 + that))
    add(52, ((distance * 4 + that) * 4 + verb) * 4 + comma)
    add(54, mix(s(left), mix(t(left + 1), comma)))
    add(55, mix(w0, (verb * 4 + that) * 4 + comma))
    if (distance < 4) add(58, mix(mix(s(left), w0), distance))
  } else add(50, mix(EDGE, q > 0 ? 1 : 0))
  if (right >= 0) {
    const distance = bucket(right - i)
    const verb = context.cue[right] as number
    const comma = commas(context, i + 1, right)
    const end = bucket(facts.end - 1 - right)
    add(61, mix(s(right), comma * 16 + end))
    add(62, ((distance * 16 + end) * 4 + verb) * 4 + comma)
    if (distance < 4) add(66, mix(mix(s(right), w0), distance))
  } else add(60, mix(EDGE, q > 0 ? 1 : 0))
  add(67, (left >= 0 ? 1 : 0) + (right >= 0 ? 2 : 0) + (q > 0 ? 4 : 0) + sentencePlace * 8)

  // On the way to the cues, and named without a verb.
  const { pathLeft, pathRight, lead } = context
  add(80, mix(pathRight[i] as number, t0))
  add(81, mix(pathLeft[i] as number, t0))
  add(82, mix(pathRight[i] as number, mix(pathLeft[i] as number, q > 0 ? 1 : 0)))
  add(83, mix(lead[i] as number, sh * 2 + (q > 0 ? 1 : 0)))
  add(
    84,
    mix(
      lead[i] as number,
      mix(inside(i - 1) ? (lead[i - 1] as number) : 9, inside(i + 1) ? (lead[i + 1] as number) : 9),
    ),
  )

  // Where in the text.
  const paragraphPlace = Math.min(here as number, 3)
  const size = bucket(((context.paragraphEnd[i] as number) - (context.paragraphStart[i] as number)) >> 1)
  add(70, paragraphPlace * 16 + size)
  add(71, mix(facts.start === context.paragraphStart[i] ? 1 : 0, w(facts.start)))
  return n
}

/** 0 to 3: commas between two tokens, as far as it is worth counting. */
function commas(context: Context, from: number, to: number): number {
  let found = 0
  for (let i = from; i < to && i < from + 30 && found < 3; i++) if (context.word[i] === COMMA) found++
  return found
}
