/** Sections, topics and authors as readers and the newsroom see them. */
import type { Database } from '../store/index.ts'
import { type Term, type TermKind, type TermRow, termKey, termRows, toTerm } from './term.ts'

/** All of one kind: sections in the editor's order, the others by name. */
export async function listTerms(db: Database, kind: TermKind): Promise<Term[]> {
  const rows = await termRows(db).where('kind', '=', kind).orderBy('place').orderBy('id').execute()
  const terms = rows.map(toTerm)
  return kind === 'section' ? terms : terms.sort((a, b) => a.name.localeCompare(b.name))
}

export async function readTerm(db: Database, id: string): Promise<Term | null> {
  const row = await termRows(db).where('id', '=', id).executeTakeFirst()
  return row ? toTerm(row) : null
}

/** The term that stories mean by a name, which is given folded (`termKey`); null for one that nobody knows. */
export async function findTermByKey(db: Database, kind: TermKind, key: string): Promise<Term | null> {
  const row = await db
    .selectFrom('term_keys')
    .innerJoin('terms', 'terms.id', 'term_keys.term_id')
    .selectAll('terms')
    .where('term_keys.kind', '=', kind)
    .where('term_keys.key', '=', key)
    .executeTakeFirst()
  return row ? toTerm(row) : null
}

/** The further names by which stories mean a term, as they were typed, or as a story spells them. */
export async function readFurtherNames(db: Database, { id, kind, name }: Term): Promise<string[]> {
  const rows = await db
    .selectFrom('term_keys')
    .leftJoin('story_terms', (on) =>
      on.onRef('story_terms.kind', '=', 'term_keys.kind').onRef('story_terms.key', '=', 'term_keys.key'),
    )
    .select((s) => ['term_keys.key', 'term_keys.spelling', s.fn.max('story_terms.name').as('name')])
    .where('term_keys.kind', '=', kind)
    .where('term_keys.term_id', '=', id)
    .groupBy(['term_keys.key', 'term_keys.spelling'])
    .orderBy('term_keys.key')
    .execute()
  return rows.filter(({ key }) => key !== termKey(name)).map((row) => row.spelling || row.name || withCapitals(row.key))
}

/** A folded name from before spellings were kept, which no story has. */
const withCapitals = (key: string): string => key.replace(/(?<![^ ])\p{L}/gu, (letter) => letter.toUpperCase())

/** How many published stories each of a kind has, by id; those without any are left out. */
export async function countTermStories(db: Database, kind: TermKind): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('story_terms')
    .innerJoin('term_keys', (on) =>
      on.onRef('term_keys.kind', '=', 'story_terms.kind').onRef('term_keys.key', '=', 'story_terms.key'),
    )
    .select((s) => ['term_keys.term_id', s.fn.count('story_terms.story_id').distinct().as('stories')])
    .where('story_terms.kind', '=', kind)
    .groupBy('term_keys.term_id')
    .execute()
  return new Map(rows.map(({ term_id, stories }) => [term_id, Number(stories)]))
}

/** Names in the bylines of published stories that have no page, those with the most stories first. */
export async function listAuthorsWithoutPage(
  db: Database,
  limit: number,
): Promise<{ name: string; stories: number }[]> {
  const rows = await db
    .selectFrom('story_terms')
    .leftJoin('term_keys', (on) =>
      on.onRef('term_keys.kind', '=', 'story_terms.kind').onRef('term_keys.key', '=', 'story_terms.key'),
    )
    .select((s) => [
      'story_terms.key',
      s.fn.max('story_terms.name').as('name'),
      s.fn.count('story_terms.story_id').as('stories'),
    ])
    .where('story_terms.kind', '=', 'author')
    .where('term_keys.term_id', 'is', null)
    .groupBy('story_terms.key')
    .orderBy('stories', 'desc')
    .orderBy('story_terms.key')
    .limit(limit)
    .execute()
  return rows.map(({ key, name, stories }) => ({ name: name ?? key, stories: Number(stories) }))
}

/** Whether an address was a section's, a topic's or an author's that is gone. */
export async function wasTerm(db: Database, { kind, slug }: { kind: TermKind; slug: string }): Promise<boolean> {
  const row = await db
    .selectFrom('old_addresses')
    .select('about_id')
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .executeTakeFirst()
  return row !== undefined
}

/** Where a slug leads, now or since it was another's; null where it leads nowhere or to what is gone. */
export async function slugHolder(db: Database, kind: TermKind, slug: string): Promise<Term | null> {
  const rows = termRows(db).where('terms.kind', '=', kind)
  const row =
    (await rows.where('terms.slug', '=', slug).executeTakeFirst()) ??
    (await rows
      .innerJoin('old_addresses', 'old_addresses.about_id', 'terms.id')
      .where('old_addresses.kind', '=', kind)
      .where('old_addresses.slug', '=', slug)
      .executeTakeFirst())
  return row ? toTerm(row) : null
}

/** What stands at an address; `movedTo` where its slug was another once. */
export async function findTerm(
  db: Database,
  { kind, slug }: { kind: TermKind; slug: string },
): Promise<Term | { movedTo: Term } | null> {
  const term = await slugHolder(db, kind, slug)
  return term === null || term.slug === slug ? term : { movedTo: term }
}

/** Ids of the published stories of a term, the newest first, `offset` of them left out. */
export async function listTermStories(
  db: Database,
  termId: string,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('story_terms')
    .innerJoin('term_keys', (on) =>
      on.onRef('term_keys.kind', '=', 'story_terms.kind').onRef('term_keys.key', '=', 'story_terms.key'),
    )
    .select(['story_terms.story_id', 'story_terms.published_at'])
    .distinct()
    .where('term_keys.term_id', '=', termId)
    .orderBy('story_terms.published_at', 'desc')
    .orderBy('story_terms.story_id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(({ story_id }) => story_id)
}

/** A name that a published story gives, with the record behind it; null for an author without a page. */
export interface FiledUnder {
  kind: TermKind
  /** As the story says it. */
  name: string
  term: Term | null
}

/** What each of some published stories is filed under, in the story's own order. One statement. */
export async function readFilings(db: Database, storyIds: readonly string[]): Promise<Map<string, FiledUnder[]>> {
  const filings = new Map<string, FiledUnder[]>()
  if (storyIds.length === 0) return filings
  const rows = await db
    .selectFrom('story_terms')
    .leftJoin('term_keys', (on) =>
      on.onRef('term_keys.kind', '=', 'story_terms.kind').onRef('term_keys.key', '=', 'story_terms.key'),
    )
    .leftJoin('terms', 'terms.id', 'term_keys.term_id')
    .select(['story_terms.story_id', 'story_terms.kind as named_kind', 'story_terms.name as named'])
    .selectAll('terms')
    .where('story_terms.story_id', 'in', storyIds)
    .orderBy('story_terms.place')
    .execute()
  for (const row of rows) {
    // Where the joins found a term, they found all of it.
    const term = row.id === null ? null : toTerm(row as TermRow)
    filings.set(row.story_id, [...(filings.get(row.story_id) ?? []), { kind: row.named_kind, name: row.named, term }])
  }
  return filings
}
