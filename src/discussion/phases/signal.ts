/** What a phase of the intake sees of a comment, and what it may say about it. */
import type { Conduct } from '../../conduct/index.ts'
import type { SignalStateName } from '../../store/index.ts'
import type { Pace } from '../pace.ts'

export interface Intake {
  readonly storyId: string
  readonly parentId: string | null
  readonly authorName: string
  readonly authorMail: string | null
  /** The reader behind it where verified; null for everyone else. */
  readonly readerId: string | null
  readonly text: string
  /** How it is said, where that was read elsewhere; absent where the phase reads it. */
  readonly conduct?: Conduct
}

/** What is known about the circumstances. */
export interface Circumstances {
  /** Milliseconds between the form's token and the post; null where the words stood in it, or are an edit by receipt. */
  readonly timeToWrite: number | null
  /** What stood in the field that people do not see. */
  readonly honeypot: string
  /** Comments from the same network in the last ten minutes, this one not counted. */
  readonly recentFromSender: number
  /** Milliseconds between a form that came with the words in it and the post; absent where it came without. */
  readonly timeToLookOver?: number
  /** How fast comments come in just now, this one not counted; absent where the words are an edit. */
  readonly counts?: Counts
  /** What became of the work that the browser was asked for; absent where it was not asked. */
  readonly proof?: ProofFound
}

export interface Counts {
  /** From the same network within an hour and a day, and with the very same words within an hour. */
  readonly hour: number
  readonly day: number
  readonly sameWords: number
  /** On the story within an hour. */
  readonly onStory: number
}

/**
 * done: as much as is asked for at this pace. less: worked out when it was
 * calmer. old: in time for no comment. spent: it has brought one comment already.
 * wrong: not asked for here, or not worked out.
 */
export interface ProofFound {
  readonly state: 'done' | 'less' | 'old' | 'none' | 'spent' | 'wrong'
  /** The pace at which the comment came. */
  readonly pace: Pace
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

/** Phases that ask for a look and say nothing of spam. */
export const PRIVATE_DETAILS = 'private details' as const
export const CONDUCT = 'conduct'
export const ASK_FOR_A_LOOK: ReadonlySet<string> = new Set([PRIVATE_DETAILS, CONDUCT])

export interface Phase {
  readonly name: string
  readonly look: (comment: Intake, circumstances: Circumstances) => Omit<Signal, 'phase'> | null
}
