/**
 * A site as it is after years: so many stories and comments, made by copying
 * the rows of a real story and a real decided comment and changing what differs.
 * Written past the program, in bulk; what is measured afterwards is the program.
 */

import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'
import { examining, postComment, signingWith } from '../src/discussion/index.ts'
import { bandKeys, pairsOf, plainTextOf } from '../src/moderation/campaigns/index.ts'
import { decide } from '../src/moderation/decisions/index.ts'
import { examineAt } from '../src/moderation/examination/index.ts'
import { addPerson, ROLES } from '../src/people/index.ts'
import { type DatabaseAddress, migrate, newId, readSecret } from '../src/store/index.ts'
import { createStory, emptyContent, newBlockId, publish } from '../src/story/index.ts'
import { openSite } from '../test/stores.ts'
import { storyRows, termRows } from './_archive-stories.ts'
import { generator, sayer } from './_words.ts'

export interface ArchiveSize {
  stories: number
  comments: number
  /** Of the comments, the newest: they wait. */
  held: number
}

export interface Archive {
  /** Addresses of some of the stories, from all the years. */
  paths: string[]
  /** People who may moderate. */
  moderators: string[]
}

type Row = Record<string, unknown>
interface Bulk {
  insert(table: string, rows: readonly Row[]): Promise<void>
  run(statement: string): Promise<void>
  close(): Promise<void>
}

const DAY = 24 * 60 * 60 * 1000
const YEARS = 3 * 365 * DAY
const ROWS_AT_ONCE = 2000
const MODERATORS = 40
const PATHS = 1000

/** Fills an empty database; `now` is the time at which its newest comment comes in. */
export async function fillArchive(address: DatabaseAddress, size: ArchiveSize, now: number): Promise<Archive> {
  const pattern = await makePattern(address, now)
  const bulk = address.kind === 'sqlite' ? sqliteBulk(address.file) : await postgresBulk(address.url)
  const chance = generator(7)
  const say = sayer(chance)
  try {
    const storyIds: string[] = []
    const paths: string[] = []
    for (const [table, rows] of Object.entries(termRows(pattern))) await bulk.insert(table, rows)
    await inBatches(size.stories, async (from, to) => {
      const lists: Record<string, Row[]> = {}
      for (let i = from; i < to; i++) {
        const { id, path, rows } = storyRows(pattern, i, now - YEARS + Math.floor((YEARS / size.stories) * i))
        for (const [table, more] of Object.entries(rows)) {
          lists[table] ??= []
          lists[table].push(...more)
        }
        storyIds.push(id)
        if (i % Math.ceil(size.stories / PATHS) === 0) paths.push(path)
      }
      for (const [table, rows] of Object.entries(lists)) await bulk.insert(table, rows)
    })

    let recent: string[] = []
    await inBatches(size.comments, async (from, to) => {
      // In the order in which rows refer to one another.
      const lists = {
        comments: [] as Row[],
        comment_revisions: [] as Row[],
        signals: [] as Row[],
        comment_words: [] as Row[],
        decisions: [] as Row[],
        alike_texts: [] as Row[],
        alike_bands: [] as Row[],
      }
      for (let i = from; i < to; i++) {
        const waits = i >= size.comments - size.held
        const decidedCount = size.comments - size.held
        const at = waits
          ? now - Math.floor(((size.comments - i) / size.held) * 2 * DAY)
          : now - YEARS + Math.floor(((YEARS - 2 * DAY) / decidedCount) * i)
        const [id, revisionId] = [newId(at), newId(at)]
        // One in a hundred says what another said before it.
        const text = recent.length > 0 && chance() < 0.01 ? (recent[i % recent.length] as string) : say()
        if (chance() < 0.05) recent = [...recent.slice(-50), text]
        const fate = chance()
        const state = waits ? 'held' : fate < 0.8 ? 'approved' : fate < 0.92 ? 'rejected' : 'spam'
        const band = fate < 0.6 ? 'fine' : fate < 0.85 ? 'thought' : 'spam'
        const storyId = storyIds[Math.floor(Math.sqrt(chance()) * storyIds.length)]
        lists.comments.push({
          ...pattern.comment,
          id,
          story_id: storyId,
          author_name: `Reader ${Math.floor(chance() * 50_000)}`,
          form_nonce: revisionId,
          sender_key: at > now - 30 * DAY ? `key${Math.floor(chance() * 20_000)}` : '',
          created_at: at,
        })
        lists.comment_revisions.push({
          ...pattern.revision,
          id: revisionId,
          comment_id: id,
          text,
          state,
          band,
          text_number: i + 10,
          created_at: at,
          state_at: at,
        })
        lists.comment_words.push({ revision_id: revisionId, search_words: text.toLowerCase() })
        for (const signal of pattern.signals) lists.signals.push({ ...signal, revision_id: revisionId })
        if (!waits) {
          const action = state === 'approved' ? 'approve' : 'reject'
          lists.decisions.push({
            ...pattern.decision,
            id: newId(at + 600_000),
            comment_id: id,
            revision_id: revisionId,
            action,
            reason: state === 'approved' ? null : state === 'spam' ? 'spam' : 'attack',
            decided_by: pattern.moderators[i % MODERATORS],
            decided_at: at + 600_000,
            changes_json: JSON.stringify([{ revision: revisionId, from: 'held', to: state }]),
          })
        }
        const plain = plainTextOf(text)
        // A text said before has its number already; here it gets one of its own, which costs no less to look up.
        lists.alike_texts.push({ number: i + 10, text_key: i + 10, revision_id: revisionId, campaign_id: null })
        if (!plain.short)
          for (const key of bandKeys(pairsOf(plain.words)))
            lists.alike_bands.push({ band_key: key, text_number: i + 10 })
      }
      for (const [table, rows] of Object.entries(lists)) await bulk.insert(table, rows)
    })
    if (address.kind === 'postgres') {
      await bulk.run(`alter table alike_texts alter column number restart with ${size.comments + 100}`)
      // As autovacuum has done by then. SQLite is left as the program leaves it: without statistics.
      await bulk.run('vacuum analyze')
    }
    return { paths, moderators: pattern.moderators }
  } finally {
    await bulk.close()
  }
}

/** A story and a decided comment as the program itself writes them, taken out again as rows. */
async function makePattern(address: DatabaseAddress, now: number) {
  const store = await openSite(address, () => now)
  const result = await migrate(store, now)
  if ('problem' in result) throw new Error(result.problem)
  const signing = signingWith(await readSecret(store, Date.now()))
  const body = Array.from({ length: 12 }, (_, i) => ({
    id: newBlockId(),
    type: 'paragraph' as const,
    text: `Paragraph ${i}: the harbour board has voted to dredge the channel before winter, and nobody knows who pays.`,
  }))
  const content = {
    ...emptyContent,
    headline: 'The harbour board votes to dredge',
    byline: 'By Ada Harbour',
    section: 'Harbour',
    topics: ['Dredging'],
    body,
  }
  const storyId = await createStory(store, { content, by: null, commentsOpen: true }, now)
  const published = await publish(store, { id: storyId, by: null }, now)
  if ('problem' in published) throw new Error(published.problem)
  const moderators: string[] = []
  for (let i = 0; i < MODERATORS; i++) {
    const person = await addPerson(store, { name: `Moderator ${i}`, mail: null, switches: ROLES.moderator }, now)
    if ('problem' in person) throw new Error(person.problem)
    moderators.push(person.id)
  }
  const posted = await postComment(
    store,
    signing,
    {
      storyId,
      parentId: null,
      form: { name: 'Reader', mail: '', text: 'Who pays for it, and who was asked before they voted on the channel?' },
      honeypot: '',
      token: signing.formToken(now - 60_000),
      address: '10.1.2.3',
    },
    now,
  )
  await examining(store, { examine: examineAt(store, { url: () => 'https://paper.example' }), now: () => now }).some()
  if (posted.kind !== 'posted') throw new Error('the comment of the pattern was not taken')
  const { db } = store
  const revision = await db.selectFrom('comment_revisions').selectAll().executeTakeFirstOrThrow()
  const decided = await decide(
    store,
    { revisionId: revision.id, action: 'approve', reason: null, by: moderators[0] as string },
    now,
  )
  if (!decided.decided) throw new Error(decided.sentence)
  // Each row of the archive is given a number of its own.
  const { sequence: _version, ...version } = await db.selectFrom('story_versions').selectAll().executeTakeFirstOrThrow()
  const { sequence: _decision, ...decision } = await db.selectFrom('decisions').selectAll().executeTakeFirstOrThrow()
  const pattern = {
    story: await db.selectFrom('stories').selectAll().executeTakeFirstOrThrow(),
    version,
    listed: await db.selectFrom('listed_stories').selectAll().executeTakeFirstOrThrow(),
    terms: await db.selectFrom('terms').selectAll().execute(),
    comment: await db.selectFrom('comments').selectAll().executeTakeFirstOrThrow(),
    revision,
    signals: await db.selectFrom('signals').selectAll().execute(),
    decision,
    moderators,
  }
  await store.close()
  return pattern
}

async function inBatches(count: number, work: (from: number, to: number) => Promise<void>): Promise<void> {
  for (let from = 0; from < count; from += ROWS_AT_ONCE) await work(from, Math.min(count, from + ROWS_AT_ONCE))
}

function sqliteBulk(file: string): Bulk {
  const database = new BetterSqlite3(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = OFF')
  database.pragma('cache_size = -200000')
  return {
    async insert(table, rows) {
      const columns = Object.keys(rows[0] ?? {})
      if (columns.length === 0) return
      const statement = database.prepare(
        `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
      )
      database.transaction(() => {
        for (const row of rows) statement.run(columns.map((column) => row[column]))
      })()
    },
    run: async (statement) => {
      database.exec(statement)
    },
    close: async () => {
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.close()
    },
  }
}

async function postgresBulk(url: string): Promise<Bulk> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('set synchronous_commit = off')
  return {
    async insert(table, rows) {
      const columns = Object.keys(rows[0] ?? {}).join(', ')
      if (columns === '') return
      await client.query(
        `insert into ${table} (${columns}) overriding system value
         select ${columns} from json_populate_recordset(null::${table}, $1::json)`,
        [JSON.stringify(rows)],
      )
    },
    run: async (statement) => {
      await client.query(statement)
    },
    close: () => client.end(),
  }
}
