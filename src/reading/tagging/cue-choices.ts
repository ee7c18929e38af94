/** Which cue a content hangs on: the candidates near it, and the features by which a linear model chooses. */
import { hashOf, mix } from '../hash.ts'
import { PUNCT, VERB } from '../tokens.ts'
import { type Candidate, level, lowerBound, REACH, type Tagged } from './choice.ts'
import type { Context } from './context.ts'
import { bucket } from './features.ts'
import { LEAD_COLON, TAIL_DASH } from './leads.ts'
import type { Segment, TokenSpan } from './spans.ts'

const COMMA = hashOf(',')
/** So many cues on either side. */
const MOST = 6
/** How likely a token must be a cue, at least, to be thought of as one. */
const LEAST = 0.04

/** Gathers what may be cues once for a text: tagged ones, and single tokens that nearly were. In order. */
export function cueCandidates(context: Context, tagged: Tagged): TokenSpan[] {
  const found: TokenSpan[] = []
  let at = 0
  const { cues } = tagged.spans
  for (let i = 0; i < context.tokens.count; ) {
    while (at < cues.length && (cues[at] as TokenSpan).from < i) at++
    const cue = cues[at]
    if (cue && cue.from === i) {
      found.push(cue)
      i = cue.to
    } else {
      if ((tagged.cueness[i] as number) > LEAST || context.lead[i] === LEAD_COLON || context.lead[i] === TAIL_DASH)
        found.push({ from: i, to: i + 1 })
      i++
    }
  }
  return found
}

/** The verb of a cue: "has repeatedly *said* in a statement". */
function verbOf(context: Context, cue: TokenSpan): number {
  let verb = -1
  for (let i = cue.from; i < cue.to; i++) {
    if ((context.cue[i] as number) === 2) return i
    if (verb < 0 && context.tokens.tag[i] === VERB) verb = i
  }
  return verb >= 0 ? verb : cue.from
}

export function cueChoices(context: Context, tagged: Tagged, cues: TokenSpan[], segment: Segment): Candidate[] {
  const { tokens } = context
  const paragraph = tokens.paragraph[segment.from] as number
  const first = lowerBound(cues, segment.from)
  const chosen: TokenSpan[] = []
  for (let k = first - 1, n = 0; k >= 0 && n < MOST; k--) {
    const cue = cues[k] as TokenSpan
    if (paragraph - (tokens.paragraph[cue.from] as number) > REACH) break
    chosen.push(cue)
    n++
  }
  const before = chosen.length
  for (let k = first, n = 0; k < cues.length && n < MOST; k++) {
    const cue = cues[k] as TokenSpan
    if (cue.from < segment.to) continue
    if ((tokens.paragraph[cue.from] as number) - paragraph > 1) break
    chosen.push(cue)
    n++
  }
  const kind = segment.direct ? 1 : 0
  const opening = tokens.lower[segment.from - 1] ?? ''
  const startsParagraph = segment.from === context.paragraphStart[segment.from] ? 1 : 0
  let surest = -1
  for (const [k, cue] of chosen.entries()) {
    if (tokens.sentence[cue.from] !== tokens.sentence[k < before ? segment.from : segment.to - 1]) continue
    if (
      surest < 0 ||
      (tagged.cueness[cue.from] as number) > (tagged.cueness[(chosen[surest] as TokenSpan).from] as number)
    )
      surest = k
  }
  const candidates = chosen.map((cue, k): Candidate => {
    const isBefore = k < before
    const rank = Math.min(isBefore ? k : k - before, 4)
    const gap = isBefore ? segment.from - cue.to : cue.from - segment.to
    const paragraphs = Math.abs((tokens.paragraph[cue.from] as number) - paragraph)
    const near = isBefore ? segment.from : segment.to - 1
    const sentence = Math.min(Math.abs((tokens.sentence[cue.from] as number) - (tokens.sentence[near] as number)), 2)
    const side = isBefore ? 1 : 2
    const sure = level(tagged.cueness[cue.from] as number)
    const verb = verbOf(context, cue)
    const between = contentBetween(tagged, isBefore ? cue.to : segment.to, isBefore ? segment.from : cue.from)
    const base = (side * 2 + kind) * 4 + sentence
    const pattern = labelPattern(context, tagged, isBefore ? cue.to : segment.to, isBefore ? segment.from : cue.from)
    const around =
      kindAt(tagged, cue.from - 1) +
      3 * kindAt(tagged, cue.to) +
      (kindAt(tagged, cue.to) === 1 ? 0 : 9 * kindAt(tagged, cue.to + 1))
    const sameQuotation = context.quotation[cue.from] === context.quotation[near]
    const last = context.word[isBefore ? segment.from - 1 : segment.to] ?? 0
    return {
      ...cue,
      head: verb,
      features: [
        mix(101, base * 16 + bucket(gap)),
        mix(102, base * 8 + rank),
        mix(103, base * 8 + sure),
        mix(104, mix(base, context.stem[verb] as number)),
        mix(105, (base * 4 + paragraphs) * 2 + startsParagraph),
        mix(106, base * 4 + between),
        mix(107, mix(base * 8 + rank, last)),
        mix(108, (base * 8 + sure) * 16 + bucket(gap)),
        mix(109, mix(side * 16 + bucket(gap), context.stem[verb] as number)),
        mix(110, ((base * 8 + rank) * 4 + between) * 8 + sure),
        mix(111, mix(base, hashOf(opening))),
        mix(112, mix(base, context.word[cue.to] ?? 0)),
        mix(113, mix(base, pattern)),
        mix(114, mix(pattern, sure)),
        mix(115, mix(base * 16 + around, rank)),
        mix(116, mix(base * 16 + around, sure)),
        mix(117, mix(mix(base, context.word[segment.from] as number), rank * 8 + sure)),
        mix(118, mix(base * 2 + (k === surest ? 1 : 0), sure * 8 + rank)),
        mix(119, mix(base * 2 + (k === surest ? 1 : 0), pattern)),
        mix(120, mix(mix(base, context.stem[verb] as number), pattern)),
        mix(121, mix(side, mix(tokens.tag[cue.to] ?? 0, mix(tokens.tag[cue.from] ?? 0, sure)))),
        mix(122, mix(base, (sameQuotation ? 1 : 0) * 8 + rank)),
        mix(123, mix(cue.to - cue.from, mix(side, bucket(gap)))),
        mix(
          124,
          ((context.lead[verb] as number) * 8 + (context.lead[segment.from] as number)) * 64 + base + 8 * paragraphs,
        ),
        mix(
          125,
          mix((context.lead[verb] as number) * 8 + (context.lead[segment.from] as number), rank * 8 + paragraphs),
        ),
      ],
    }
  })
  candidates.push({
    from: -1,
    to: -1,
    head: -1,
    features: [mix(199, kind), mix(198, kind * 2 + startsParagraph), mix(197, mix(kind, hashOf(opening)))],
  })
  return candidates
}

/** 1 where a token is content, 2 where it is a speaker, else 0. */
function kindAt(tagged: Tagged, i: number): number {
  const label = tagged.labels[i] ?? 0
  return label >= 5 ? 1 : label >= 3 ? 2 : 0
}

/** What lies between: its labels, each run once; words without a label count when there are some. */
function labelPattern(context: Context, tagged: Tagged, from: number, to: number): number {
  let hash = 0
  let last = -1
  let runs = 0
  for (let i = from; i < to && runs < 8; i++) {
    const label = tagged.labels[i] as number
    let kind = label === 0 ? (context.tokens.tag[i] === PUNCT ? 9 : 0) : (label + 1) >> 1
    if (kind === 9 && context.word[i] === COMMA) kind = 10
    if (i > from && context.paragraphStart[i] === i) kind += 16
    if (kind === last && label % 2 === 0) continue
    hash = mix(hash, kind)
    last = kind & 15
    runs++
  }
  return hash
}

function contentBetween(tagged: Tagged, from: number, to: number): number {
  let pieces = 0
  for (let i = from; i < to && i < from + 200; i++) {
    if (tagged.inContent[i] === 1 && (i === from || tagged.inContent[i - 1] === 0)) pieces++
  }
  return Math.min(pieces, 3)
}
