/** This build and an earlier one, each on a site of its own with the story of the first start, to be asked the same. */
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import pg from 'pg'
import { type Signing, signingWith } from '../src/discussion/index.ts'
import { type Answer, type Asker, askerOf } from './_asking.ts'
import { type DatabaseKind, makeDatabase } from './_databases.ts'
import { commentForm, signedIn, storyOf } from './_site.ts'
import { generator, sayer } from './_words.ts'
import { residentMb, type Server, startCourant, thisProgram } from './servers.ts'

export interface Build {
  name: string
  /** Its main.js. */
  program: string
}

/** A line of a table: what is measured, this build, the other, their ratio, the aim. */
export const row = (...cells: string[]): void =>
  console.log(cells.map((cell, i) => (i < 4 ? cell.padEnd([36, 14, 14, 8][i] as number) : cell)).join(''))

export const thisBuild: Build = { name: 'this build', program: thisProgram }

export interface Site {
  story: string
  url: string
  asker: Asker
  /** Cookie of somebody who moderates. */
  staff: Record<string, string>
  /** Adds so many stories like the first, between which comments are spread from then on: one story takes so many an hour. */
  addStories(count: number): Promise<void>
  /** Sends one comment of its own words from a network of its own; throws where it is not taken. */
  sendComment(): Promise<Answer>
  /** Takes away what waits, so that no turn meets a larger table than another, or the limits of a story. */
  clearWaiting(): Promise<void>
  /** What has been taken and not been examined, and since when the oldest of it waits (ms); none ever in a build that examines as it takes. */
  unexamined(): Promise<{ count: number; oldest: number | null }>
  pid(): number
  restMb(): number | null
  /** Starts it again; how long that took to the first answer, in milliseconds. */
  restart(): Promise<number>
  stop(): Promise<void>
}

/** Of waiting comments everything that intake writes; both builds have these tables. */
const CLEAR = `delete from claims;
  delete from signals where revision_id in (select id from comment_revisions where state = 'held');
  delete from comment_words where revision_id in (select id from comment_revisions where state = 'held');
  create temp table gone as select comment_id as id from comment_revisions where state = 'held';
  delete from comment_revisions where state = 'held';
  delete from comments where id in (select id from gone) and id not in (select comment_id from comment_revisions);
  drop table gone`

export async function siteOf(build: Build, kind: DatabaseKind, folder: string, postgres: string): Promise<Site> {
  const data = join(folder, `${build.name}-${kind}`.replace(/\W+/g, '-'))
  mkdirSync(data)
  const database = kind === 'postgres' ? await makeDatabase(postgres, `bench_${randomBytes(4).toString('hex')}`) : ''
  const run = (statements: string) => statementsIn(database, join(data, 'courant.db'), statements)
  let server: Server = await startCourant(data, database, build.program)
  let asker = askerOf(server.url)
  const story = await storyOf(asker)
  const secret = (await run(`select value from secrets where name = 'site'`)) ?? ''
  const signing: Signing = signingWith(Buffer.from(secret, 'base64url'))
  const staff = await signedIn(asker, { program: build.program, folder: data, database })
  const say = sayer(generator(7))
  const paths = [story]
  let next = 0
  const site: Site = {
    story,
    url: server.url,
    asker,
    staff,
    async sendComment() {
      const path = paths[next++ % paths.length] as string
      const answer = await asker.ask(commentForm(signing, { path, words: say(), network: randomBytes(3) }))
      if (answer.status !== 303) throw new Error(`${build.name} answered a comment ${answer.status}`)
      return answer
    },
    async clearWaiting() {
      await run(CLEAR)
    },
    async addStories(count) {
      paths.push(...(await copyStory(database, join(data, 'courant.db'), count)))
    },
    async unexamined() {
      const counted = await run(UNEXAMINED).catch(() => null)
      const { count = 0, oldest = null } = JSON.parse(counted ?? '{}') as { count?: number; oldest?: number | null }
      return { count, oldest }
    },
    pid: () => server.pid,
    restMb: () => residentMb(server.pid),
    async restart() {
      asker.close()
      await server.stop()
      const again = await startCourant(data, database, build.program)
      server = again
      asker = askerOf(server.url)
      site.url = server.url
      site.asker = asker
      return again.startMs
    },
    async stop() {
      asker.close()
      await server.stop()
    },
  }
  return site
}

const UNEXAMINED = `select '{"count":' || count(*) || ',"oldest":' || coalesce(cast(min(created_at) as text), 'null') || '}' as counted
  from comment_revisions where to_examine is not null`

/** Copies the one published story so many times; answers the copies' paths. */
async function copyStory(database: string, file: string, count: number): Promise<string[]> {
  type Row = Record<string, unknown>
  const copies = (story: Row, { sequence: _, ...version }: Row) =>
    Array.from({ length: count }, (_, i) => {
      const id = `${String(story.id).slice(0, 20)}${String(i).padStart(6, '0')}`
      return {
        story: { ...story, id, path: `${story.path}-${i}` } as Row,
        version: { ...version, story_id: id } as Row,
      }
    })
  const insert = (table: string, row: Row, mark: (place: number) => string) =>
    `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.keys(row)
      .map((_, i) => mark(i + 1))
      .join(', ')})`
  if (database === '') {
    const open = new BetterSqlite3(file)
    open.pragma('busy_timeout = 5000')
    const one = (table: string) => open.prepare(`select * from ${table} limit 1`).get() as Row
    const made = copies(one('stories'), one('story_versions'))
    open.transaction(() => {
      for (const { story, version } of made) {
        open.prepare(insert('stories', story, () => '?')).run(Object.values(story))
        open.prepare(insert('story_versions', version, () => '?')).run(Object.values(version))
      }
    })()
    open.close()
    return made.map(({ story }) => String(story.path))
  }
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  try {
    const one = async (table: string) => (await client.query(`select * from ${table} limit 1`)).rows[0] as Row
    const made = copies(await one('stories'), await one('story_versions'))
    for (const { story, version } of made) {
      await client.query(
        insert('stories', story, (place) => `$${place}`),
        Object.values(story),
      )
      await client.query(
        insert('story_versions', version, (place) => `$${place}`),
        Object.values(version),
      )
    }
    return made.map(({ story }) => String(story.path))
  } finally {
    await client.end()
  }
}

/** Runs them past the program; answers the first value of the last one's first row, if any. */
async function statementsIn(database: string, file: string, statements: string): Promise<string | null> {
  if (database === '') {
    const open = new BetterSqlite3(file)
    open.pragma('busy_timeout = 5000')
    try {
      if (/^select/.test(statements)) return Object.values(open.prepare(statements).get() as object)[0] as string
      open.exec(`begin immediate; ${statements}; commit`)
      return null
    } finally {
      open.close()
    }
  }
  const client = new pg.Client({ connectionString: database })
  await client.connect()
  try {
    const result = await client.query(statements)
    return (Object.values(result.rows?.[0] ?? {})[0] as string | undefined) ?? null
  } finally {
    await client.end()
  }
}
