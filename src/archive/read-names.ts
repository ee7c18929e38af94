/** Accepted names as they are read: lists, links, and a name's own page. */
import type { ExpressionBuilder, Kysely } from 'kysely'
import type { NameKind } from '../reading/index.ts'
import type { Database } from '../store/index.ts'
import { keyOf } from './fold.ts'
import { foundIn, toFound } from './found.ts'
import { readingsFor } from './kept.ts'
import { pathOfName } from './name-path.ts'
import type { AcceptedName, NamePage, NameStory, Scope } from './records.ts'

/** The most statements and stories that a name's page shows: the newest of them. */
const MOST = 500

export async function readAccepted(db: Database, id: string): Promise<AcceptedName | null> {
  const [name] = await toAccepted(db, await active(db).where('a.id', '=', id).execute())
  return name ?? null
}

/** By kind and name. The public's: those with a story that readers may see the reading of. */
export async function listAcceptedNames(db: Database, scope: Scope): Promise<AcceptedName[]> {
  const rows = await active(db)
    .$if(scope === 'public', (query) => query.where(hasSomething))
    .execute()
  const names = await toAccepted(db, rows)
  return names.sort((a, b) => compare(a.kind, b.kind) || compare(keyOf(a.name), keyOf(b.name)))
}

/** The accepted names among these names of a reading, by the reading's name id: what to link a name to. */
export async function acceptedNamesOf(
  db: Database,
  names: readonly { id: string; kind: NameKind; name: string }[],
  scope: Scope,
): Promise<Map<string, AcceptedName>> {
  if (names.length === 0) return new Map()
  const spelled = await db
    .selectFrom('name_spellings')
    .select(['kind', 'name_key', 'accepted_id'])
    .where('name_key', 'in', [...new Set(names.map(({ name }) => keyOf(name)))])
    .execute()
  if (spelled.length === 0) return new Map()
  const rows = await active(db)
    .where('a.id', 'in', [...new Set(spelled.map(({ accepted_id }) => accepted_id))])
    .$if(scope === 'public', (query) => query.where(hasSomething))
    .execute()
  const accepted = new Map((await toAccepted(db, rows)).map((name) => [name.id, name]))
  return new Map(
    names.flatMap(({ id, kind, name }) => {
      const row = spelled.find((one) => one.kind === kind && one.name_key === keyOf(name))
      const found = row && accepted.get(row.accepted_id)
      return found ? [[id, found] as const] : []
    }),
  )
}

/** Null where there is no such name, or nothing of it that this scope sees. */
export async function readNamePage(
  db: Database,
  { kind, slug }: { kind: NameKind; slug: string },
  scope: Scope,
): Promise<NamePage | null> {
  // No slug holds it, and PostgreSQL takes no query that does.
  if (slug.includes('\0')) return null
  const [name] = await toAccepted(db, await active(db).where('a.kind', '=', kind).where('a.slug', '=', slug).execute())
  if (!name) return null
  const keys = name.spellings.map(keyOf)
  const rows = await db
    .selectFrom(readingsFor(scope))
    .innerJoin('names as n', 'n.story_id', 'r.story_id')
    .select(['r.story_id', 'r.path', 'r.headline', 'r.standfirst', 'r.first_published_at', 'r.published'])
    .select('n.roles_json')
    .where('n.kind', '=', kind)
    .where('n.name_key', 'in', keys)
    .orderBy('r.first_published_at', 'desc')
    .orderBy('r.story_id', 'desc')
    .limit(MOST)
    .execute()
  const said = await foundIn(db, scope)
    .where('s.speaker_key', 'in', keys)
    .where((e) => e.or([e('s.speaker_kind', '=', kind), e('s.speaker_kind', 'is', null)]))
    .orderBy('s.day', 'desc')
    .orderBy('s.story_id', 'desc')
    .orderBy('s.position', 'desc')
    .limit(MOST)
    .execute()
  if (scope === 'public' && rows.length === 0 && said.length === 0) return null
  const stories = new Map<string, NameStory>()
  const roles = new Map<string, { role: string; stories: NameStory[] }>()
  for (const row of rows) {
    const story: NameStory = {
      id: row.story_id,
      path: row.path,
      headline: row.headline,
      standfirst: row.standfirst,
      firstPublishedAt: row.first_published_at,
      published: row.published === 1,
    }
    stories.set(row.story_id, story)
    for (const role of JSON.parse(row.roles_json) as string[]) {
      const known = roles.get(keyOf(role)) ?? { role, stories: [] }
      roles.set(keyOf(role), known)
      // The newest came first; a story may have the name in two spellings.
      if (known.stories.at(-1)?.id !== story.id) known.stories.push(story)
    }
  }
  return {
    ...name,
    roles: [...roles.values()]
      .map(({ role, stories: of }) => ({
        role,
        stories: of.length,
        first: of.at(-1)?.firstPublishedAt ?? null,
        last: of[0]?.firstPublishedAt ?? null,
      }))
      .sort((a, b) => b.stories - a.stories || compare(a.role, b.role)),
    stories: [...stories.values()],
    statements: await toFound(db, said.reverse()),
  }
}

/** Whether a name once had this address and was taken back. */
export async function wasAccepted(db: Database, { kind, slug }: { kind: NameKind; slug: string }): Promise<boolean> {
  if (slug.includes('\0')) return false
  const row = await db
    .selectFrom('accepted_names')
    .select('id')
    .where('kind', '=', kind)
    .where('slug', '=', slug)
    .where('withdrawn_at', 'is not', null)
    .executeTakeFirst()
  return row !== undefined
}

const active = (db: Database) =>
  db
    .selectFrom('accepted_names as a')
    .select(['a.id', 'a.kind', 'a.slug', 'a.name', 'a.picture_id'])
    .where('a.withdrawn_at', 'is', null)

/** A story that readers may see the reading of has the name, or a statement of it. */
export const hasSomething = (e: ExpressionBuilder<AcceptedTables, 'a'>) =>
  e.or([
    e.exists(
      e
        .selectFrom('name_spellings as own')
        .innerJoin('names as n', (join) =>
          join.onRef('n.kind', '=', 'own.kind').onRef('n.name_key', '=', 'own.name_key'),
        )
        .innerJoin('public_readings as r', 'r.story_id', 'n.story_id')
        .select('r.story_id')
        .whereRef('own.accepted_id', '=', 'a.id'),
    ),
    e.exists(
      e
        .selectFrom('name_spellings as own')
        .innerJoin('statements as s', 's.speaker_key', 'own.name_key')
        .innerJoin('public_readings as r', 'r.story_id', 's.story_id')
        .select('r.story_id')
        .whereRef('own.accepted_id', '=', 'a.id')
        .where((f) => f.or([f('s.speaker_kind', 'is', null), f('s.speaker_kind', '=', f.ref('own.kind'))])),
    ),
  ])

type Tables = Database extends Kysely<infer T> ? T : never
type AcceptedTables = Tables & { a: Tables['accepted_names'] }

async function toAccepted(
  db: Database,
  rows: readonly { id: string; kind: string; slug: string; name: string; picture_id: string | null }[],
): Promise<AcceptedName[]> {
  if (rows.length === 0) return []
  const spellings = new Map<string, string[]>()
  const ids = rows.map(({ id }) => id)
  const query = db.selectFrom('name_spellings').select(['accepted_id', 'spelling']).orderBy('name_key')
  // Each database bounds how many values a query may carry; who asks for that many asks for all.
  const found = await (ids.length > 500 ? query : query.where('accepted_id', 'in', ids)).execute()
  for (const { accepted_id, spelling } of found)
    spellings.set(accepted_id, [...(spellings.get(accepted_id) ?? []), spelling])
  return rows.map(({ id, kind, slug, name, picture_id }) => ({
    id,
    kind: kind as NameKind,
    name,
    slug,
    path: pathOfName(kind as NameKind, slug),
    spellings: [name, ...(spellings.get(id) ?? []).filter((one) => keyOf(one) !== keyOf(name))],
    portrait: picture_id,
  }))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
