/** What has to be known before comments are taken, asked once for all that come together: this is the hot path, and in SQL. */
import { sql } from 'kysely'
import { many, type Transaction } from '../../store/index.ts'
import { HOUR, ONE_DAY, onSite, TEN_MINUTES } from '../pace.ts'

export interface Asked {
  storyId: string
  parentId: string | null
  /** The reader who is signed in, if anyone. */
  readerId: string | null
  /** The words as they will be kept. */
  text: string
  /** The sender's, of both days, the newest first. */
  keys: readonly string[]
  /** The form's. */
  nonce: string
}

/** What a form has posted already. */
export interface Earlier {
  id: string
  storyId: string
  name: string
  text: string
}

export interface StoryNow {
  comments_open: number
  mode: 'open' | 'slow' | 'hold' | null
  minutes: number | null
  /** Comments on it within an hour. */
  lately: number
}

/** Comments from a network in ten minutes, an hour, a day. */
export interface SenderNow {
  minutes: number
  hour: number
  day: number
}

export interface Known {
  /** By form. */
  used: ReadonlyMap<string, Earlier>
  /** By id; those that are on the site. */
  stories: ReadonlyMap<string, StoryNow>
  /** Comments that are to be seen, with their stories. */
  shown: ReadonlyMap<string, string>
  /** Readers of whom a comment has been approved. */
  wellKnown: ReadonlySet<string>
  /** By key. */
  senders: ReadonlyMap<string, SenderNow>
  /** Comments on the whole site in ten minutes, counted no further than it matters. */
  onSite: number
}

/** In as many queries for sixty comments as for one. */
export async function knownOf(tx: Transaction, asked: readonly Asked[]): Promise<Known> {
  const stories = await readStories(tx, distinct(asked.map(({ storyId }) => storyId)))
  return {
    used: await readUsed(
      tx,
      asked.map(({ nonce }) => nonce),
    ),
    stories: new Map(stories.map(({ id, site: _, ...story }) => [id, story])),
    shown: await readShown(tx, distinct(asked.flatMap(({ parentId }) => parentId ?? []))),
    wellKnown: await readWellKnown(tx, distinct(asked.flatMap(({ readerId }) => readerId ?? []))),
    senders: await readSenders(tx, distinct(asked.flatMap(({ keys }) => keys))),
    onSite: stories[0]?.site ?? 0,
  }
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)]

export async function readUsed(tx: Transaction, nonces: readonly string[]): Promise<Map<string, Earlier>> {
  const { rows } = await sql<Earlier & { nonce: string }>`
    select c.form_nonce as nonce, c.id, c.story_id as "storyId", c.author_name as name, r.text
    from comments c join comment_revisions r on r.comment_id = c.id and r.number = 1
    where ${many.isOneOf(tx.kind, 'c.form_nonce', nonces)}`.execute(tx.rows)
  return new Map(rows.map(({ nonce, ...earlier }) => [nonce, earlier]))
}

async function readStories(
  tx: Transaction,
  ids: readonly string[],
): Promise<(StoryNow & { id: string; site: number })[]> {
  const { rows } = await sql<StoryNow & { id: string; site: number }>`
    select s.id, s.comments_open, m.mode, m.minutes,
      (select count(*) from comments c where c.story_id = s.id and c.created_at > ${tx.now - HOUR}) as lately,
      ${onSite(tx.now)} as site
    from published_stories s left join story_modes m on m.story_id = s.id
    where ${many.isOneOf(tx.kind, 's.id', ids)}`.execute(tx.rows)
  return rows
}

async function readShown(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: string; story: string }>`
    select id, story_id as story from approved_comments where ${many.isOneOf(tx.kind, 'id', ids)}`.execute(tx.rows)
  return new Map(rows.map(({ id, story }) => [id, story]))
}

async function readWellKnown(tx: Transaction, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`
    select value as id from ${many.listed(tx.kind, ids)} as reader where exists (
      select 1 from comments c join comment_revisions r on r.comment_id = c.id
      where c.reader_id = reader.value and r.state = 'approved')`.execute(tx.rows)
  return new Set(rows.map(({ id }) => id))
}

async function readSenders(tx: Transaction, keys: readonly string[]): Promise<Map<string, SenderNow>> {
  const { rows } = await sql<SenderNow & { key: string }>`
    select sender_key as key,
      count(*) filter (where created_at > ${tx.now - TEN_MINUTES}) as minutes,
      count(*) filter (where created_at > ${tx.now - HOUR}) as hour, count(*) as day
    from comments where ${many.isOneOf(tx.kind, 'sender_key', keys)} and created_at > ${tx.now - ONE_DAY}
    group by sender_key`.execute(tx.rows)
  return new Map(rows.map(({ key, ...counts }) => [key, counts]))
}
