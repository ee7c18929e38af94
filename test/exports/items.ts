/** Exports made of items as they are: an input like any other format's, without a file. */
import type {
  CommentItem,
  ExportFile,
  Format,
  FormatName,
  Item,
  LeftItem,
  LeftKind,
  NoteItem,
  PersonItem,
  PictureItem,
  RedirectItem,
  SiteItem,
  StoryItem,
  TermItem,
  ThreadItem,
} from '../../src/exchange/items/index.ts'
import type { ExportToMove } from '../../src/exchange/moving/index.ts'

/** An export that holds these items in this order. */
export function exportOf(
  items: readonly Item[] | (() => Iterable<Item>),
  name: FormatName = 'wordpress',
): ExportToMove {
  const file: ExportFile = {
    name: 'export',
    size: 3,
    async *open() {
      yield Uint8Array.of(1, 2, 3)
    },
    onDisk: async () => {
      throw new Error('this export lies nowhere')
    },
  }
  const format: Format = {
    name,
    recognise: () => [],
    asks: [],
    async *read([only]) {
      for await (const _ of only?.open() ?? []) {
        // Read, so that what counts bytes has some to count.
      }
      yield* typeof items === 'function' ? items() : items
    },
  }
  return { format, files: [file] }
}

export const site = (of: Partial<SiteItem> = {}): SiteItem => ({
  kind: 'site',
  name: 'The Harrow Post',
  tagline: '',
  address: 'https://harrow.example',
  language: 'en',
  timeZone: 'Europe/London',
  ...of,
})

export const person = (key: string, of: Partial<PersonItem> = {}): PersonItem => ({
  ...{ kind: 'person', key, name: key, mail: '', about: '' },
  ...of,
})

export const term = (key: string, as: TermItem['as'], of: Partial<TermItem> = {}): TermItem => ({
  ...{ kind: 'term', key, as, name: key, slug: key, within: null },
  ...of,
})

export const story = (key: string, of: Partial<StoryItem> = {}): StoryItem => ({
  kind: 'story',
  key,
  isPage: false,
  state: 'public',
  headline: `Story ${key}`,
  standfirst: '',
  html: `<p>What happened in ${key}, and who was there.</p>`,
  authors: [],
  names: [],
  terms: [],
  publishedAt: Date.UTC(2019, 4, 1, 9),
  updatedAt: null,
  addresses: [`/2019/05/${key}.html`],
  identifiers: [key],
  picture: null,
  commentsOpen: true,
  language: '',
  searchHeadline: '',
  left: [],
  ...of,
})

export const thread = (key: string, of: Partial<ThreadItem> = {}): ThreadItem => ({
  ...{ kind: 'thread', key, identifiers: [], addresses: [], title: '', closed: false },
  ...of,
})

export const comment = (key: string, of: string, more: Partial<CommentItem> = {}): CommentItem => ({
  kind: 'comment',
  key,
  of,
  parent: null,
  state: 'approved',
  name: 'Ada',
  mail: 'ada@reader.example',
  text: `What Ada said in ${key}.`,
  earlier: [],
  at: Date.UTC(2019, 4, 2, 10),
  reason: '',
  ...more,
})

export const note = (key: string, of: string, more: Partial<NoteItem> = {}): NoteItem => ({
  ...{ kind: 'note', key, of, parent: null, name: 'Bo', text: 'Is this so?', at: Date.UTC(2019, 4, 1), isDone: false },
  ...more,
})

export const redirect = (from: string, to: string): RedirectItem => ({ kind: 'redirect', from, to })

export const left = (what: LeftKind, name: string, why = 'It has no place here.'): LeftItem => ({
  kind: 'left',
  what,
  name,
  why,
})

export const picture = (key: string, of: Partial<PictureItem> = {}): PictureItem => ({
  ...{ kind: 'picture', key, address: '', alsoAt: [], file: null, alt: '', caption: '', credit: '' },
  ...of,
})
