/** From tagged spans to attributions: each content with the cue it hangs on and its speaker. */
import type { Table } from '../weights.ts'
import { type Candidate, choose, type Tagged } from './choice.ts'
import type { Context } from './context.ts'
import { cueCandidates, cueChoices } from './cue-choices.ts'
import { afterOpening, LEAD_COLON, LEAD_NAME, TAIL_DASH, TAIL_NAME, TAILED } from './leads.ts'
import { headOfPhrase, phraseOf, type Segment, type TokenSpan } from './spans.ts'
import { speakerChoices } from './speaker-choices.ts'

/** What the links were taught (training/links.ts). */
export interface LinkWeights {
  cue: Table
  speaker: Table
}

export interface Attribution {
  /** What was said, in order: more than one where the attribution stands between ("…," she said, "…"). */
  content: Segment[]
  cue: (TokenSpan & { verb: number }) | null
  speaker: (TokenSpan & { head: number }) | null
  /** How likely the tagger held it that this was said and that the cue attributes: the less of the two, 0 to 1. */
  likely: number
}

/** How many cues are thought of, each with its speakers, before one is chosen. */
const BEAM = 2
/** Once cues of this likelihood together were thought of, no more are. */
const SURE = 0.75
/** How likely it must be that the text names no speaker before none is given. */
const SURELY_NONE = 0.5

/** Of a cue, so many tokens are looked at. */
const LONGEST_CUE = 12

function mean(values: Float32Array, { from, to }: TokenSpan): number {
  let sum = 0
  for (let i = from; i < to; i++) sum += values[i] as number
  return sum / (to - from)
}

/** Contents that chose the same cue are one attribution. In the order of their first contents. */
export function attributionsOf(context: Context, tagged: Tagged, weights: LinkWeights): Attribution[] {
  const cues = cueCandidates(context, tagged)
  const found: Attribution[] = []
  const byCue = new Map<number, Attribution>()
  for (const content of tagged.spans.contents) {
    const named = namedWithoutVerb(context, content)
    const segment = named?.segment ?? content
    const { cue, speaker } = named ?? link(context, tagged, cues, segment, weights)
    const known = byCue.get(cue.from)
    if (known) {
      known.content.push(segment)
      continue
    }
    const attribution: Attribution = {
      content: [segment],
      cue: cue.from < 0 ? null : { from: cue.from, to: cue.to, verb: cue.head },
      speaker: speaker ? wholeSpeaker(context, tagged, speaker) : null,
      likely: Math.min(
        mean(tagged.contentness, segment),
        cue.from < 0 ? 1 : Math.max(...tagged.cueness.subarray(cue.from, Math.min(cue.to, cue.from + LONGEST_CUE))),
      ),
    }
    if (cue.from >= 0) byCue.set(cue.from, attribution)
    found.push(attribution)
  }
  return found
}

/**
 * Who is named before a colon or after a dash of the content's own paragraph:
 * plain enough not to be weighed. The lead itself is no part of what was said.
 */
function namedWithoutVerb(
  context: Context,
  segment: Segment,
): { segment: Segment; cue: Candidate; speaker: Candidate } | null {
  const { tokens, lead } = context
  const end = (context.paragraphEnd[segment.from] as number) + 1
  const start = afterOpening(tokens, context.paragraphStart[segment.from] as number, end)
  const isTail = lead[end - 1] === TAIL_NAME && lead[segment.from] === TAILED
  // Leads and tails are short: neither is looked for far from its end of the paragraph.
  let from = isTail ? end - 1 : lead[start] === LEAD_NAME ? start : start + 1
  while (isTail && lead[from - 1] === TAIL_NAME) from--
  if (lead[from] !== (isTail ? TAIL_NAME : LEAD_NAME)) return null
  let to = from + 1
  while (to < end && lead[to] === lead[from] && tokens.word[to] !== ',' && tokens.word[to] !== '(') to++
  const name = { from, to }
  let at = isTail ? from - 1 : to
  while (!isTail && lead[at] === LEAD_NAME) at++
  const mark = { from: at, to: at + 1 }
  if (lead[at] !== (isTail ? TAIL_DASH : LEAD_COLON)) return null
  if (!isTail && (segment.from > mark.to || NO_NAMES.has(tokens.lower[name.from] as string))) return null
  const begin = isTail ? segment.from : Math.max(segment.from, mark.to)
  if (begin >= segment.to) return null
  return {
    segment: { ...segment, from: begin },
    cue: { ...mark, head: mark.from, features: [] },
    speaker: { ...name, head: headOfPhrase(tokens, name), features: [] },
  }
}

/** What stands before a colon and names nobody. */
const NO_NAMES = new Set(
  'update updated correction clarification note editor breaking exclusive watch video photo photos related more read transcript question answer opinion analysis'.split(
    ' ',
  ),
)

/**
 * The likeliest speaker over the likeliest cues together, so that a cue that
 * was nearly chosen still has its say; and the cue that goes best with it.
 */
function link(
  context: Context,
  tagged: Tagged,
  cues: TokenSpan[],
  segment: Segment,
  weights: LinkWeights,
): { cue: Candidate; speaker: Candidate | null } {
  const choices = cueChoices(context, tagged, cues, segment)
  const chances = likelihoods(choices, weights.cue)
  const order = chances.map((_, k) => k).sort((a, b) => (chances[b] as number) - (chances[a] as number))
  const speakers = new Map<number, { chance: number; best: number; candidate: Candidate; cue: Candidate }>()
  let weighed = 0
  for (const k of order.slice(0, BEAM)) {
    // What is left can't turn the scale.
    if (weighed > SURE) break
    weighed += chances[k] as number
    const cue = choices[k] as Candidate
    const candidates = speakerChoices(context, tagged, segment, cue)
    const given = likelihoods(candidates, weights.speaker)
    for (const [j, candidate] of candidates.entries()) {
      const chance = (chances[k] as number) * (given[j] as number)
      const known = speakers.get(candidate.head)
      if (!known) speakers.set(candidate.head, { chance, best: chance, candidate, cue })
      else {
        known.chance += chance
        if (chance > known.best) Object.assign(known, { best: chance, candidate, cue })
      }
    }
  }
  const ranked = [...speakers.values()].sort((a, b) => b.chance - a.chance)
  const all = ranked.reduce((sum, { chance }) => sum + chance, 0)
  const first = ranked[0]
  if (!first) return { cue: choices[order[0] as number] as Candidate, speaker: null }
  const chosen = first.candidate.head < 0 && first.chance < SURELY_NONE * all ? (ranked[1] ?? first) : first
  return { cue: chosen.cue, speaker: chosen.candidate.head < 0 ? null : chosen.candidate }
}

/** Of each candidate how likely it is under a hashed linear model (softmax). */
function likelihoods(candidates: readonly Candidate[], { weights, unit }: Table): number[] {
  const { scores } = choose(candidates, weights)
  const top = Math.max(...scores)
  const powers = scores.map((score) => Math.exp((score - top) * unit))
  const all = powers.reduce((sum, power) => sum + power, 0)
  return powers.map((power) => power / all)
}

/** A speaker that was found by its head alone gets the noun phrase that belongs to it. */
function wholeSpeaker(context: Context, tagged: Tagged, { from, to, head }: Candidate): TokenSpan & { head: number } {
  if (to - from > 1 || (tagged.labels[from] as number) === 3) return { from, to, head }
  return { ...phraseOf(context.tokens, head), head }
}
