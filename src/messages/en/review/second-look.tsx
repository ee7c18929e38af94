/** A decision of a colleague's, looked at again without knowing it. */
import type { Child } from 'hono/jsx'

export const secondLookMessages = {
  title: 'A second look',
  same: 'You made the same decision.',
  different: 'You made a different decision.',
  approved: (by: string) => `${by} approved the comment.`,
  rejected: (by: string, reason: string | undefined) => `${by} rejected the comment (${reason ?? 'reason not kept'}).`,
  open: 'Open the comment',
  lead: 'A colleague has already decided this comment. Say what you would have decided, then see what they did. The comment doesn’t change.',
  byOn: (author: Child, headline: string) => (
    <>
      {author} on “{headline}”
    </>
  ),
  storySays: 'From the story',
  none: 'Nothing to look at again right now. One decision in eight comes here, for thirty days.',
  back: 'Back to the figures',
}
