/** The discussion in a frame on a page of another site. */
import type { Child } from 'hono/jsx'

export const embedMessages = {
  title: (headline: string) => `Comments on “${headline}”`,
  onSite: (site: Child) => <>Comments are taken and reviewed by {site}.</>,
  noneHere: {
    title: 'No comments here',
    sentence: 'There is no discussion for this page.',
  },
  notListed: {
    title: 'No comments here',
    sentence: 'The newsroom has not let any other site show its comments.',
  },
  backToAll: 'Back to all comments',
  held: {
    title: 'Waiting for review',
    sentence: 'Only you and the newsroom can see it. A person will read it and decide.',
  },
  yourReceipt: 'Open your receipt',
  receiptHint:
    'You will find the decision on your receipt, and can edit or withdraw your comment there. Keep its address: it is the only way back.',
}
