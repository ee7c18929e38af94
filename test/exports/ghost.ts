/** Exports of Ghost, written from the rules of the format. */

/** What a test says of a post; all else is made up. */
export type GhostPost = Record<string, unknown>

const DAY = 86_400_000
const FIRST = Date.UTC(2019, 0, 1)
const words = (n: number) =>
  `The council met on day ${n}. It voted again on the harbour, and nobody had been asked about lot ${n % 97}.`

/** A lexical document of these nodes. */
export const lexical = (...children: unknown[]): string =>
  JSON.stringify({ root: { type: 'root', version: 1, children } })
export const lexicalWords = (text: string, format = 0) => ({ type: 'extended-text', version: 1, text, format })
export const lexicalParagraph = (...children: unknown[]) => ({ type: 'paragraph', version: 1, children })

export interface GhostExport {
  /** Made up, besides those that are given. */
  posts?: number
  given?: readonly GhostPost[]
  tags?: readonly Record<string, unknown>[]
  users?: readonly Record<string, unknown>[]
  settings?: Readonly<Record<string, string>>
  /** Further tables, by name. */
  tables?: Readonly<Record<string, readonly unknown[]>>
}

/** The JSON file; what belongs to a post stands behind all posts, as Ghost has it. */
export function ghostExport({
  posts = 0,
  given = [],
  tags = [{ id: 't1', name: 'News', slug: 'news' }],
  users = [{ id: 'u1', name: 'Ann Lee', slug: 'ann', email: 'ann@paper.example' }],
  settings = { title: 'The Sandbridge Post', timezone: 'Europe/London', locale: 'en' },
  tables = {},
}: GhostExport): string {
  const made = Array.from({ length: posts }, (_, i) => ({
    id: `p${i}`,
    title: `Story ${i}`,
    slug: `story-${i}`,
    lexical: lexical(...[0, 1, 2].map((n) => lexicalParagraph(lexicalWords(words(i * 3 + n))))),
    type: 'post',
    status: 'published',
    visibility: 'public',
    created_at: new Date(FIRST + i * DAY).toISOString(),
    published_at: new Date(FIRST + i * DAY).toISOString(),
  }))
  const all = [...made, ...given]
  const data = {
    posts: all,
    tags,
    users,
    posts_tags: made.map(({ id }) => ({ post_id: id, tag_id: 't1', sort_order: 0 })),
    posts_authors: made.map(({ id }) => ({ post_id: id, author_id: 'u1', sort_order: 0 })),
    settings: Object.entries(settings).map(([key, value]) => ({ key, value })),
    ...tables,
  }
  return JSON.stringify({ db: [{ meta: { exported_on: FIRST, version: '5.80.0' }, data }] })
}
