/**
 * What is said of comments right after they came in. The review desk stands
 * above this part, so whoever starts the site hands its examination in; without
 * one, the phases alone speak.
 */
import type { BandName, Transaction } from '../store/index.ts'
import { signalsFor } from './phases/all.ts'
import type { Circumstances, Intake, Signal } from './phases/signal.ts'

/** Words that came in, with all that their examination asks for. */
export interface Incoming extends Intake {
  readonly commentId: string
  readonly revisionId: string
  /** 1 for a new comment, more for an edit. */
  readonly number: number
  readonly senderKey: string
  /** When they came in, in milliseconds. */
  readonly at: number
  readonly circumstances: Circumstances
}

export interface Triage {
  readonly signals: readonly Signal[]
  readonly band: BandName
  /** Chances between 0 and 1; null where no model was asked. */
  readonly spam: number | null
  readonly rules: number | null
  readonly campaignId: string | null
  /** Its text in alike_texts; absent where it was not compared. */
  readonly textNumber?: number | null
  /** ISO 639-1; null where it can't be told. */
  readonly language: string | null
  /** What is to be done once all this is written, in the same transaction; absent where nothing is. */
  readonly afterwards?: () => Promise<void>
}

/** Answers in the order of the comments. Runs inside the transaction that keeps what is said; what it writes is kept or lost with it. */
export type Examine = (tx: Transaction, comments: readonly Incoming[]) => Promise<Triage[]>

export const examineByPhases: Examine = async (_tx, comments) =>
  comments.map((comment) => {
    const signals = signalsFor(comment, comment.circumstances)
    return { signals, band: bandOfSignals(signals), spam: null, rules: null, campaignId: null, language: null }
  })

/** From the heaviest signals: the chance that at least one of them is right, as if each stood for itself. */
export function bandOfSignals(signals: readonly Signal[]): BandName {
  const fine = signals.reduce((left, { weight }) => left * (1 - weight), 1)
  return fine > 0.8 ? 'fine' : fine > 0.4 ? 'thought' : 'spam'
}
