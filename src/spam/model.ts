/**
 * The model's state. A logistic regression with two heads, kept in its dual
 * form: each decision has a pull of its own, and a head's weights are the sum
 * of its decisions' features times their pulls. All in whole numbers, so that
 * what was added can be taken away again to the last bit.
 */
import type { Head, SpamLabel } from './comment.ts'
import { FEATURE_BITS } from './features.ts'

export const TABLE_SIZE = 1 << FEATURE_BITS

/** The last decisions, which are gone over again with every new one. */
export const REMEMBERED = 256

/** Of all remembered decisions together: a bound for the state's bytes, whatever people write. */
export const MOST_FEATURES = 160_000

/** What one step of a pull is worth. */
export const PULL_UNIT = 1 / 1024

/** The most that one decision pulls; the C of logistic regression. Chosen inside the training videos. */
export const MOST_PULL = 16

/** What one step of a table's number is worth: a pull's times a feature value's. */
export const WEIGHT_UNIT = PULL_UNIT / 256

export const HEADS: readonly Head[] = ['spam', 'rules']

/** A decision that is still remembered. */
export interface Remembered {
  /** Of all decisions ever learnt, counted from 1. */
  number: number
  label: SpamLabel
  /** 32-bit hashes of who wrote it and of the campaign it belongs to; 0 where there is none. */
  author: number
  campaign: number
  /** The most it may pull, in pull units: less where its author or campaign has pulled before. */
  most: number
  ids: Uint16Array
  values: Uint8Array
  /** By head, in pull units; never negative, the label says which way. */
  pulls: [spam: number, rules: number]
  /** By head: the margin the model gave it before it was told, in 1/256. From these it is known how far margins can be trusted. */
  before: [spam: number, rules: number]
}

/** From a margin m to a chance: 1 / (1 + exp(-(slope · m + shift))). */
export interface Calibration {
  slope: number
  shift: number
}

export interface SpamModel {
  /** Decisions ever learnt. */
  learnt: number
  /** By head: one 32-bit number a feature, in weight units. */
  tables: [spam: Int32Array, rules: Int32Array]
  /** Oldest first. */
  remembered: Remembered[]
  /** What margins were worth before anything was learnt here. */
  start: [spam: Calibration, rules: Calibration]
}

/** A model that knows nothing: of anything it says even chances of spam, and one in twenty of a broken rule. */
export function emptyModel(): SpamModel {
  return {
    learnt: 0,
    tables: [new Int32Array(TABLE_SIZE), new Int32Array(TABLE_SIZE)],
    remembered: [],
    start: [
      { slope: 1, shift: 0 },
      { slope: 1, shift: -3 },
    ],
  }
}

/**
 * Which way a decision pulls a head: 1 up, -1 down, 0 not at all. What breaks
 * the rules is no spam; whether spam breaks other rules nobody was asked.
 */
export function pullOf(label: SpamLabel, head: number): -1 | 0 | 1 {
  if (head === 0) return label === 'spam' ? 1 : -1
  return label === 'broke-rules' ? 1 : label === 'fine' ? -1 : 0
}

/** A head's margin for some features: above 0 for, below against. */
export function marginOf(table: Int32Array, ids: Uint16Array, values: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < ids.length; i++) sum += (table[ids[i] as number] as number) * (values[i] as number)
  return (sum * WEIGHT_UNIT) / 256
}

/** Adds features, times a number of pull units, to a table. Taking away the same gives the same bits back. */
export function pull(table: Int32Array, ids: Uint16Array, values: Uint8Array, units: number): void {
  for (let i = 0; i < ids.length; i++) (table[ids[i] as number] as number) += units * (values[i] as number)
}
