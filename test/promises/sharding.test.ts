/**
 * What a discussion that is spread over several databases by story would ask of
 * them: the statements that the site really runs on its four ways are planned on
 * the same tables, partitioned by story, in one PostgreSQL. No such engine is run
 * here. `npm run docs:sharding` writes the list into docs/sharding-statements.md.
 */
import { writeFileSync } from 'node:fs'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { decidedOn } from '../comments.ts'
import { DATABASES, migratedDatabase } from '../databases.ts'
import { demonstration, editor, freshSite, sendComment, visitor } from '../sites.ts'
import { readLineTo } from '../statements.ts'
import { publishedStory } from '../stores.ts'
import { ROOT } from './programs.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** Tables of a discussion, which would be spread; all others would be whole. */
const SPREAD = ['comments', 'comment_revisions', 'comment_words', 'signals', 'decisions']
const PARTS = 4
/** A view of two of them. */
const THROUGH: Record<string, string> = { comments: 'approved_comments', comment_revisions: 'approved_comments' }

type Reach = 'one part' | 'all parts' | 'refused'
interface Planned {
  way: string
  statement: string
  tables: string[]
  reach: Reach
  why: string
}

test.runIf(DATABASES.includes('postgres'))(
  'every statement on the four ways is planned on tables that are partitioned by story, and it is known which need more than one part',
  async () => {
    const database = await migratedDatabase('postgres')
    undo.push(database.drop)
    const url = new URL(database.url)
    const line = await readLineTo(Number(url.port))
    undo.push(() => line.close())
    url.port = `${line.port}`
    const site = await freshSite('postgres', { config: { database: { kind: 'postgres', url: url.href } } })
    undo.push(site.drop)
    const { store } = site.app
    const { path } = await demonstration(site)
    const staff = await editor(site)
    // The review page hands its comments to whoever opens it.
    const { id: by } = await store.db.selectFrom('people').select('id').executeTakeFirstOrThrow()
    const send = (text: string) => sendComment(visitor(site), path, { name: 'Ada', mail: '', comment: text })
    // Whatever is asked only once in the life of a process comes before.
    expect((await send('The first of all.')).status).toBe(303)
    await staff.get('/newsroom/review')

    const ways: Record<string, string[]> = {}
    const going = async (way: string, go: () => Promise<unknown>) => {
      line.since()
      await go()
      ways[way] = line.since()
    }
    await going('Post a comment', async () => expect((await send('It was about time.')).status).toBe(303))
    const held = await store.db.selectFrom('comment_revisions').select('id').execute()
    await going('Review', async () => {
      expect((await staff.get('/newsroom/review')).status).toBe(200)
      for (const { id } of held) await decidedOn(store, { revisionId: id, reason: null, by }, Date.now())
    })
    await going('Read a story', async () => expect(await (await fetch(site.url + path)).text()).toContain('about time'))
    await going('Publish', () => publishedStory(store, 'A bridge opens', Date.now()))

    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    undo.push(() => client.end())
    await partition(client)
    // It is told apart at all.
    expect((await reachOf(client, 'select text from approved_comments where id = $1')).reach).toBe('all parts')
    expect((await reachOf(client, 'select id from comments where story_id = $1')).reach).toBe('one part')
    const planned: Planned[] = []
    for (const [way, statements] of Object.entries(ways))
      for (const statement of statements) {
        const tables = SPREAD.filter((table) =>
          new RegExp(`\\b(${table}|${THROUGH[table] ?? table})\\b`).test(statement),
        )
        if (tables.length > 0) planned.push({ way, statement, tables, ...(await reachOf(client, statement)) })
      }

    for (const way of Object.keys(ways)) expect(ways[way]?.length, way).toBeGreaterThan(0)
    // Each is planned, or refused for the one reason that there is: what is unique over all stories can't be kept so by one part.
    expect(planned.filter(({ reach, why }) => reach === 'refused' && !/unique|ON CONFLICT/.test(why))).toEqual([])
    // A story's page finds its comments in one part.
    const reading = planned.filter(({ way }) => way === 'Read a story')
    expect(reading.length).toBeGreaterThan(0)
    if (process.env.COURANT_TEST_SHARDING) writeFileSync(`${ROOT}docs/sharding-statements.md`, pageOf(planned, ways))
  },
)

/** The schema once more, with a discussion's tables partitioned by story: those that lack the column get it. */
async function partition(client: pg.Client): Promise<void> {
  await client.query('create schema spread')
  const { rows: tables } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  )
  for (const { name } of tables) {
    if (!SPREAD.includes(name)) {
      await client.query(`create table spread."${name}" (like public."${name}" including all)`)
      continue
    }
    const { rows: has } = await client.query(
      "select 1 from information_schema.columns where table_schema = 'public' and table_name = $1 and column_name = 'story_id'",
      [name],
    )
    const more = has.length > 0 ? '' : ', story_id text'
    await client.query(
      `create table spread."${name}" (like public."${name}" including defaults including generated${more}) partition by hash (story_id)`,
    )
    for (let i = 0; i < PARTS; i++)
      await client.query(
        `create table spread."${name}_part_${i}" partition of spread."${name}" for values with (modulus ${PARTS}, remainder ${i})`,
      )
    const { rows: indexes } = await client.query<{ columns: string | null; where: string | null }>(
      `select string_agg(quote_ident(a.attname), ', ' order by k.at) as columns,
         pg_get_expr(i.indpred, i.indrelid) as where
       from pg_index i cross join unnest(i.indkey::int2[]) with ordinality as k(column_number, at)
       join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.column_number
       where i.indrelid = $1::regclass and i.indisunique group by i.indexrelid, i.indpred, i.indrelid`,
      [`public.${name}`],
    )
    for (const { columns, where } of indexes)
      await client.query(
        `create unique index on spread."${name}" (${columns}, story_id) ${where ? `where ${where}` : ''}`,
      )
  }
  const { rows: views } = await client.query<{ name: string; words: string }>(
    "select relname as name, pg_get_viewdef(oid) as words from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' order by oid",
  )
  await client.query('set search_path to spread, public')
  for (const { name, words } of views) await client.query(`create view spread."${name}" as ${words}`)
  await client.query("set plan_cache_mode to 'force_generic_plan'")
}

/** How far one statement reaches: with no values for what is asked, only parts that can't be told apart by the story are left in its plan. */
async function reachOf(client: pg.Client, statement: string): Promise<{ reach: Reach; why: string }> {
  await client.query(`prepare one as ${statement}`)
  try {
    const { rows: types } = await client.query<{ count: number }>(
      "select coalesce(array_length(parameter_types, 1), 0) as count from pg_prepared_statements where name = 'one'",
    )
    const values = Array.from({ length: types[0]?.count ?? 0 }, () => 'null').join(', ')
    const { rows } = await client.query(`explain (costs off) execute one${values ? ` (${values})` : ''}`)
    const plan = rows.map((row) => Object.values(row)[0] as string).join('\n')
    const parts = new Set(plan.match(/_part_\d/g) ?? [])
    if (parts.size > 1) return { reach: 'all parts', why: '' }
    const [, into = '', columns = ''] = /^insert into "(\w+)" \(([^)]*)\)/.exec(statement) ?? []
    return { reach: 'one part', why: SPREAD.includes(into) && !columns.includes('story_id') ? LACKS_STORY : '' }
  } catch (error) {
    return { reach: 'refused', why: (error as Error).message }
  } finally {
    await client.query('deallocate one')
  }
}

/** A row goes to one part in any case; to its story's only if it says which that is. */
const LACKS_STORY = 'once the row says which story it is of'

function pageOf(planned: readonly Planned[], ways: Record<string, string[]>): string {
  const short = (statement: string) => {
    const words = statement.replace(/\s+/g, ' ').replaceAll('|', '\\|').replaceAll('"', '').trim()
    return words.length > 160 ? `${words.slice(0, 160)} …` : words
  }
  const sections = Object.entries(ways).map(([way, statements]) => {
    const own = planned.filter((one) => one.way === way)
    const lines = own.map(
      ({ statement, tables, reach, why }) =>
        `| \`${short(statement)}\` | ${tables.join(', ')} | ${[reach, why].filter(Boolean).join(': ')} |`,
    )
    return `## ${way}\n\n${statements.length} statements in all, ${own.length} of them on a discussion’s tables.\n\n| statement | tables | reaches |\n| --- | --- | --- |\n${lines.join('\n')}`
  })
  return `# Statements of the four ways\n\nMade by \`npm run docs:sharding\` from what the site really runs, on PostgreSQL; see [Sharding](sharding.md).\n\n${sections.join('\n\n')}\n`
}
