/** One rule: what it looks for and does, its form and its versions. */
import type { Child } from 'hono/jsx'
import { counted, listed, number } from '../../count.ts'

export const ruleMessages = {
  title: (name: string) => `Rule: ${name}`,
  states: { on: 'On', draft: 'Draft', off: 'Off' },
  switchOff: 'Switch off',
  nowOn: 'Switched on. It checks every comment from now on.',
  nowOff: 'Switched off. The comments it has marked stay marked.',
  savedAs: (version: number) => `Saved as version ${version}.`,
  otherVersionOn: (on: number, newest: number) =>
    `Version ${on} is on. This is version ${newest}, which has not been switched on yet.`,

  edit: 'Edit',
  editRule: 'Edit this rule',
  saveVersion: 'Save as a new version',
  versions: 'Versions',
  version: (version: number) => `Version ${version}`,
  isOn: ' on',
  versionSays: (name: Child, pattern: string, effect: string) => (
    <>
      {name} looks for {pattern} and {effect}
    </>
  ),
  madeBy: (name: string | null, at: Child) => (
    <>
      {name ?? 'Someone'}, {at}
    </>
  ),
  lastSwitchedOn: (name: string | null, day: string) => `Last switched on by ${name ?? 'someone'}, ${day}.`,
  lastSwitchedOff: (name: string | null, day: string) => `Last switched off by ${name ?? 'someone'}, ${day}.`,

  /** What a rule looks for. */
  someOf: (shown: readonly string[], others: number) =>
    listed(others > 0 ? [...shown, `${number(others)} more`] : shown),
  word: (word: string) => `“${word}”`,
  linksTo: (domains: string) => `links to ${domains}`,
  anyLink: 'any link',
  moreLinks: (fine: number) => counted(fine, { one: 'more than 1 link', other: 'more than # links' }),
  firstComments: 'comments by people who have none approved yet',

  /** What a rule does with a comment. */
  effects: {
    label: {
      does: 'labels the comment',
      title: 'Label only',
      hint: 'Moderators see the rule’s name. The comment keeps its place in the queue.',
    },
    thought: {
      does: 'sorts the comment under “check” or lower',
      title: 'Check',
      hint: 'The comment is not sorted under “no sign of spam”.',
    },
    spam: {
      does: 'sorts the comment under “likely spam”',
      title: 'Likely spam',
      hint: 'The comment waits at the end of the queue until a person decides.',
    },
  },

  newRule: 'New rule',
  kind: 'Kind of rule',
  kinds: { words: 'Words', links: 'Links', first: 'First comments' },
  saveDraft: 'Save draft',
  name: 'Name',
  nameHint: 'Moderators see it beside the comments the rule catches; readers never do.',
  firstHint:
    'Catches comments by anyone with no approved comment here. Only verified readers can be recognised, so it catches everyone who writes without an account.',
  effect: 'What it does',
  words: 'Words and phrases, one per line',
  wordsHint:
    'Finds whole words in any disguise: capitals, accents, fr33, f r e e. A * at the end of a word stands for any ending: gambl* finds gambling.',
  links: 'Which links',
  anyLinkElsewhere: 'Any link to another site',
  moreLinksThan: 'More links than',
  linksStillFine: 'Number of links that is still fine',
  linksToThese: 'Links to these domains',
  domains: 'Domains, one per line',
  domainsHint:
    'Only the registered part counts: shop.example.com is kept as example.com, but a blog such as ada.wordpress.com is kept whole. wordpress.com alone means every blog there.',
}
