/** Standing pages in the newsroom: About, Imprint and the like. */
import type { Child } from 'hono/jsx'
import { listed } from '../../count.ts'

export const pagesMessages = {
  pages: 'Pages',
  menus: 'Menus',

  title: 'Pages',
  lead: 'Pages such as About or Imprint. Each has its own address. Published ones are linked at the foot of every page, unless you keep that menu yourself.',
  none: 'No pages yet. Start from a draft below.',
  states: { published: 'Published', draft: 'Not published' },
  missing: 'Readers expect these',
  missingHint:
    'Each draft says how this site works, with brackets where only you know the answer. It is a draft, not legal advice.',
  startDraft: 'Start from a draft',
  kinds: {
    about: 'Who you are and how you work.',
    contact: 'How to reach you.',
    imprint: 'Who publishes this, as the law in Germany and elsewhere in the EU asks.',
    privacy: 'What you keep about readers, and how they have it erased.',
    accessibility: 'What has been done so that everyone can read the site, and what hasn’t.',
  },
  another: 'Another page',
  pageTitle: 'Title',
  create: 'Create the page',

  address: 'Address',
  addressHint: (url: string) => `What comes after ${url}/. If you change it, the old address leads to the new one.`,
  words: 'Text',
  wordsHint:
    'Leave a blank line between paragraphs. ## heading, - or 1. list, > quote, **strong**, *emphasis*, [link](https://…).',
  save: 'Save',
  saveAndPublish: 'Save and publish',
  publishedHint: 'This page is published: readers see what you save.',
  preview: 'Preview',
  view: 'View on the site',
  saved: 'Saved. Readers don’t see it until you publish it.',
  published: (link: Child) => <>Published: {link}</>,
  unpublished: 'Unpublished. Readers no longer find it.',
  removed: (title: string) => `Removed “${title}”.`,
  notPublished: (why: string) => `Saved, but not published. ${why}`,
  toFill: 'Still to fill in',
  unpublish: 'Unpublish',
  unpublishHint: 'Readers no longer find the page. Its text stays here.',
  remove: 'Remove the page…',
  removeForGood: 'Remove for good',
  removeHint: 'It can’t be brought back.',
  removeInMenu: (menus: readonly string[]) =>
    `It is in the menu at the ${listed(menus)}. The line stays there for you to remove; readers no longer see it.`,
  lastSaved: (when: Child, by: string | null) => (
    <>
      Saved {when}
      {by ? ` by ${by}` : ''}
    </>
  ),
  gone: 'This page is no longer there. Someone else may have removed it.',
  conflict: (
    <>
      <strong>Someone else saved this page while you were writing.</strong> Your words are in the form below; nothing is
      lost. The other version is here: copy what you need from it, then save again to keep yours.
    </>
  ),
  theirs: 'The other version',
  theirTitle: 'Title of the other version',
  theirAddress: 'Address of the other version',
  theirWords: 'Text of the other version',
}
