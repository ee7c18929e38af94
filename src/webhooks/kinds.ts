/** What a server can be told of, and what is kept of it until it is. */

export const HOOK_EVENTS = [
  'story.published',
  'story.changed',
  'story.corrected',
  'story.unpublished',
  'comment.held',
  'comment.approved',
  'comment.removed',
] as const
export type HookEvent = (typeof HOOK_EVENTS)[number]

/** Sent where somebody wants to see whether messages get there. */
export const TEST_EVENT = 'test'

export const isHookEvent = (name: string): name is HookEvent => (HOOK_EVENTS as readonly string[]).includes(name)

/** What can't be asked for any more when it is told. */
export interface MessageFacts {
  /** The version that was published. */
  version?: number
  /** Where the story stood. */
  path?: string
  /** A comment's story. */
  story?: string
}
