/** Who the speaker of a content is: the candidates near it and its cue, and the features by which a linear model chooses. */
import { mix } from '../hash.ts'
import { NOUN, PRON, PROPN } from '../tokens.ts'
import { type Candidate, level, lowerBound, REACH, type Tagged } from './choice.ts'
import type { Context } from './context.ts'
import { bucket } from './features.ts'
import { headOfPhrase, mayBeHead, type Segment, type TokenSpan } from './spans.ts'

/** Of a phrase, so many tokens are looked at. */
const LONGEST = 60
/** A noun that is further from the cue is thought of only where it is likelier to be a speaker than this. */
const UNLIKELY = 0.002

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
    heads.set(headOfPhrase(tokens, span), span)
  }
  for (let k = at, n = 0; k < speakers.length && n < 3; k++, n++) {
    const span = speakers[k] as TokenSpan
    if ((tokens.paragraph[span.from] as number) - paragraph > 1) break
    heads.set(headOfPhrase(tokens, span), span)
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
