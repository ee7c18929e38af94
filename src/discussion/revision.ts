/**
 * The states of a comment's revision, and the one type that public pages accept.
 * `Revision<'approved'>` carries a brand that only the public view can put on
 * (see public-view.ts), so a renderer cannot be handed words nobody reviewed.
 */
import type { RevisionStateName } from '../store/index.ts'

export type RevisionState = RevisionStateName

declare const state: unique symbol

export interface Revision<S extends RevisionState = RevisionState> {
  readonly [state]: S
  readonly id: string
  readonly commentId: string
  /** 1 for the first words, one more for every edit. */
  readonly number: number
  readonly text: string
  /** Milliseconds since the epoch. */
  readonly createdAt: number
}

/** A comment as readers see it: its newest approved words. */
export interface PublicComment {
  readonly id: string
  readonly storyId: string
  readonly parentId: string | null
  readonly authorName: string
  /** When the comment was first posted, in milliseconds since the epoch. */
  readonly createdAt: number
  readonly revision: Revision<'approved'>
}

/**
 * A comment and its answers. `comment` is null where an answer's parent is not
 * shown (any more): a place without words that keeps the thread together.
 */
export interface Thread {
  readonly id: string
  readonly comment: PublicComment | null
  readonly replies: readonly Thread[]
}

/** What a story's page shows under it. `count` is the number of comments in `threads`, never a stored figure. */
export interface Discussion {
  readonly count: number
  readonly threads: readonly Thread[]
}
