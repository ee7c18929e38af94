/** Sites that are there already: a step of the schema stays what it was when it was released, and takes all along that it meets. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, describe, expect, test } from 'vitest'
import { DATABASES, freshDatabase } from '../../test/databases.ts'
import { addressOf } from '../../test/stores.ts'
import { COMMENT_TEXT, fullTextOf, MIGRATIONS, migrate, openStore, type Store } from './index.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
const undo: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** What SQLite has after each step, as every site that took it has it. */
const MADE: Record<string, string> = {
  beginning: 'c6c9de4f580d',
  archive: '07c6a685b115',
  'review desk': 'e2744355d6f1',
  'campaigns and spam model': '8ac87b70d1e6',
  'rules of the house': '1e7692f59087',
  'invisible defences': '13aec585c40c',
  'decisions answered for': '9093f9942da9',
  accounts: '41a9a9ba338d',
  'jobs and events': 'e49272e3b0c9',
  notices: 'c1bf7ed8d193',
  figures: '65526b6ab5b7',
  erasures: 'b978efc9262f',
  objections: '991c492d2676',
  'order of what happened': '6702260ba5ca',
  'trials as jobs': 'b2e48059eee4',
  pictures: '549114f80ca4',
  'sections, topics, authors, pages and menus': '5d73e87b9667',
  look: '61569c1fee45',
  portraits: '4db8e3c6c82d',
  'what pictures hold': 'db5a0a5855e6',
  attachments: 'd6fbbca5aa77',
  drafting: '3756bf4017a4',
  schedules: '2b582a2cbee3',
  'made with AI': '0c083d0b9238',
  corrections: 'd2e1b1a7ebd1',
  workflow: '54711a6813ed',
  'notes and plans': 'c5355be47351',
  'embargo and expiry': 'c57a832ac972',
  tickets: '9d01e0f059e5',
  'spellings of names': 'b46ac4ec437a',
  imports: 'ebca8a81648a',
  'old addresses': 'a6e55513ebdb',
  'notes changed, photographers by name': 'a3122f375a8e',
  webhooks: '233fb6496163',
  programs: '4aa36c2d367b',
  coral: 'fa2f1bb74bfc',
  // SQLite has had its own table of them since the step of jobs.
  happenings: 'fa2f1bb74bfc',
  'caches in front': 'f165b0b14099',
  'comments examined after they came in': 'b849d9dbe255',
}

/** All that the database says of its tables, views, indexes and triggers. */
async function schemaOf(store: Store): Promise<string> {
  const { rows } = await sql<{ made: string }>`
    select coalesce(sql, name) as made from sqlite_master order by type, name`.execute(store.db)
  return rows.map(({ made }) => made.replace(/\s+/g, ' ')).join('\n')
}

test.runIf(DATABASES.includes('sqlite'))(
  'a step that sites have taken is never changed: whatever is new is a step of its own',
  async () => {
    const database = await freshDatabase('sqlite')
    undo.push(database.drop)
    const store = await openStore(addressOf('sqlite', database.url), () => NOW)
    undo.push(() => store.close())
    const made: Record<string, string> = {}
    for (const migration of MIGRATIONS) {
      await store.transaction(NOW, (tx) => migration.up(tx.rows, 'sqlite'))
      made[migration.name] = createHash('sha256')
        .update(await schemaOf(store))
        .digest('hex')
        .slice(0, 12)
    }
    expect(made).toEqual(MADE)
  },
)

for (const kind of DATABASES) {
  describe(`a site of an earlier version on ${kind}`, () => {
    const siteBefore = async (step: string) => {
      const database = await freshDatabase(kind)
      undo.push(database.drop)
      const store = await openStore(addressOf(kind, database.url), () => NOW)
      undo.push(() => store.close())
      const at = MIGRATIONS.findIndex(({ name }) => name === step)
      await store.transaction(NOW, async (tx) => {
        const instant = sql.raw(kind === 'postgres' ? 'bigint' : 'integer')
        await sql`create table schema_versions (number integer primary key, name text not null,
          applied_at ${instant} not null)`.execute(tx.rows)
        for (const [index, { name, up }] of MIGRATIONS.slice(0, at).entries()) {
          await up(tx.rows, kind)
          await sql`insert into schema_versions values (${index + 1}, ${name}, 0)`.execute(tx.rows)
        }
      })
      return { store, left: MIGRATIONS.slice(at).map(({ name }) => name) }
    }
    const run = async (store: Store, statements: readonly string[]) => {
      for (const statement of statements) await sql.raw(statement).execute(store.db)
    }
    const AUTHORS = [
      `insert into people (id, name, switches_json, created_at) values ('p', 'Mo', '[]', 0)`,
      `insert into stories (id, draft_json, draft_number, draft_at, comments_open, created_at) values ('s', '{}', 1, 0, 1, 0)`,
    ]
    const comment = (id: string, text: string, mail: string | null = null) => [
      `insert into comments (id, story_id, author_name, author_mail, form_nonce, sender_key, created_at)
        values ('${id}', 's', 'Ada', ${mail === null ? 'null' : `'${mail}'`}, 'n${id}', '', 0)`,
      `insert into comment_revisions (id, comment_id, number, text, state, created_at, state_at)
        values ('r${id}', '${id}', 1, '${text}', 'held', 0, 0)`,
    ]

    test('takes the steps that it lacks, and no other, and the words of its comments are found from then on', async () => {
      const { store, left } = await siteBefore('review desk')
      await run(store, [
        ...AUTHORS,
        ...Array.from({ length: 1001 }, (_, i) => comment(String(i).padStart(4, '0'), `Words number ${i}`)).flat(),
      ])
      expect(await migrate(store, NOW)).toEqual({ applied: left })
      expect(await migrate(store, NOW)).toEqual({ applied: [] })
      const found = async (words: string[]) =>
        (await fullTextOf(kind).keysWith(COMMENT_TEXT, words, 10).execute(store.db)).rows.length
      for (const number of ['0', '500', '999', '1000']) expect(await found(['number', number]), number).toBe(1)
      expect(await store.db.selectFrom('comment_words').select('number').execute()).toHaveLength(1001)
    })

    test('has all addresses in the form in which they are looked for, however many there are', async () => {
      const { store } = await siteBefore('erasures')
      await run(store, [
        ...AUTHORS,
        ...comment('0', 'Words'),
        ...Array.from({ length: 501 }, (_, i) =>
          comment(`c${String(i).padStart(4, '0')}`, 'Words', ` ZOË${i}@Paper.example `),
        ).flat(),
        `insert into reports (id, comment_id, revision_id, kind, reason, words, name, mail, form_nonce, sender_key, reported_at)
          values ('t', '0', 'r0', 'rule', 'spam', '', '', 'Ben@Paper.Example', 'nt', '', 0)`,
      ])
      await migrate(store, NOW)
      const rows = await store.db.selectFrom('comments').select('author_mail').orderBy('id').execute()
      expect(rows.map(({ author_mail }) => author_mail)).toEqual([
        null,
        ...Array.from({ length: 501 }, (_, i) => `zoë${i}@paper.example`),
      ])
      expect(await store.db.selectFrom('reports').select('mail').execute()).toEqual([{ mail: 'ben@paper.example' }])
    })

    test('knows in which order things happened, over all that is told, and goes on from there', async () => {
      const { store } = await siteBefore('order of what happened')
      const act = (id: string, at: number) =>
        `insert into acts (id, at, "by", act, about, detail) values ('${id}', ${at}, 'p', 'x.y', null, '')`
      await run(store, [
        ...AUTHORS,
        act('a', 1000),
        act('c', 3000),
        `insert into story_versions (story_id, number, content_json, published_at) values ('s', 1, '{}', 2000)`,
      ])
      await migrate(store, NOW)
      await run(store, [act('d', 4000), act('b', 500)])
      const acts = await store.db.selectFrom('acts').select(['id', 'sequence']).orderBy('sequence').execute()
      expect(acts.map(({ id }) => id)).toEqual(['a', 'c', 'd', 'b'])
      const { sequence } = await store.db.selectFrom('story_versions').select('sequence').executeTakeFirstOrThrow()
      expect([acts[0]?.sequence, sequence, acts[1]?.sequence]).toEqual([1, 2, 3])
      expect(new Set([...acts.map((one) => one.sequence), sequence]).size).toBe(5)
      for (const change of [
        'update acts set sequence = 9',
        'update acts set detail = null',
        'delete from story_versions',
      ])
        await expect(run(store, [change]), change).rejects.toThrow('never changed')
    })

    test('goes on with the trial of a rule that is under way, and with none that has ended', async () => {
      const { store } = await siteBefore('trials as jobs')
      const trial = (id: string, state: string) =>
        `insert into rule_trials (id, rule_id, version, pattern_json, state, started_at, worker, seen_at, found_json)
          values ('${id}', 'r', 1, '{}', '${state}', 7000, 'w', 8000, '{}')`
      await run(store, [
        `insert into rules (id, version, created_at) values ('r', 1, 0)`,
        trial('a', 'finished'),
        trial('b', 'running'),
        trial('c', 'stopped'),
      ])
      await migrate(store, NOW)
      expect(
        await store.db.selectFrom('jobs').select(['kind', 'key', 'payload_json', 'due_at', 'worker']).execute(),
      ).toEqual([{ kind: 'rule.trial', key: 'b', payload_json: '{"trial":"b"}', due_at: 7000, worker: null }])
      expect(await store.db.selectFrom('rule_trials').selectAll().execute()).toHaveLength(3)
    })

    test('goes on telling by mail whoever was told of appeals and reports, and nobody else', async () => {
      const { store } = await siteBefore('tickets')
      await run(store, [...AUTHORS, `insert into waiting_choices (person_id, at_least, minutes) values ('p', 12, 90)`])
      await migrate(store, NOW)
      const rows = await store.db.selectFrom('waiting_thresholds').selectAll().orderBy('kind').execute()
      expect(rows).toEqual([
        { person_id: 'p', kind: 'appeals', at_least: null, hours: 2 },
        { person_id: 'p', kind: 'reports', at_least: null, hours: 2 },
      ])
    })

    test('lists the stories that it has, by their words and by what became of them, however many there are', async () => {
      const { store } = await siteBefore('workflow')
      const content = (n: number) =>
        JSON.stringify({ headline: `Boat ${n}`, section: 'Town', body: [{ type: 'paragraph', text: `Number ${n}` }] })
      await run(store, [
        `insert into people (id, name, switches_json, created_at) values ('p', 'Mo', '[]', 0)`,
        ...Array.from(
          { length: 250 },
          (_, n) => `insert into stories (id, draft_json, draft_number, draft_at, comments_open, created_at, created_by)
            values ('s${n}', '${content(n)}', 3, ${n}, 1, 0, 'p')`,
        ),
        `insert into story_versions (story_id, number, content_json, published_at, draft_number) values ('s7', 1, '${content(7)}', 9, 3)`,
        `update stories set path = '/2024/05/boat', published_number = 1, first_published_at = 9, published_at = 9 where id = 's7'`,
        `insert into corrections (id, story_id, version, kind, cause, changes_json, made_at) values ('k', 's7', 1, 'correction', 'c', '[]', 9)`,
      ])
      await migrate(store, NOW)
      const rows = await store.db.selectFrom('listed_stories').selectAll().execute()
      expect(rows).toHaveLength(250)
      expect(rows.find(({ story_id }) => story_id === 's7')).toMatchObject({
        ...{ headline: 'Boat 7', section_key: 'town', created_by: 'p', live: 1, said: 'corrected' },
        ...{ path: '/2024/05/boat', same_number: 3, since_number: 3, stage: 'draft' },
      })
      const words = { table: 'story_words', key: 'number', column: 'search_words' }
      expect((await fullTextOf(kind).keysWith(words, ['number', '249'], 9).execute(store.db)).rows).toHaveLength(1)
    })

    test('keeps what was done as done by people’s own hands, before programs could act for them', async () => {
      const { store } = await siteBefore('programs')
      await run(store, [
        ...AUTHORS,
        `insert into acts (id, at, "by", act, about, detail) values ('a', 1, 'p', 'story.saved', 's', 'Saved')`,
      ])
      await migrate(store, NOW)
      expect(await store.db.selectFrom('acts').select(['id', 'through']).execute()).toEqual([
        { id: 'a', through: null },
      ])
    })

    test('a step that fails leaves nothing of it, and nothing of those before', async () => {
      const { store } = await siteBefore('review desk')
      await run(store, ['create table readers (id text)'])
      await expect(migrate(store, NOW)).rejects.toThrow(/readers/)
      const { rows } = await sql<{ number: number }>`select max(number) as number from schema_versions`.execute(
        store.db,
      )
      expect(rows).toEqual([{ number: 2 }])
      await expect(run(store, ['select * from comment_words'])).rejects.toThrow(/comment_words/)
    })
  })
}
