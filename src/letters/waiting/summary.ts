/** Tells moderators that comments wait: counts and headlines, never a word that nobody has reviewed. */

import { makeMailLink } from '../../access/index.ts'
import { type Compose, type LetterPlace, queueLetter, type Waiting, waitingLetter } from '../../mail/index.ts'
import { may, readPerson } from '../../people/index.ts'
import type { Database, Store } from '../../store/index.ts'
import { readPublishedById, readSiteSettings } from '../../story/index.ts'
import { isQuiet } from '../answers/rhythm.ts'
import { readWaitingChoices } from './choices.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const MOST_STORIES = 8

/** Puts a letter on its way to each moderator whose threshold is passed, at most once an hour and never in quiet hours. */
export async function queueWaitingLetters(store: Store, now: number): Promise<void> {
  const rows = await store.db
    .selectFrom('waiting_choices as w')
    .innerJoin('people as p', 'p.id', 'w.person_id')
    .select(['w.person_id', 'w.at_least', 'w.minutes', 'w.quiet_from', 'w.quiet_until', 'p.name', 'p.mail'])
    .where('p.disabled_at', 'is', null)
    .where('p.mail', 'is not', null)
    .where((w) => w.or([w('w.last_at', 'is', null), w('w.last_at', '<=', now - HOUR)]))
    .execute()
  if (rows.length === 0) return
  const { timeZone } = await readSiteSettings(store.db)
  for (const row of rows) {
    if (isQuiet(now, timeZone, row.quiet_from, row.quiet_until)) continue
    if ((await countWaiting(store.db, row.minutes, now)) < row.at_least) continue
    const person = await readPerson(store.db, row.person_id)
    if (!person?.mail || !may(person, 'moderate')) continue
    const to = { name: person.name, address: person.mail }
    await store.transaction(now, async (tx) => {
      const taken = await tx.rows
        .updateTable('waiting_choices')
        .set({ last_at: now })
        .where('person_id', '=', person.id)
        .where((w) => w.or([w('last_at', 'is', null), w('last_at', '<=', now - HOUR)]))
        .executeTakeFirst()
      // Another process was there first.
      if (taken.numUpdatedRows === 0n) return
      const letter = { kind: 'waiting', about: person.id, to, subject: 'Comments that wait', text: '', notBefore: now }
      await queueLetter(tx, letter)
    })
  }
}

/** The letter as it leaves; none where the comments were decided meanwhile, or the person may not any more. */
export const composeWaiting =
  (store: Store, place: () => Promise<LetterPlace>): Compose =>
  async ({ about, to }, now) => {
    const [person, choices] = await Promise.all([
      readPerson(store.db, about ?? ''),
      readWaitingChoices(store.db, about ?? ''),
    ])
    if (!person || !choices || !may(person, 'moderate') || person.mail !== to.address) return null
    const waiting = await readWaiting(store.db, choices.minutes, now)
    if (waiting.count < choices.atLeast) return null
    const site = await place()
    const token = await store.transaction(now, (tx) => makeMailLink(tx, { purpose: 'waiting', personId: person.id }))
    return waitingLetter(site, waiting, {
      list: `${site.url}/newsroom/waiting/${token}`,
      queue: `${site.url}/newsroom/review`,
      choices: `${site.url}/newsroom/notices`,
    })
  }

async function countWaiting(db: Database, minutes: number, now: number): Promise<number> {
  const row = await db
    .selectFrom('comment_revisions')
    .select((r) => r.fn.countAll().as('count'))
    .where('state', '=', 'held')
    .where('created_at', '<=', now - minutes * MINUTE)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

async function readWaiting(db: Database, minutes: number, now: number): Promise<Waiting> {
  const rows = await db
    .selectFrom('comment_revisions as r')
    .innerJoin('comments as c', 'c.id', 'r.comment_id')
    .select((r) => ['c.story_id', r.fn.countAll().as('count'), r.fn.min('r.created_at').as('oldest')])
    .where('r.state', '=', 'held')
    .where('r.created_at', '<=', now - minutes * MINUTE)
    .groupBy('c.story_id')
    .orderBy('count', 'desc')
    .orderBy('c.story_id')
    .execute()
  const stories = await Promise.all(
    rows.slice(0, MOST_STORIES).map(async (row) => {
      const story = await readPublishedById(db, row.story_id)
      return { headline: story?.content.headline ?? 'A story that is not on the site', count: Number(row.count) }
    }),
  )
  return {
    count: rows.reduce((sum, row) => sum + Number(row.count), 0),
    minutes,
    oldest: Math.floor((now - Math.min(now, ...rows.map((row) => Number(row.oldest)))) / MINUTE),
    stories,
    others: Math.max(0, rows.length - MOST_STORIES),
  }
}
