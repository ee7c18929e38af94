/** A paper, a story and a discussion of our own, for the tests of the readers' pages. */
import type { Discussion, PublicComment, Revision, Thread } from '../src/discussion/index.ts'
import type { Switch } from '../src/people/index.ts'
import { type Block, emptyContent, type StoryContent } from '../src/story/index.ts'
import type { Site, StoryView } from '../src/web/index.ts'

export const site: Site = {
  name: 'The Harbour Courant',
  tagline: 'From the quays and the hill, every weekday',
  language: 'en',
  direction: 'ltr',
  timeZone: 'Europe/Berlin',
  url: 'https://harbour.example',
  houseRule: 'Write as you would speak to a neighbour. Say where you know it from.',
  answeredWithin: null,
  mailLeaves: true,
  stylesheet: '/assets/site.css',
  menus: {
    head: [
      { says: 'Harbour', path: '/sections/harbour' },
      { says: 'Sport', path: '/sections/sport' },
    ],
    foot: [{ says: 'About us', path: '/about' }],
    legal: [],
    record: null,
    search: true,
    toStories: false,
  },
  year: 2024,
  sponsor: null,
  tags: [],
  shownOn: [],
  dress: {
    stylesheet: '/assets/site.css',
    fonts: [],
    frameScript: '/assets/embed-frame.js',
    newsroomStylesheet: '/assets/newsroom.css',
    logo: null,
    logoDark: null,
    iconVersion: '0123456789ab',
    paper: { light: '#f6f7f4', dark: '#111714' },
  },
}

/** 16 May 2024, 14:20 in Berlin. */
export const morning = Date.UTC(2024, 4, 16, 12, 20)
const MINUTE = 60_000

export const everyKindOfBlock: Block[] = [
  {
    id: 'p1',
    type: 'paragraph',
    text: 'The ferry that has carried the island’s schoolchildren since 1987 will make its last crossing on Friday, the harbour board said, after the yard found cracks in two of its frames.',
  },
  {
    id: 'p2',
    type: 'paragraph',
    text: 'A replacement is promised “before the autumn storms”, but the board has no contract to show for it, according to minutes of its April meeting.',
    marks: [
      { type: 'link', from: 113, to: 141, href: 'https://board.example/minutes?month=4&year=2024' },
      { type: 'emphasis', from: 27, to: 51 },
    ],
  },
  { id: 'h1', type: 'heading', level: 2, text: 'A winter on the mainland' },
  {
    id: 'p3',
    type: 'paragraph',
    text: 'For 41 families the question is nearer than the autumn. The school stands on the other shore; the road around the bay takes two hours, and from November to March it floods.',
    marks: [{ type: 'strong', from: 4, to: 15 }],
  },
  {
    id: 'q1',
    type: 'quote',
    paragraphs: [
      { id: 'q1a', text: 'We were told for six years that the frames were sound.' },
      { id: 'q1b', text: 'Now we are told to be glad that somebody looked.' },
    ],
    credit: 'Ingrid Aalto, who has three children at the school',
  },
  { id: 'h2', type: 'heading', level: 3, text: 'What the board has asked for' },
  {
    id: 'l1',
    type: 'list',
    ordered: false,
    items: [
      { id: 'l1a', text: 'a survey of the sister ship, which lies idle in the north basin' },
      { id: 'l1b', text: 'an offer from two yards for a hull of 24 metres' },
    ],
  },
  {
    id: 'l2',
    type: 'list',
    ordered: true,
    items: [
      { id: 'l2a', text: 'Survey by 3 June.' },
      { id: 'l2b', text: 'Decision on 12 June, in public.' },
    ],
  },
  {
    id: 'f1',
    type: 'figure',
    picture: {
      src: '/pictures/ferry.jpg',
      alt: 'A white ferry at a stone quay',
      caption: 'The ferry at the south quay.',
      credit: 'Photograph: Maren Holt',
      rights: '',
    },
  },
  {
    id: 'e1',
    type: 'embed',
    url: 'https://video.example/watch?v=42',
    title: 'The meeting of the harbour board, as recorded',
  },
  {
    id: 'p4',
    type: 'paragraph',
    text: 'The mayor did not answer questions on Thursday. Her office said she would speak on Friday, at the quay, when the last boat is in.',
  },
  { id: 'n1', type: 'note', text: 'An earlier version of this story gave the ferry’s year as 1978.' },
]

export const content: StoryContent = {
  ...emptyContent,
  headline: 'The island’s ferry makes its last crossing on Friday',
  standfirst:
    'Cracks in two frames end 37 years of service. Forty-one families do not know how their children will get to school.',
  byline: 'By Tove Lind and Karim Haddad',
  dateline: 'SOUTH QUAY, 16 May',
  language: '',
  section: 'Harbour',
  topics: ['ferries', 'schools'],
  picture: {
    src: '',
    alt: '',
    caption: 'Parents wait at the south quay on Thursday morning, an hour before the first crossing of the day.',
    credit: '',
    rights: '',
  },
  body: everyKindOfBlock,
}

export const story: StoryView = {
  id: 'story1',
  path: '/2024/05/last-crossing',
  firstPublishedAt: morning,
  updatedAt: morning,
  content,
}

/** A comment as the public view hands it out; tests alone may make one up. */
export function approved(
  id: string,
  words: { name?: string; text?: string; parent?: string; at?: number; number?: number } = {},
): PublicComment {
  const createdAt = words.at ?? morning + 30 * MINUTE
  return {
    id,
    storyId: story.id,
    parentId: words.parent ?? null,
    authorName: words.name ?? `Reader ${id}`,
    createdAt,
    revision: {
      id: `r-${id}`,
      commentId: id,
      number: words.number ?? 1,
      text: words.text ?? `The words of ${id}.`,
      createdAt,
    } as Revision<'approved'>,
  }
}

export const thread = (comment: PublicComment, ...replies: Thread[]): Thread => ({ id: comment.id, comment, replies })

export function discussionOf(...threads: Thread[]): Discussion {
  let count = 0
  const rest = [...threads]
  for (let next = rest.pop(); next; next = rest.pop()) {
    if (next.comment) count++
    rest.push(...next.replies)
  }
  return { count, threads }
}

/** What stands around a page of the newsroom, for somebody who may do this; it is `morning`. */
export const newsroomFrame = (...switches: Switch[]) => ({
  site: { ...site, stylesheet: '/assets/newsroom.css' },
  person: { id: 'p1', name: 'Ada', mail: null, switches, disabled: false },
  now: morning,
  waiting: 0,
  moreWaiting: false,
  objections: { appeals: 0, reported: 0, notices: 0 },
  toDo: [],
  toDoScript: '/assets/to-do.js',
  reviewScript: '/assets/review.js',
})
