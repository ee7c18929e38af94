/** Statements as rows of the archive, for one scope: the one query that all ways to statements begin with. */
import type { NameKind, Polarity, StatementKind } from '../reading/index.ts'
import type { Database } from '../store/index.ts'
import { readingsFor } from './kept.ts'
import { pathOfName } from './name-path.ts'
import type { FoundStatement, Scope } from './records.ts'

/** Statements `s` joined with their readings `r`, as far as the scope sees them. */
export const statementsIn = (db: Database, scope: Scope) =>
  db.selectFrom(readingsFor(scope)).innerJoin('statements as s', 's.story_id', 'r.story_id')

const FOUND_COLUMNS = [
  's.number',
  's.story_id',
  's.position',
  's.statement_id',
  's.block',
  's.kind',
  's.polarity',
  's.words',
  's.quoted',
  's.cue',
  's.speaker_text',
  's.speaker_name',
  's.speaker_kind',
  's.speaker_key',
  's.sources_json',
  's.day',
  's.corrected',
  'r.headline',
  'r.path',
  'r.first_published_at',
  'r.published',
] as const

/** The same with the columns that answers are made of. */
export const foundIn = (db: Database, scope: Scope) => statementsIn(db, scope).select(FOUND_COLUMNS)
type FoundRow = Awaited<ReturnType<ReturnType<typeof foundIn>['execute']>>[number]

/** Rows as answers, each speaker with the page of the accepted name, in two queries however many there are. */
export async function toFound(db: Database, rows: readonly FoundRow[]): Promise<FoundStatement[]> {
  const pages = await pagesOf(
    db,
    rows.flatMap(({ speaker_key }) => speaker_key ?? []),
  )
  return rows.map((row) => ({
    id: row.statement_id,
    story: {
      id: row.story_id,
      path: row.path,
      headline: row.headline,
      firstPublishedAt: row.first_published_at,
      published: row.published === 1,
    },
    block: row.block,
    kind: row.kind as StatementKind,
    polarity: row.polarity as Polarity,
    words: row.words,
    quoted: row.quoted,
    cue: row.cue,
    speaker:
      row.speaker_text === null
        ? null
        : {
            text: row.speaker_text,
            name: row.speaker_name,
            kind: row.speaker_kind as NameKind | null,
            page: pages(row.speaker_kind, row.speaker_key ?? ''),
          },
    sources: JSON.parse(row.sources_json) as FoundStatement['sources'],
    day: row.day || null,
    corrected: row.corrected === 1,
  }))
}

/** The page of the name that a speaker is. A speaker of no known kind, as an editor may type one, is whoever is spelled so. */
async function pagesOf(
  db: Database,
  keys: readonly string[],
): Promise<(kind: string | null, key: string) => string | null> {
  if (keys.length === 0) return () => null
  const rows = await db
    .selectFrom('name_spellings as n')
    .innerJoin('accepted_names as a', 'a.id', 'n.accepted_id')
    .select(['n.kind', 'n.name_key', 'a.slug'])
    .where('n.name_key', 'in', [...new Set(keys)])
    .where('a.withdrawn_at', 'is', null)
    .execute()
  return (kind, key) => {
    const same = rows.filter((row) => row.name_key === key)
    const row = kind === null ? (same.length === 1 ? same[0] : undefined) : same.find((one) => one.kind === kind)
    return row ? pathOfName(row.kind as NameKind, row.slug) : null
  }
}
