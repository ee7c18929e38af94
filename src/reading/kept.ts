/** What `npm run train:reading` has learnt, unpacked once. */
import kept from './weights.json' with { type: 'json' }
import { type KeptTable, type Table, unpack } from './weights.ts'

/** What weights.json holds. */
export interface Kept {
  /** Parts of speech, the sequence tagger, and the links of a content with its cue and its speaker. */
  tags: KeptTable
  tagger: KeptTable
  /** Of the tagger, from label to label. */
  transitions: number[]
  cue: KeptTable
  speaker: KeptTable
}

const { tags, tagger, transitions, cue, speaker } = kept as Kept

export const tagTable: Table = unpack(tags)
export const taggerTable: Table = unpack(tagger)
export const taggerTransitions: Float32Array = Float32Array.from(transitions)
export const cueTable: Table = unpack(cue)
export const speakerTable: Table = unpack(speaker)
