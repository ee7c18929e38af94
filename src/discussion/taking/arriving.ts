/** A comment between its form and the database, and what can be answered to whoever sent it. */

import type { Ban } from '../../readers/index.ts'
import type { Proof } from '../proof.ts'
import type { SenderKeys } from '../senders.ts'
import type { Look } from '../signing.ts'
import type { FormProblem } from '../words.ts'

export interface Arriving {
  storyId: string
  parentId: string | null
  /** The reader who is signed in, if anyone. */
  readerId: string | null
  name: string
  mail: string | null
  text: string
  /** Whether answers are to be told to its author. */
  tell: boolean
  honeypot: string
  token: { nonce: string; age: number; look: Look }
  keys: SenderKeys
  proof: Proof
  /** When it came in, in milliseconds. */
  at: number
}

export type TurnedAway =
  | { kind: 'refused'; why: 'banned'; ban: Ban }
  /** `until` is when the next comment can be sent, in milliseconds. */
  | { kind: 'refused'; why: 'slow'; until: number; sentence: string }

export type PostResult =
  | { kind: 'posted'; commentId: string }
  /** Nothing is wrong, but the form had no usable token, or no proof in a flood: show the words, give a new token, ask once more. */
  | { kind: 'confirm'; why: 'no token' | 'old token' | 'used token' | 'flood' }
  | { kind: 'refused'; why: 'form'; problem: FormProblem }
  | { kind: 'refused'; why: 'limit' | 'closed' | 'no story' | 'no parent'; sentence: string }
  | TurnedAway
