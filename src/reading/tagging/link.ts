/**
 * Which cue a content hangs on, and who its speaker is: for each, the
 * candidates near it, and the features by which a linear model chooses.
 */

import { hashOf, mix } from '../hash.ts'
import { NOUN, PRON, PROPN, PUNCT, VERB } from '../tokens.ts'
import type { Context } from './context.ts'
import { bucket } from './features.ts'
import { LEAD_COLON, TAIL_DASH } from './leads.ts'
import { headOf, mayBeHead, type Segment, type Spans, type TokenSpan } from './spans.ts'

/** What the tagger gave: spans, and how sure it was of cue and speaker at each token (0 to 1). */
export interface Tagged {
  spans: Spans
  cueness: Float32Array
  speakerness: Float32Array
  /** Of each token, 1 where it stands in a content. */
  inContent: Uint8Array
  labels: Uint8Array
}

export interface Candidate extends TokenSpan {
  /** -1: none of them. */
  head: number
  features: number[]
}

const COMMA = hashOf(',')
const MOST = 6
/** How likely a token must be a cue, at least, to be thought of as one. */
const LEAST = 0.04
const level = (probability: number) =>
  probability < 0.02
    ? 0
    : probability < 0.1
      ? 1
      : probability < 0.25
        ? 2
        : probability < 0.5
          ? 3
          : probability < 0.8
            ? 4
            : 5

/** Of a phrase, so many tokens are looked at. */
const LONGEST = 60
/** A noun that is further from the cue is thought of only where it is likelier to be a speaker than this. */
const UNLIKELY = 0.002
/** Within how many paragraphs of a content its cue or speaker is looked for. */
const REACH = 2

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
export function verbOf(context: Context, cue: TokenSpan): number {
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

/** Where the first span that does not end before `token` stands. */
export function lowerBound(spans: readonly TokenSpan[], token: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as TokenSpan).to <= token) low = middle + 1
    else high = middle
  }
  return low
}

/** Who may be the speaker of `segment`, whose cue was chosen (or is missing: from -1). */
export function speakerChoices(
  context: Context,
  tagged: Tagged,
  segment: Segment,
  cue: TokenSpan & { head: number },
): Candidate[] {
  const { tokens } = context
  const anchor = cue.from >= 0 ? cue.from : segment.from
  const sentence = tokens.sentence[anchor] as number
  const heads = new Map<number, TokenSpan>()
  const { speakers } = tagged.spans
  const paragraph = tokens.paragraph[anchor] as number
  // Spans tagged as speakers, near the cue.
  const at = lowerBound(speakers, anchor)
  for (let k = at - 1, n = 0; k >= 0 && n < 4; k--, n++) {
    const span = speakers[k] as TokenSpan
    if (paragraph - (tokens.paragraph[span.from] as number) > REACH) break
    heads.set(headOf(tokens, span), span)
  }
  for (let k = at, n = 0; k < speakers.length && n < 3; k++, n++) {
    const span = speakers[k] as TokenSpan
    if ((tokens.paragraph[span.from] as number) - paragraph > 1) break
    heads.set(headOf(tokens, span), span)
  }
  // Noun phrases of the cue's sentence and of the one before it.
  const covered = new Set(
    [...heads.values()].flatMap(({ from, to }) =>
      Array.from({ length: Math.min(to - from, LONGEST) }, (_, i) => from + i),
    ),
  )
  const begin = tokens.starts[Math.max(0, sentence - 1)] as number
  const end = tokens.starts[Math.min(tokens.starts.length - 1, sentence + 1)] as number
  let taken = 0
  for (let i = Math.max(begin, anchor - 60); i < Math.min(end, anchor + 40) && taken < 18; i++) {
    if (
      covered.has(i) ||
      !mayBeHead(tokens, i) ||
      ((tagged.speakerness[i] as number) < UNLIKELY && Math.abs(i - anchor) > 8)
    )
      continue
    if (i >= segment.from && i < segment.to) continue
    if (tagged.inContent[i] === 1 && (tagged.speakerness[i] as number) < 0.05) continue
    if (cue.from >= 0 && i >= cue.from && i < cue.to && (tagged.speakerness[i] as number) < 0.1) continue
    heads.set(i, { from: i, to: i + 1 })
    taken++
  }
  const kind = segment.direct ? 1 : 0
  const cueStem = cue.from >= 0 ? (context.stem[cue.head] as number) : 0
  const ordered = [...heads].sort(([a], [b]) => a - b)
  const subject = nearestBefore(ordered, anchor)
  const surest = ordered.reduce(
    (top, [head, span]) => {
      const sure = maxOver(tagged.speakerness, span)
      return tokens.sentence[head] === sentence && sure > top.sure ? { head, sure } : top
    },
    { head: -1, sure: 0 },
  )
  const first = ordered.find(([head]) => tokens.sentence[head] === sentence)?.[0] ?? -1
  const candidates = ordered.map(([head, span]): Candidate => {
    const tag = tokens.tag[head] as number
    const sure = level(maxOver(tagged.speakerness, span))
    const isSpan = covered.has(head) ? 1 : 0
    const beforeCue = head < anchor ? 1 : 2
    const beforeContent = head < segment.from ? 1 : 2
    const gap = bucket(head < anchor ? anchor - span.to : span.from - (cue.from >= 0 ? cue.to : anchor))
    const sentences = Math.max(-2, Math.min(2, (tokens.sentence[head] as number) - sentence)) + 2
    const cueSide = cue.from < 0 ? 0 : cue.from < segment.from ? 1 : 2
    const order = (beforeCue * 4 + beforeContent) * 4 + cueSide
    const prior = context.word[span.from - 1] ?? 0
    const next = context.word[span.to] ?? 0
    const rank = rankFrom(ordered, head, anchor)
    const person = tag === PRON ? 1 : tag === PROPN ? 2 : tag === NOUN ? 3 : 0
    const nearest = head === subject ? 1 : 0
    const word1 = context.stem[span.to] ?? 0
    return {
      ...span,
      head,
      features: [
        mix(201, ((order * 16 + gap) * 8 + sentences) * 2 + isSpan),
        mix(202, (order * 8 + sure) * 8 + sentences),
        mix(203, (sure * 16 + gap) * 2 + isSpan),
        mix(204, mix(order, cueStem)),
        mix(205, mix(order * 8 + person, sentences)),
        mix(206, mix(prior, order)),
        mix(207, mix(next, order)),
        mix(208, (rank * 8 + sentences) * 64 + order),
        mix(209, mix(context.stem[head] as number, 5)),
        mix(210, (nearest * 8 + sure) * 8 + person),
        mix(211, ((sure * 8 + rank) * 2 + isSpan) * 8 + sentences),
        mix(212, mix(cueStem, beforeCue * 16 + gap)),
        mix(213, mix(prior, tag)),
        mix(214, (order * 8 + sure) * 2 + kind),
        mix(215, mix(context.word[head] as number, order)),
        mix(216, (tagged.inContent[head] as number) * 8 + sure),
        mix(218, (head === surest.head ? 1 : 0) * 256 + order * 8 + level(surest.sure)),
        mix(219, ((head === surest.head ? 1 : 0) * 8 + sure) * 16 + gap),
        mix(220, mix(word1, mix(order, kind))),
        mix(221, mix(bucket(head < segment.from ? segment.from - span.to : head - segment.to), order * 8 + sure)),
        mix(222, mix(context.cue[head + 1] as number, mix(tokens.tag[span.to] ?? 0, tokens.tag[span.to + 1] ?? 0))),
        mix(223, mix(mix(prior, tokens.tag[span.to] ?? 0), order)),
        mix(224, (head === first ? 1 : 0) * 64 + order),
        mix(
          225,
          mix(
            tagged.inContent[head] as number,
            (tokens.sentence[head] === tokens.sentence[segment.from] ? 1 : 0) * 8 + sure,
          ),
        ),
        mix(217, mix((context.quotation[head] as number) > 0 ? 1 : 0, order)),
        mix(
          226,
          ((context.lead[head] as number) * 8 + (cue.from < 0 ? 0 : (context.lead[cue.head] as number))) * 64 + order,
        ),
        mix(227, mix(context.pathRight[head] as number, order)),
        mix(228, mix(context.pathLeft[head] as number, order)),
      ],
    }
  })
  const best = ordered.reduce((top, [, span]) => Math.max(top, maxOver(tagged.speakerness, span)), 0)
  candidates.push({
    from: -1,
    to: -1,
    head: -1,
    features: [
      mix(299, cueStem),
      mix(298, level(best) * 2 + kind),
      mix(297, mix(cue.from < 0 ? 0 : (tokens.tag[cue.head] as number), level(best))),
      mix(296, mix(cueStem, level(best))),
      mix(295, mix(context.word[anchor - 1] ?? 0, level(best))),
    ],
  })
  return candidates
}

function nearestBefore(ordered: [number, TokenSpan][], anchor: number): number {
  let head = -1
  for (const [at] of ordered) if (at < anchor) head = at
  return head
}

function rankFrom(ordered: [number, TokenSpan][], head: number, anchor: number): number {
  let between = 0
  for (const [at] of ordered) if ((at > head && at < anchor) || (at < head && at > anchor)) between++
  return Math.min(between, 5)
}

function maxOver(values: Float32Array, { from, to }: TokenSpan): number {
  let top = 0
  for (let i = from; i < Math.min(to, from + LONGEST); i++) top = Math.max(top, values[i] as number)
  return top
}

/** The best of some candidates under a hashed linear model, and the score of each. */
export function choose(
  candidates: readonly Candidate[],
  weights: Float32Array | Int8Array,
): { best: number; scores: number[] } {
  const mask = weights.length - 1
  const scores = candidates.map(({ features }) => {
    let sum = 0
    for (const feature of features) sum += weights[feature & mask] as number
    return sum
  })
  let best = 0
  for (let k = 1; k < scores.length; k++) if ((scores[k] as number) > (scores[best] as number)) best = k
  return { best, scores }
}
