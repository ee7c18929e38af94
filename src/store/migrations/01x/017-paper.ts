import { sql } from 'kysely'
import { foldedWords } from '../../../text/index.ts'
import type { Migration } from '../../migration.ts'
import type { Store, Write } from '../../store.ts'

/** Sections, topics, authors, standing pages, menus, and what an editor puts on the front page; sections that stories name become records. */
export const paper: Migration = {
  name: 'sections, topics, authors, pages and menus',
  async up(write, kind) {
    const { schema } = write
    const big = kind === 'postgres' ? 'bigint' : 'integer'
    await schema
      .createTable('terms')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('slug', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('about', 'text', (c) => c.notNull())
      .addColumn('accent', 'text', (c) => c.notNull())
      .addColumn('tone', 'text', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('contact', 'text', (c) => c.notNull())
      .addColumn('picture_id', 'text', (c) => c.references('pictures.id'))
      .addColumn('person_id', 'text', (c) => c.references('people.id'))
      .addColumn('place', 'integer', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addUniqueConstraint('terms_by_slug', ['kind', 'slug'])
      .execute()
    await schema
      .createTable('term_keys')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('term_id', 'text', (c) => c.notNull().references('terms.id'))
      .addPrimaryKeyConstraint('term_keys_key', ['kind', 'key'])
      .execute()
    await schema.createIndex('term_keys_by_term').on('term_keys').column('term_id').execute()
    await schema
      .createTable('old_addresses')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('slug', 'text', (c) => c.notNull())
      .addColumn('about_id', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('old_addresses_key', ['kind', 'slug'])
      .execute()
    await schema
      .createTable('story_terms')
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('place', 'integer', (c) => c.notNull())
      .addColumn('published_at', big, (c) => c.notNull())
      .addPrimaryKeyConstraint('story_terms_key', ['story_id', 'kind', 'key'])
      .execute()
    await schema
      .createIndex('story_terms_by_key')
      .on('story_terms')
      .columns(['kind', 'key', 'published_at', 'story_id'])
      .execute()
    await schema
      .createTable('pages')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('slug', 'text', (c) => c.notNull().unique())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('published', 'integer', (c) => c.notNull())
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('changed_at', big, (c) => c.notNull())
      .addColumn('changed_by', 'text', (c) => c.references('people.id'))
      .execute()
    await schema
      .createTable('menu_items')
      .addColumn('menu', 'text', (c) => c.notNull())
      .addColumn('place', 'integer', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('about_id', 'text')
      .addColumn('href', 'text', (c) => c.notNull())
      .addColumn('label', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('menu_items_key', ['menu', 'place'])
      .execute()
    await schema
      .createTable('front_pins')
      .addColumn('story_id', 'text', (c) => c.primaryKey().references('stories.id'))
      .addColumn('place', 'integer', (c) => c.notNull())
      .addColumn('until', big)
      .addColumn('pinned_by', 'text', (c) => c.references('people.id'))
      .addColumn('pinned_at', big, (c) => c.notNull())
      .execute()
    await schema
      .createTable('picture_places')
      .addColumn('picture_id', 'text', (c) => c.notNull().references('pictures.id'))
      .addColumn('place', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('picture_places_key', ['picture_id', 'place'])
      .execute()
    await fileStories(write, kind)
  },
}

/** So many stories are looked at in one go. */
const AT_ONCE = 200

interface Filed {
  section?: string
  topics?: string[]
  byline?: string
}

/** Each published story under the names it gives; each section's name, folded, becomes one section, the most used spelling its name. */
async function fileStories(write: Write, kind: Store['kind']): Promise<void> {
  const spellings = new Map<string, Map<string, number>>()
  const uses = new Map<string, number>()
  for (let after = ''; ; ) {
    const { rows } = await sql<{ id: string; content_json: string; at: number }>`
      select id, content_json, first_published_at as at from published_stories
      where id > ${after} order by id limit ${sql.lit(AT_ONCE)}`.execute(write)
    for (const { id, content_json, at } of rows) {
      const filed = JSON.parse(content_json) as Filed
      for (const [place, [kindOf, name]] of namesOf(filed).entries()) {
        const key = keyOf(name)
        await sql`insert into story_terms (story_id, kind, key, name, place, published_at)
          values (${id}, ${kindOf}, ${key}, ${name}, ${place}, ${at}) on conflict do nothing`.execute(write)
        if (kindOf === 'author') continue
        const group = `${kindOf} ${key}`
        const known = spellings.get(group) ?? new Map<string, number>()
        spellings.set(group, known.set(name, (known.get(name) ?? 0) + 1))
        uses.set(group, (uses.get(group) ?? 0) + 1)
      }
    }
    if (rows.length < AT_ONCE) break
    after = rows.at(-1)?.id ?? ''
  }
  const slugs = new Set<string>()
  const most = [...spellings].sort(([a], [b]) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0))
  for (const [place, [group, known]] of most.entries()) {
    const [kindOf = '', ...rest] = group.split(' ')
    const key = rest.join(' ')
    const name = [...known].sort(([, a], [, b]) => b - a)[0]?.[0] ?? key
    const id = idOf(place)
    const slug = freeSlug(kindOf, key, slugs)
    await sql`insert into terms (id, kind, slug, name, about, accent, tone, role, contact, place, number)
      values (${id}, ${kindOf}, ${slug}, ${name}, '', '', 'news', '', '', ${place}, 1)`.execute(write)
    await sql`insert into term_keys (kind, key, term_id) values (${kindOf}, ${key}, ${id})`.execute(write)
  }
  if (kind === 'postgres') await sql`analyze story_terms`.execute(write)
}

/** The section's, topics' and authors' names, each with its kind; what has nothing to read in it is none. */
const namesOf = ({ section = '', topics = [], byline = '' }: Filed): [string, string][] =>
  [
    ['section', section] as const,
    ...topics.map((topic) => ['topic', topic] as const),
    ...authorsOf(byline).map((author) => ['author', author] as const),
  ].flatMap(([kind, name]): [string, string][] => (keyOf(name) === '' ? [] : [[kind, name.trim()]]))

/** As the pages of that time read a byline: a comma without an "and" parts nobody. */
function authorsOf(byline: string): string[] {
  const names = byline.trim().replace(/^by\s+/i, '')
  const [last = '', ...before] = names.split(/(?<!\s)\s+(?:and|&)\s+/).reverse()
  return [...before.reverse().flatMap((some) => some.split(',')), last]
}

const keyOf = (name: string): string => foldedWords(name).join(' ')

function freeSlug(kind: string, key: string, taken: Set<string>): string {
  const wanted = key.replaceAll(' ', '-').slice(0, 80)
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (taken.has(`${kind} ${slug}`)) continue
    taken.add(`${kind} ${slug}`)
    return slug
  }
}

/** Ids in the form of all others, earlier than any that is made from now on. */
const idOf = (number: number): string => `0${number.toString().padStart(25, '0')}`
