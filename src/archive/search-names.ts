import { sql } from 'kysely'
import type { NameKind } from '../reading/index.ts'
import type { Database } from '../store/index.ts'
import { nameWordsOf } from './ask.ts'
import { pathOfName } from './name-path.ts'
import { hasSomething } from './read-names.ts'
import type { FoundName, Scope } from './records.ts'

const MOST = 100
/** After every letter there is. */
const END = '\u{10ffff}'

/**
 * Names that have a word beginning with each of these, those in most stories
 * first. The public's are accepted names with a story that readers may see the
 * reading of; the newsroom's are all that were ever read.
 */
export async function searchNames(db: Database, words: string, scope: Scope, limit = 20): Promise<FoundName[]> {
  const wanted = nameWordsOf(words)
  if (wanted.length === 0) return []
  const most = Math.max(1, Math.min(Math.floor(limit), MOST))
  return scope === 'public' ? searchAccepted(db, wanted, most) : searchRead(db, wanted, most)
}

async function searchAccepted(db: Database, wanted: readonly string[], limit: number): Promise<FoundName[]> {
  const rows = await db
    .selectFrom('accepted_names as a')
    .select(['a.kind', 'a.slug', 'a.name'])
    .select((e) =>
      e
        .selectFrom('name_spellings as own')
        .innerJoin('names as n', (join) =>
          join.onRef('n.kind', '=', 'own.kind').onRef('n.name_key', '=', 'own.name_key'),
        )
        .innerJoin('public_readings as r', 'r.story_id', 'n.story_id')
        .whereRef('own.accepted_id', '=', 'a.id')
        .select(sql<number>`count(distinct r.story_id)`.as('stories'))
        .as('stories'),
    )
    .where('a.withdrawn_at', 'is', null)
    .where(hasSomething)
    .where((e) => {
      let spelled = e
        .selectFrom('name_spellings as one')
        .select('one.accepted_id')
        .whereRef('one.accepted_id', '=', 'a.id')
      for (const word of wanted) spelled = spelled.where(sql`' ' || one.name_key`, 'like', `% ${word}%`)
      return e.exists(spelled)
    })
    .orderBy('stories', 'desc')
    .orderBy('a.slug')
    .orderBy('a.kind')
    .limit(limit)
    .execute()
  return rows.map(({ kind, slug, name, stories }) => ({
    kind: kind as NameKind,
    name,
    stories: Number(stories ?? 0),
    page: pathOfName(kind as NameKind, slug),
  }))
}

async function searchRead(db: Database, wanted: readonly string[], limit: number): Promise<FoundName[]> {
  let query = db
    .selectFrom('names as n')
    .leftJoin('name_spellings as own', (join) =>
      join.onRef('own.kind', '=', 'n.kind').onRef('own.name_key', '=', 'n.name_key'),
    )
    .leftJoin('accepted_names as a', (join) =>
      join.onRef('a.id', '=', 'own.accepted_id').on('a.withdrawn_at', 'is', null),
    )
    .select((e) => ['n.kind', 'n.name_key', e.fn.min('n.name').as('name'), e.fn.min('a.slug').as('slug')])
    .select(sql<number>`count(distinct n.story_id)`.as('stories'))
  for (const word of wanted) {
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('name_words as w')
          .select('w.word')
          .whereRef('w.story_id', '=', 'n.story_id')
          .whereRef('w.position', '=', 'n.position')
          .where('w.word', '>=', word)
          .where('w.word', '<', `${word}${END}`),
      ),
    )
  }
  const rows = await query
    .groupBy(['n.kind', 'n.name_key'])
    .orderBy('stories', 'desc')
    .orderBy('n.name_key')
    .orderBy('n.kind')
    .limit(limit)
    .execute()
  return rows.map(({ kind, name, slug, stories }) => ({
    kind: kind as NameKind,
    name: String(name),
    stories: Number(stories),
    page: slug === null ? null : pathOfName(kind as NameKind, slug),
  }))
}
