/** One comment's own page, and a story's choice of how it takes comments. */
import type { Child } from 'hono/jsx'

export const commentMessages = {
  by: (author: string) => `Comment by ${author}`,
  heading: (author: Child) => <>Comment by {author}</>,
  onStory: (story: Child) => <>On {story}</>,
  viewOnSite: 'View on the site',
  version: (number: number, state: string) => `Version ${number}: ${state}`,
  sent: (at: Child) => <>Sent {at}</>,
  remove: 'Remove',
  removeHint: 'Readers no longer see it, its author is told the reason, and the record is kept.',
  ban: 'Ban the author',
  erase: 'Erase the author’s data',
  reopen: 'Reopen',
  reopenHint:
    'The latest version goes back to the queue for a new decision, and the record says that you reopened the comment.',
  reopenHides: 'Readers won’t see this version until then.',
  decide: 'Decide',
  decideLater: (reviewing: string) => `${reviewing} You can decide it here once they’ve finished.`,
  decisions: 'Decisions',
  noDecisions: 'No decisions yet.',
  decision: (by: Child, did: string, reason: string | null) => (
    <>
      {by} {did}
      {reason === null ? '' : `: ${reason}`}
    </>
  ),
}
