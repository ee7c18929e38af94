/** What `npm run train:reading` has learnt. */
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

/** Unpacked when a text is first read: what never reads need not wait for it. */
function once(table: keyof Omit<Kept, 'transitions'>): () => Table {
  let unpacked: Table | undefined
  return () => {
    unpacked ??= unpack((kept as Kept)[table])
    return unpacked
  }
}

export const tagTable = once('tags')
export const taggerTable = once('tagger')
export const taggerTransitions: Float32Array = Float32Array.from((kept as Kept).transitions)
export const cueTable = once('cue')
export const speakerTable = once('speaker')
