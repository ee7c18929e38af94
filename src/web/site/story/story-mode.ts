/** What readers are told of how a story takes comments. */
import type { StoryMode } from '../../../discussion/index.ts'
import { commentingMessages, discussionMessages as m } from '../../../messages/index.ts'

/** A sentence over the form; null where comments are taken as usual, or not at all. */
export function modeSentence(mode: StoryMode): string | null {
  if (mode.kind === 'slow') return commentingMessages.slowMode(mode.minutes)
  return mode.kind === 'hold' ? m.onHold : null
}
