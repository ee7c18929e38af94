/** Sections, topics and authors: one kind of record, since each has a name, an address and stories. */
import type { Database } from '../store/index.ts'
import { addressWords, foldedWords } from '../text/index.ts'

export const TERM_KINDS = ['section', 'topic', 'author'] as const
export type TermKind = (typeof TERM_KINDS)[number]

/** The colours that a section can have; styles/accents.css says what each is in light and dark. */
export const ACCENTS = ['brick', 'ochre', 'moss', 'teal', 'blue', 'violet', 'plum', 'slate'] as const

/** How a section's stories are told from the news: by what stands over them and how they are set. */
export const TONES = ['news', 'opinion', 'analysis'] as const
export type Tone = (typeof TONES)[number]

export interface Term {
  id: string
  kind: TermKind
  slug: string
  name: string
  about: string
  accent: string
  tone: Tone
  role: string
  contact: string
  pictureId: string | null
  personId: string | null
  number: number
}

const FOLDERS = { section: '/sections', topic: '/topics', author: '/authors' } as const

/** Where readers find it. */
export const termPath = ({ kind, slug }: Pick<Term, 'kind' | 'slug'>): string => `${FOLDERS[kind]}/${slug}`

/** Of a term's name, in characters. */
export const LONGEST_NAME = 80

/** Longer than any name: what an import takes for one may be a whole text, and a key has to fit into an index. */
const LONGEST_KEY = 200

/** The form in which names are compared; empty for one without letters or figures. */
export const termKey = (name: string): string => foldedWords(name.slice(0, LONGEST_KEY)).join(' ').slice(0, LONGEST_KEY)

const LONGEST_SLUG = 80

/** The last part of an address, from a name with a letter or figure. */
export const termSlug = (name: string): string =>
  (addressWords(name.slice(0, LONGEST_KEY)) || termKey(name).replaceAll(' ', '-'))
    .slice(0, LONGEST_SLUG)
    .replace(/-$/, '')

export const termRows = (db: Database) => db.selectFrom('terms').selectAll('terms')
export type TermRow = Awaited<ReturnType<ReturnType<typeof termRows>['execute']>>[number]

export const toTerm = (row: TermRow): Term => ({
  id: row.id,
  kind: row.kind,
  slug: row.slug,
  name: row.name,
  about: row.about,
  accent: row.accent,
  tone: row.tone,
  role: row.role,
  contact: row.contact,
  pictureId: row.picture_id,
  personId: row.person_id,
  number: row.number,
})
