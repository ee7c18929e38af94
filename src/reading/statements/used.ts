/** Which tokens belong to some statement already, so that no other grows over them. */
import type { TokenSpan } from '../tagging/spans.ts'
import type { Draft } from './draft.ts'

/** Of each token 1 where a statement has it. */
export type Used = Uint8Array

export function usedBy(drafts: readonly Draft[], count: number): Used {
  const used = new Uint8Array(count)
  for (const { content, cue, speaker } of drafts) {
    for (const span of content) use(used, span)
    if (cue) use(used, cue)
    if (speaker) use(used, speaker)
  }
  return used
}

export const use = (used: Used, { from, to }: TokenSpan): void => void used.fill(1, from, to)

/** The first used token from `from` on, or `limit`. */
export function freeUpTo(used: Used, from: number, limit: number): number {
  let to = from
  while (to < limit && used[to] === 0) to++
  return to
}

/** The token after the last used one before `to`, or `limit`. */
export function freeDownTo(used: Used, to: number, limit: number): number {
  let from = to
  while (from > limit && used[from - 1] === 0) from--
  return from
}
