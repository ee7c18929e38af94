/** Old addresses: the list, adding them, and trying one. */
import type { Child } from 'hono/jsx'
import { counted, number } from '../../count.ts'

export const oldAddressesMessages = {
  title: 'Old addresses',
  lead: 'Links to your old site keep working when each old address leads to its page here. Moving in adds them by itself. An old address counts only where this site has no page of its own.',

  tryOne: 'Try an address',
  tryHint: 'As it was on the old site, such as /2019/05/our-story.html',
  tryIt: 'Try it',
  leadsTo: (from: Child, to: Child) => (
    <>
      {from} leads to {to}.
    </>
  ),
  ends: {
    page: 'Readers find a page there.',
    elsewhere: 'That is another site.',
    gone: 'Readers are told that the page is gone.',
    nothing: 'Readers are told that nothing is there. Have it lead somewhere else.',
    circle: 'From there it goes round in a circle. Have it lead somewhere else.',
  },
  pageThere: (address: Child) => <>This site has a page at {address}: readers see that.</>,
  goneThere: (address: Child) => <>There was a page at {address}. Readers are told that it is gone.</>,
  nothingThere: (address: Child) => <>Nothing is at {address}. You can add it below.</>,
  notForReaders: (address: Child) => <>{address} is not a page for readers.</>,

  addOne: 'Add an old address',
  from: 'Old address',
  to: 'Leads to',
  toHint: 'A page of this site, such as /2026/05/our-story, or a full address',
  add: 'Add',
  addMany: 'Add many',
  lines: 'Old addresses, one to a line',
  linesHint: 'The old address, then the new one, with a blank or a comma between: a table saved as CSV will do.',
  addAll: 'Add them all',
  tooMany: (most: number) => `Add at most ${number(most)} lines at once.`,
  needsTwo: 'This line needs two addresses: the old one and the new one.',
  nothingPasted: 'Paste at least one line with an old and a new address.',
  line: (line: number, sentence: string) => `Line ${number(line)}: ${sentence}`,
  someBad: (bad: number) =>
    counted(bad, {
      one: '1 line was not added. It is still in the form below.',
      other: '# lines were not added. They are still in the form below.',
    }),
  moreBad: (more: number) => counted(more, { one: 'And 1 more line.', other: 'And # more lines.' }),
  added: (added: number) => counted(added, { one: 'Added.', other: 'Added # old addresses.' }),
  removed: 'Removed.',
  notThere: 'That old address is not in the list any more.',

  all: (count: number) => counted(count, { one: '1 old address', other: '# old addresses' }),
  find: 'Find',
  findIt: 'Find',
  none: 'No old addresses yet.',
  noneFound: 'No old address has these words in it.',
  arrow: ' → ',
  leads: 'leads to',
  noStory: 'a story that is not there any more',
  noHeadline: 'a story without a headline',
  notPublished: 'not on the site now',
  imported: 'from moving in',
  remove: 'Remove',
  earlier: 'Previous 50',
  later: 'Next 50',
}
