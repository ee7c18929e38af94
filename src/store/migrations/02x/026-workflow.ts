import { sql } from 'kysely'
import { foldedWords } from '../../../text/index.ts'
import { fullTextOf, STORY_TEXT } from '../../full-text.ts'
import type { Migration } from '../../migration.ts'
import type { Write } from '../../store.ts'
import { neverRewritten } from '../triggers/written-once.ts'

/** How far each draft has come, by whose word; the newsroom's list of stories, in rows without bodies; and the trash. */
export const workflow: Migration = {
  name: 'workflow',
  async up(write, kind) {
    const { schema } = write
    const postgres = kind === 'postgres'
    const instant = postgres ? 'bigint' : 'integer'
    const numbered = (table: string) =>
      schema
        .createTable(table)
        .addColumn('number', postgres ? 'bigserial' : 'integer', (c) =>
          postgres ? c.primaryKey() : c.primaryKey().autoIncrement(),
        )
    for (const [column, type] of [
      ['trashed_at', instant],
      ['trashed_by', 'text'],
      ['removed_at', instant],
    ] as const)
      await schema.alterTable('stories').addColumn(column, type).execute()

    await numbered('stage_marks')
      .addColumn('story_id', 'text', (c) => c.notNull().references('stories.id').onDelete('cascade'))
      .addColumn('mark', 'text', (c) => c.notNull())
      .addColumn('draft_number', 'integer', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('by', 'text', (c) => c.notNull().references('people.id'))
      .addColumn('at', instant, (c) => c.notNull())
      .execute()
    await schema.createIndex('stage_marks_by_story').on('stage_marks').columns(['story_id', 'number']).execute()
    await neverRewritten('stage_marks', write, kind)

    await schema
      .createTable('listed_stories')
      .addColumn('story_id', 'text', (c) => c.primaryKey().references('stories.id').onDelete('cascade'))
      .addColumn('headline', 'text', (c) => c.notNull().defaultTo(''))
      .addColumn('byline', 'text', (c) => c.notNull().defaultTo(''))
      .addColumn('section', 'text', (c) => c.notNull().defaultTo(''))
      .addColumn('section_key', 'text', (c) => c.notNull().defaultTo(''))
      .addColumn('created_by', 'text')
      .addColumn('changed_at', instant, (c) => c.notNull())
      .addColumn('draft_number', 'integer', (c) => c.notNull())
      .addColumn('stage', 'text', (c) => c.notNull().defaultTo('draft'))
      .addColumn('stage_number', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('path', 'text')
      .addColumn('published_at', instant)
      .addColumn('live', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('same_number', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('since_number', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('words_number', 'integer', (c) => c.notNull().defaultTo(0))
      .addColumn('said', 'text', (c) => c.notNull().defaultTo(''))
      .addColumn('trashed_at', instant)
      .addColumn('trashed_by', 'text')
      .execute()
    await sql`create index listed_by_change on listed_stories (changed_at, story_id) where trashed_at is null`.execute(
      write,
    )
    await sql`create index listed_by_publication on listed_stories (published_at, story_id) where trashed_at is null`.execute(
      write,
    )
    await sql`create index listed_in_trash on listed_stories (trashed_at, story_id) where trashed_at is not null`.execute(
      write,
    )
    await sql`create index listed_behind on listed_stories (story_id) where words_number < draft_number`.execute(write)
    await numbered('story_words')
      .addColumn('story_id', 'text', (c) => c.notNull().unique().references('stories.id').onDelete('cascade'))
      .addColumn('search_words', 'text', (c) => c.notNull())
      .execute()
    await fullTextOf(kind).create(write, STORY_TEXT)
    await listWhatIsThere(write)
  },
}

const AT_ONCE = 100
/** As names of sections are compared. */
const LONGEST_KEY = 200

async function listWhatIsThere(write: Write): Promise<void> {
  for (let after = ''; ; ) {
    const { rows } = await sql<Row>`
      select s.id, s.draft_json, s.draft_number, s.folded_number, s.draft_at, s.created_by, s.path, s.first_published_at, v.content_json,
        coalesce((select case when k.kind = 'retraction' then 'retracted' else '' end from corrections k
          where k.story_id = s.id and k.version = s.published_number), '') as retracted,
        coalesce((select l.draft_number from story_versions l where l.story_id = s.id
          order by l.number desc limit 1), 0) as since_number,
        (select count(*) from corrections k where k.story_id = s.id and k.kind = 'correction') as corrections
      from stories s left join story_versions v on v.story_id = s.id and v.number = s.published_number
      where s.id > ${after} order by s.id limit ${sql.lit(AT_ONCE)}`.execute(write)
    const last = rows.at(-1)
    if (!last) return
    await write.insertInto('listed_stories').values(rows.map(lineOf)).execute()
    await write
      .insertInto('story_words')
      .values(rows.map(({ id, draft_json }) => ({ story_id: id, search_words: wordsIn(draft_json) })))
      .execute()
    after = last.id
  }
}

interface Row {
  id: string
  draft_json: string
  draft_number: number
  folded_number: number
  since_number: number
  draft_at: number
  created_by: string | null
  path: string | null
  first_published_at: number | null
  content_json: string | null
  retracted: '' | 'retracted'
  corrections: number | string
}

function lineOf(row: Row) {
  const content = JSON.parse(row.draft_json) as { headline?: string; byline?: string; section?: string }
  const section = content.section ?? ''
  return {
    story_id: row.id,
    headline: content.headline ?? '',
    byline: content.byline ?? '',
    section,
    section_key: foldedWords(section.slice(0, LONGEST_KEY)).join(' ').slice(0, LONGEST_KEY),
    created_by: row.created_by,
    changed_at: row.draft_at,
    draft_number: row.draft_number,
    stage: 'draft' as const,
    stage_number: 0,
    path: row.path,
    published_at: row.first_published_at,
    live: row.content_json === null ? 0 : 1,
    same_number: row.content_json === row.draft_json || row.retracted === 'retracted' ? row.draft_number : 0,
    since_number: row.since_number,
    words_number: row.folded_number,
    said: row.retracted || (Number(row.corrections) > 0 ? ('corrected' as const) : ('' as const)),
    trashed_at: null,
    trashed_by: null,
  }
}

/** What a story's people read of it: its words stand under these names, at whatever depth. */
const WORDS = ['headline', 'standfirst', 'byline', 'dateline', 'text', 'title', 'caption', 'credit']

function wordsIn(json: string): string {
  const texts: string[] = []
  JSON.parse(json, (key, value) => {
    if (WORDS.includes(key) && typeof value === 'string') texts.push(value)
    return value
  })
  return foldedWords(texts.join(' ')).join(' ')
}
