/** The page of the menus. */
import type { Child } from 'hono/jsx'
import { counted } from '../../count.ts'

export const menusPageMessages = {
  title: 'Menus',
  menus: { head: 'At the top', foot: 'At the foot' },
  where: { head: 'top', foot: 'foot' },
  leads: {
    head: 'In the bar on every page. On phones it opens under “Menu”.',
    foot: 'In the middle group at the foot of every page. House rules are always there; Imprint and Privacy are in the last line.',
  },
  fillsItself: {
    head: 'Fills itself with all sections, in their order. As soon as you change something, it is yours to keep up.',
    foot: 'Fills itself with all published pages. As soon as you change something, it is yours to keep up.',
  },
  own: 'Yours to keep up: new sections and pages aren’t added by themselves.',
  fill: 'Let it fill itself again',
  empty: {
    head: 'No sections yet. They appear here by themselves.',
    foot: 'No published pages yet. They appear here by themselves.',
  },
  kinds: { section: 'Section', topic: 'Topic', author: 'Author', page: 'Page', link: 'Link' },
  overflow: (count: number, more: Child) => (
    <>
      {counted(count, {
        one: 'More than fits in one line: on wide screens the last one opens under',
        other: 'More than fits in one line: on wide screens the last # open under',
      })}{' '}
      {more}.
    </>
  ),
  missing: {
    removed: 'What this line led to has been removed, so readers don’t see the line. Remove it here too.',
    unpublished: 'This page isn’t published, so readers don’t see the line.',
  },
  deadLink: 'There is no page at this address any more. Remove the line, or add one with the right address.',
  nameless: 'Removed',

  up: 'Move up',
  down: 'Move down',
  rename: 'Rename',
  renameHint: 'Leave it empty to use the page’s own name.',
  says: 'Text',
  saveName: 'Save',
  remove: 'Remove',
  of: (says: string) => `: ${says}`,

  add: 'Add',
  addThing: 'Section, topic, author or page',
  choose: 'Choose one',
  groups: { section: 'Sections', topic: 'Topics', author: 'Authors', page: 'Pages' },
  notPublished: (title: string) => `${title} (not published)`,
  orLink: 'Or an address',
  addressHint: 'Such as https://example.org, mailto:desk@example.org or /archive.',
  nothingAt: (path: string) => `There is no page at ${path}. Check the address.`,
  chooseSomething: 'Choose what to add, or write an address.',
  changed: 'Saved.',
}
