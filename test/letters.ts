/** A site whose letters lie in a folder, and what a test does with them. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Config } from '../src/config.ts'
import type { Store } from '../src/store/index.ts'
import { demonstration, editor, freshSite, postComment, type TestSite, type Visitor, visitor } from './sites.ts'
import { readMessage } from './smtp.ts'
import type { DatabaseKind } from './stores.ts'

export interface LetterRead {
  to: string
  subject: string
  text: string
  headers: Map<string, string[]>
  /** The whole file. */
  raw: string
  /** The path and question of the first link of the site that holds this. */
  link(part: string): string
}

export interface PostOffice {
  site: TestSite
  staff: Visitor
  story: { id: string; path: string }
  clock: { now: number }
  /** Sends what is due and answers the letters that left, in the order they were queued. */
  deliver(): Promise<LetterRead[]>
  /** A comment from a network of its own; answers its id and receipt. */
  comment(fields: {
    name?: string
    comment: string
    mail?: string
    tell?: string
    parent?: string
    network?: number
  }): Promise<{ id: string; receipt: string }>
  decide(commentId: string, action: 'approve' | 'reject', reason?: string): Promise<string>
  end(): Promise<void>
}

export async function postOffice(kind: DatabaseKind, config: Partial<Config> = {}): Promise<PostOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'courant-letters-'))
  const clock = { now: Date.UTC(2026, 4, 1, 12) }
  const site = await freshSite(kind, {
    now: () => clock.now,
    config: { dataFolder: folder, proxies: 1, ...config },
  })
  const staff = await editor(site)
  const story = await demonstration(site)
  const read = new Set<string>()
  let networks = 0
  const outbox = join(folder, 'outbox')
  return {
    site,
    staff,
    story,
    clock,
    async deliver() {
      await site.app.sendLetters()
      const files = existsSync(outbox) ? readdirSync(outbox).sort() : []
      const fresh = files.filter((name) => !read.has(name))
      for (const name of fresh) read.add(name)
      return fresh.map((name) => letterIn(readFileSync(join(outbox, name), 'utf8')))
    },
    async comment({ name = 'Ada', network, ...fields }) {
      networks += 1
      const from = network ?? networks
      const reader = visitor(site)
      const sending: Visitor = {
        ...reader,
        post: (path, form) =>
          reader.post(path, form, { 'x-forwarded-for': `10.${Math.floor(from / 250)}.${from % 250}.1` }),
      }
      const receipt = await postComment(sending, story.path, { name, ...fields })
      await site.app.examined()
      return { id: receipt.slice('/receipts/'.length, '/receipts/'.length + 26), receipt }
    },
    async decide(commentId, action, reason = '') {
      const { id } = await site.app.store.db
        .selectFrom('comment_revisions')
        .select('id')
        .where('comment_id', '=', commentId)
        .where('state', '=', 'held')
        .executeTakeFirstOrThrow()
      const form = { revision: id, action, reason }
      const response = await staff.post('/newsroom/review/decide', form, { accept: 'application/json' })
      const answer = (await response.json()) as { decision?: { id: string } }
      if (!answer.decision) throw new Error(`deciding answered ${response.status} ${JSON.stringify(answer)}`)
      return answer.decision.id
    },
    async end() {
      await site.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function letterIn(raw: string): LetterRead {
  const { headers, text } = readMessage(raw)
  return {
    to: headers.get('to')?.[0]?.replace(/^.*<|>$/g, '') ?? '',
    subject: headers.get('subject')?.[0] ?? '',
    text,
    headers,
    raw,
    link(part) {
      const url = [...text.matchAll(/https?:\/\/\S+/g)].map(([found]) => found).find((found) => found.includes(part))
      if (!url) throw new Error(`no link with ${part} in:\n${text}`)
      return url.replace(/^https?:\/\/[^/]+/, '')
    },
  }
}

/** Every row of every table, as one text: what must hold no trace is searched in this. */
export const dump = (store: Store): Promise<string> => textOf(store, () => true)

/**
 * The same without what the site does by itself while nobody asks (the spam
 * model goes over comments that came with the program): what opening a page
 * must not change.
 */
export const dumpWithoutBackground = (store: Store): Promise<string> =>
  textOf(store, (name) => !/^(signals|spam_|lessons|jobs$)/.test(name), ['spam_chance', 'rules_chance', 'band'])

async function textOf(
  store: Store,
  isMeant: (table: string) => boolean,
  without: readonly string[] = [],
): Promise<string> {
  const names =
    store.kind === 'sqlite'
      ? await sql<{
          name: string
        }>`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`.execute(store.db)
      : await sql<{ name: string }>`select table_name as name from information_schema.tables
          where table_schema = 'public' and table_type = 'BASE TABLE'`.execute(store.db)
  const tables: string[] = []
  for (const name of names.rows.map((row) => row.name).sort()) {
    if (!isMeant(name)) continue
    const { rows } = await sql<object>`select * from ${sql.table(name)}`.execute(store.db)
    const lines = rows.map((row) =>
      JSON.stringify(row, (key, value) => (without.includes(key) ? undefined : (value as unknown))),
    )
    tables.push(`${name}\n${lines.sort().join('\n')}`)
  }
  return tables.join('\n\n')
}
