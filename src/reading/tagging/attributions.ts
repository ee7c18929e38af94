/** From tagged spans to attributions: each content with the cue it hangs on and its speaker. */
import type { Context } from './context.ts'
import { type Candidate, choose, cueCandidates, cueChoices, speakerChoices, type Tagged } from './link.ts'
import { phraseOf, type Segment, type TokenSpan } from './spans.ts'

export interface LinkWeights {
  cue: Float32Array | Int8Array
  speaker: Float32Array | Int8Array
}

export interface Attribution {
  /** What was said, in order: more than one where the attribution stands between ("…," she said, "…"). */
  content: Segment[]
  cue: (TokenSpan & { verb: number }) | null
  speaker: (TokenSpan & { head: number }) | null
}

/** Contents that chose the same cue are one attribution. In the order of their first contents. */
export function attributionsOf(context: Context, tagged: Tagged, weights: LinkWeights): Attribution[] {
  const cues = cueCandidates(context, tagged)
  const found: Attribution[] = []
  const byCue = new Map<number, Attribution>()
  for (const segment of tagged.spans.contents) {
    const cue = best(cueChoices(context, tagged, cues, segment), weights.cue)
    const known = byCue.get(cue.from)
    if (known) {
      known.content.push(segment)
      continue
    }
    const speaker = best(speakerChoices(context, tagged, segment, cue), weights.speaker)
    const attribution: Attribution = {
      content: [segment],
      cue: cue.from < 0 ? null : { from: cue.from, to: cue.to, verb: cue.head },
      speaker: speaker.from < 0 ? null : wholeSpeaker(context, tagged, speaker),
    }
    if (cue.from >= 0) byCue.set(cue.from, attribution)
    found.push(attribution)
  }
  return found
}

function best(candidates: Candidate[], weights: Float32Array | Int8Array): Candidate {
  return candidates[choose(candidates, weights).best] as Candidate
}

/** A speaker that was found by its head alone gets the noun phrase that belongs to it. */
function wholeSpeaker(context: Context, tagged: Tagged, { from, to, head }: Candidate): TokenSpan & { head: number } {
  if (to - from > 1 || (tagged.labels[from] as number) === 3) return { from, to, head }
  return { ...phraseOf(context.tokens, head), head }
}
