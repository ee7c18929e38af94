/** Pages that stand: About, Imprint and the like, with an address at the root. */
import { standingPageMessages as m } from '../messages/index.ts'
import type { Database } from '../store/index.ts'
import { addressWords, showsSomething } from '../text/index.ts'

/** Those that a paper is expected to have; each can begin with a draft. */
export const PAGE_KINDS = ['about', 'contact', 'imprint', 'privacy', 'accessibility'] as const
export type PageKind = (typeof PAGE_KINDS)[number]

/** What an editor writes of a page. */
export interface PageFields {
  title: string
  /** The last part of its address, as typed; empty for the title's own. */
  slug: string
  /** Plain text with the light markup of stories. */
  words: string
}

export interface StandingPage extends PageFields {
  id: string
  /** Which draft it was made from; empty for one of the paper's own. */
  kind: PageKind | ''
  published: boolean
  /** Grows with every change; a change names the number it started from. */
  number: number
  /** Milliseconds since the epoch. */
  changedAt: number
  /** A person's id; null where nobody of the staff did. */
  changedBy: string | null
}

/** Why a page can't be kept like this, and in which of its fields. */
export interface PageProblem {
  problem: string
  field: keyof PageFields
}

const LONGEST = { title: 120, slug: 80, words: 100_000 } as const

/** Where readers find it. */
export const pagePath = (slug: string): string => `/${slug}`

/** The fields as they are kept, or what has to be put right. `isReserved` says which addresses the program itself has. */
export function checkPageFields(typed: PageFields, isReserved: (slug: string) => boolean): PageFields | PageProblem {
  for (const field of ['title', 'words'] as const)
    if (typed[field].length > LONGEST[field]) return { field, problem: m.tooLong[field](LONGEST[field]) }
  const title = typed.title.trim()
  if (!showsSomething(title)) return { field: 'title', problem: m.noTitle }
  const slug = addressWords(typed.slug.slice(0, 1000).trim() || title)
    .slice(0, LONGEST.slug)
    .replace(/-$/, '')
  if (slug === '') return { field: 'slug', problem: m.noSlug }
  if (isReserved(slug)) return { field: 'slug', problem: m.reserved(pagePath(slug)) }
  return { title, slug, words: typed.words.trim() }
}

/** So much of a gap is told; in characters. */
const LONGEST_GAP = 200

/** The places that are still to be filled in, such as "[your address]". A link's words are no gap. */
export function gapsIn(words: string): string[] {
  const gaps: string[] = []
  let open = -1
  for (let at = 0; at < words.length; at++) {
    const sign = words[at]
    // A backslash keeps the next sign from meaning anything.
    if (sign === '\\') at++
    else if (sign === '[') open = at
    else if (sign === ']' && open >= 0) {
      const gap = words.slice(open, Math.min(at + 1, open + LONGEST_GAP))
      open = -1
      if (words[at + 1] !== '(' && gap.length > 2) gaps.push(gap)
    }
  }
  return gaps
}

export const pageRows = (db: Database) => db.selectFrom('pages').selectAll('pages')
type Row = Awaited<ReturnType<ReturnType<typeof pageRows>['execute']>>[number]

export const toPage = (row: Row): StandingPage => ({
  id: row.id,
  slug: row.slug,
  kind: PAGE_KINDS.find((one) => one === row.kind) ?? '',
  title: row.title,
  words: row.words,
  published: row.published === 1,
  number: row.number,
  changedAt: row.changed_at,
  changedBy: row.changed_by,
})
