/** Keeps what a published story is filed under, in the transaction that publishes it. */
import { newId, type Transaction } from '../store/index.ts'
import { authorsOf } from './authors-of.ts'
import { type TermKind, termKey, termSlug } from './term.ts'

export interface Filing {
  section: string
  topics: readonly string[]
  byline: string
}

/** A section or topic that nobody knows yet is made; an author has a page only once an editor makes one. */
export async function fileStory(
  tx: Transaction,
  { storyId, filing, publishedAt }: { storyId: string; filing: Filing; publishedAt: number },
): Promise<void> {
  const named = namesOf(filing)
  await unfileStory(tx, storyId)
  if (named.length === 0) return
  await tx.rows
    .insertInto('story_terms')
    .values(
      named.map(({ kind, key, name }, place) => ({
        story_id: storyId,
        kind,
        key,
        name,
        place,
        published_at: publishedAt,
      })),
    )
    .execute()
  for (const one of named) if (one.kind !== 'author') await makeWhereMissing(tx, one)
}

/** For a story that is taken off the site. */
export async function unfileStory(tx: Transaction, storyId: string): Promise<void> {
  await tx.rows.deleteFrom('story_terms').where('story_id', '=', storyId).execute()
}

interface Named {
  kind: TermKind
  key: string
  name: string
}

/** In the story's order, each once; a name without letters or figures is none. */
function namesOf({ section, topics, byline }: Filing): Named[] {
  const all = [
    { kind: 'section' as const, name: section },
    ...topics.map((name) => ({ kind: 'topic' as const, name })),
    ...authorsOf(byline).map((name) => ({ kind: 'author' as const, name })),
  ]
  const named = new Map<string, Named>()
  for (const { kind, name } of all) {
    const key = termKey(name)
    if (key !== '' && !named.has(`${kind} ${key}`)) named.set(`${kind} ${key}`, { kind, key, name: name.trim() })
  }
  return [...named.values()]
}

async function makeWhereMissing(tx: Transaction, { kind, key, name }: Named): Promise<void> {
  const known = await tx.rows
    .selectFrom('term_keys')
    .select('term_id')
    .where('kind', '=', kind)
    .where('key', '=', key)
    .executeTakeFirst()
  if (known) return
  const last = await tx.rows
    .selectFrom('terms')
    .select((s) => s.fn.max('place').as('place'))
    .where('kind', '=', kind)
    .executeTakeFirst()
  const id = newId(tx.now)
  await tx.rows
    .insertInto('terms')
    .values({
      id,
      kind,
      slug: await freeSlug(tx, kind, termSlug(name)),
      name,
      about: '',
      accent: '',
      tone: 'news',
      role: '',
      contact: '',
      picture_id: null,
      person_id: null,
      place: Number(last?.place ?? -1) + 1,
      number: 1,
    })
    .execute()
  await tx.rows.insertInto('term_keys').values({ kind, key, term_id: id }).execute()
  await tx.say({ kind: 'paper.changed' })
}

/** The slug itself, or with -2, -3, … where another of its kind has it or once had it. */
export async function freeSlug(tx: Transaction, kind: TermKind, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    const taken =
      (await tx.rows
        .selectFrom('terms')
        .select('id')
        .where('kind', '=', kind)
        .where('slug', '=', slug)
        .executeTakeFirst()) ??
      (await tx.rows
        .selectFrom('old_addresses')
        .select('about_id')
        .where('kind', '=', kind)
        .where('slug', '=', slug)
        .executeTakeFirst())
    if (!taken) return slug
  }
}
