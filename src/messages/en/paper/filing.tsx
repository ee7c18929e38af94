/** Sections, topics and authors in the newsroom. */
import type { Child } from 'hono/jsx'
import { counted } from '../../count.ts'

export const filingMessages = {
  paper: 'The paper',
  kinds: { section: 'Sections', topic: 'Topics', author: 'Authors' },
  leads: {
    section: 'What the paper is divided into, in the order readers see it. A story is in one section.',
    topic: 'What stories are about, across sections. A story can have several.',
    author:
      'People with a page of their own. A story leads to it from its byline, as long as the byline has one of their names.',
  },
  none: {
    section: 'No sections yet. Add the first one, or name one in a story and publish it.',
    topic: 'No topics yet. Add one, or name some in a story and publish it.',
    author: 'No author has a page yet. Add one, or make a page for a name below.',
  },
  newOne: { section: 'New section', topic: 'New topic', author: 'New author' },
  add: { section: 'Add section', topic: 'Add topic', author: 'Add author' },
  stories: (count: number) => (count === 0 ? 'No stories' : counted(count, { one: '1 story', other: '# stories' })),
  viewOnSite: 'View on the site',
  up: (name: string) => `Move ${name} up`,
  down: (name: string) => `Move ${name} down`,
  tones: { news: 'News', opinion: 'Opinion', analysis: 'Analysis' },
  withoutPage: 'Names in bylines without a page',
  makePage: 'Make a page',
  makePageFor: (name: string) => `Make a page for ${name}`,

  name: 'Name',
  about: { section: 'Description', topic: 'Description', author: 'Biography' },
  aboutHint: 'Leave a blank line between paragraphs.',
  address: 'Address',
  addressHint: (path: string) => `Now ${path}. If it changes, the old one leads to the new one.`,
  keepAddress: 'Keep this address if the name changes',
  accent: 'Colour',
  accents: {
    brick: 'Brick',
    ochre: 'Ochre',
    moss: 'Moss',
    teal: 'Teal',
    blue: 'Blue',
    violet: 'Violet',
    plum: 'Plum',
    slate: 'Slate',
  },
  noAccent: 'The paper’s own',
  tone: 'What is in it',
  toneHint: 'Opinion and analysis are marked as such, and look different from news.',
  role: 'Role',
  roleHint: 'Such as “Harbour reporter”.',
  contact: 'Contact',
  contactHint: 'An email or web address that readers see.',
  person: 'In the newsroom',
  nobody: 'Nobody',
  signs: 'Also signs as',
  signsHint: 'One name a line, such as “A. Lee”. Stories with that byline are theirs too.',
  alsoCalled: (names: string) => `Stories that say ${names} are here too.`,
  portrait: 'Portrait',
  upload: 'Upload a picture',
  uploadOther: 'Upload a different picture',
  removePortrait: 'Remove the portrait',
  save: 'Save',
  saved: 'Saved.',
  added: 'Added. Say more about it here, or leave it as it is.',
  joined: (name: string) => `Joined. All stories are in “${name}” now.`,
  removed: 'Removed.',

  join: {
    section: 'Join with another section',
    topic: 'Join with another topic',
    author: 'Join with another author',
  },
  joinHint: (name: Child) => (
    <>Stories and addresses go to the other one. {name} is then no longer there; this can’t be undone.</>
  ),
  into: {
    section: 'Section that takes the stories',
    topic: 'Topic that takes the stories',
    author: 'Author who takes the stories',
  },
  choose: 'Choose',
  joinButton: 'Join',
  remove: { section: 'Remove the section', topic: 'Remove the topic', author: 'Remove the page' },
  removeHint: {
    section: 'No published story is in it.',
    topic: 'Its stories stay, without the topic.',
    author: 'The stories stay, with their bylines.',
  },
  cantRemove: (stories: number) =>
    counted(stories, {
      one: 'One story is in this section. To remove the section, choose another one that takes it.',
      other: '# stories are in this section. To remove the section, choose another one that takes them.',
    }),
  gone: {
    section: 'There is no such section any more.',
    topic: 'There is no such topic any more.',
    author: 'There is no such author any more.',
  },
}
