/** What a phase of the intake sees of a comment, and what it may say about it. */
import type { SignalStateName } from '../../store/index.ts'

export interface Intake {
  readonly storyId: string
  readonly parentId: string | null
  readonly authorName: string
  readonly authorMail: string | null
  /** The reader behind it where verified; null for everyone else. */
  readonly readerId: string | null
  readonly text: string
}

/** What is known about the circumstances. */
export interface Circumstances {
  /** Milliseconds between the form's token and the post; null where the words are an edit by receipt. */
  readonly timeToWrite: number | null
  /** What stood in the field that people do not see. */
  readonly honeypot: string
  /** Comments from the same network in the last ten minutes, this one not counted. */
  readonly recentFromSender: number
}

/**
 * A signal moves a comment in the queue; it never refuses it. `weight` runs from
 * 0 (says nothing) to 1 (nearly sure to be junk); `words` are for the moderator.
 */
export interface Signal {
  readonly phase: string
  readonly state: SignalStateName
  readonly words: string
  readonly weight: number
}

export interface Phase {
  readonly name: string
  readonly look: (comment: Intake, circumstances: Circumstances) => Omit<Signal, 'phase'> | null
}
