/** Weights as bytes and text, to be kept in a source file, and back. */

import type { LinkWeights } from './attributions.ts'
import { WIDTH } from './chain.ts'
import type { Weights } from './tagger.ts'

/** What src/reading/tagging/weights.ts holds. */
export interface Kept {
  /** Rows of the tagger's table, and entries of each link's. */
  rows: number
  links: number
  /** What one unit of the tagger's bytes is worth; the links' need none, since only their order counts. */
  scale: number
  transitions: readonly number[]
  /** Bytes in base64: the tagger's table, the cue links, the speaker links. */
  bytes: string
}

/** Rounded to bytes. What lies beyond `LARGEST` is cut: a few weights, which decide anyway. */
const LARGEST = 4

export function keep(tagger: Weights, links: { cue: Float32Array; speaker: Float32Array }): Kept {
  const scale = LARGEST / 127
  const bytes = [tagger.emissions, links.cue, links.speaker].flatMap((weights) => [
    ...Int8Array.from(weights, (weight) => Math.max(-127, Math.min(127, Math.round(weight / scale)))),
  ])
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte & 255)
  return {
    rows: tagger.emissions.length / WIDTH,
    links: links.cue.length,
    scale,
    transitions: [...tagger.transitions].map((weight) => Number(weight.toFixed(4))),
    bytes: btoa(text),
  }
}

export function unpack({ rows, links, scale, transitions, bytes }: Kept): { tagger: Weights; links: LinkWeights } {
  const text = atob(bytes)
  const all = new Int8Array(text.length)
  for (let i = 0; i < text.length; i++) all[i] = text.charCodeAt(i)
  const end = rows * WIDTH
  return {
    tagger: { emissions: all.subarray(0, end), scale, transitions: Float32Array.from(transitions) },
    links: { cue: all.subarray(end, end + links), speaker: all.subarray(end + links, end + 2 * links) },
  }
}
