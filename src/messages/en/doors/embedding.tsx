/** Sites that show the discussion: the page in the settings, what is wrong with what was typed, and what the log keeps. */
import type { Child } from 'hono/jsx'

export const embeddingMessages = {
  title: 'Sites that show the discussion',
  lead: 'A site of yours that runs elsewhere can show the comments on your stories, and take new ones. They wait for review like any other. Only the sites in this list can do it.',
  none: 'No other site yet.',
  site: 'Site',
  siteHint: 'Its address, such as https://paper.example',
  add: 'Add',
  added: 'Added.',
  remove: 'Remove',
  removed: 'Removed.',
  notThere: 'That site is not in the list any more.',

  howTo: 'Put it on a page',
  howToWords: 'Copy this into the page of a story on that site, where the comments should be:',
  withoutScript: 'Without JavaScript, use a frame of a fixed height instead:',
  frameTitle: 'Comments',
  /** Stands in the frame’s address, to be replaced. */
  pageHere: 'PAGE-ADDRESS',
  replace: (place: Child) => <>Replace {place} with the full address of the page.</>,
  matching:
    'The page and the story are matched by their address. If the page’s address differs from the story’s here, add it to the old addresses:',
  oldAddresses: 'Old addresses',

  notASite: 'That is not the address of a site. Write it as https://paper.example.',
  noWildcard: 'An asterisk won’t do. List each site by its full address, such as https://paper.example.',
  notHttps: 'List the site by its https address. Over http anybody on the way could change what readers send.',
  tooMany: (most: number) => `The list can hold ${most} sites. Remove one first.`,
  logAdded: (origin: string) => `Let ${origin} show the discussion`,
  logRemoved: (origin: string) => `No longer lets ${origin} show the discussion`,
}
