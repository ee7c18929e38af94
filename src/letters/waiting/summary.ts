/** Tells moderators that comments, appeals or reports wait: counts and headlines, never a word that nobody has reviewed. */

import { makeMailLink } from '../../access/index.ts'
import { type Compose, type LetterPlace, queueLetter, type Waiting, waitingLetter } from '../../mail/index.ts'
import { staffEmailMessages as m } from '../../messages/index.ts'
import { countWaitingByStory, countWaitingSince } from '../../moderation/queue/index.ts'
import { listPeople, may, readPerson } from '../../people/index.ts'
import { readSiteSettings } from '../../publication/index.ts'
import { countObjections, newestObjection } from '../../redress/index.ts'
import type { Database, Store } from '../../store/index.ts'
import { readPublishedById } from '../../story/index.ts'
import { isQuiet } from '../answers/rhythm.ts'
import { readWaitingChoices } from './choices.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MOST_STORIES = 8

/** Puts a letter on its way to each moderator whose threshold is passed, at most once an hour and never in quiet hours. */
export async function queueWaitingLetters(store: Store, now: number): Promise<void> {
  const rows = await store.db
    .selectFrom('waiting_choices')
    .select(['person_id', 'at_least', 'minutes', 'quiet_from', 'quiet_until', 'last_at'])
    .where((w) => w.or([w('last_at', 'is', null), w('last_at', '<=', now - HOUR)]))
    .execute()
  if (rows.length === 0) return
  const people = new Map((await listPeople(store.db)).map((person) => [person.id, person]))
  const { timeZone } = await readSiteSettings(store.db)
  for (const row of rows) {
    const person = people.get(row.person_id)
    if (!person?.mail || !may(person, 'moderate')) continue
    if (isQuiet(now, timeZone, row.quiet_from, row.quiet_until)) continue
    if (!(await isDue(store.db, row, now))) continue
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
      const letter = {
        kind: 'waiting',
        about: person.id,
        to,
        subject: m.waitingSubjectQueued,
        text: '',
        notBefore: now,
      }
      await queueLetter(tx, letter)
    })
  }
}

/**
 * Comments are told of in so great a number as was asked for. An appeal, a report or a notice under the law is told of
 * once it has waited as long, however few there are; those that were told of already, once a day.
 */
async function isDue(
  db: Database,
  { minutes, at_least, last_at }: { minutes: number; at_least: number; last_at: number | null },
  now: number,
): Promise<boolean> {
  const until = now - minutes * MINUTE
  if ((await countWaitingSince(db, until)) >= at_least) return true
  const newest = await newestObjection(db, until)
  if (newest === null) return false
  return last_at === null || newest > last_at - minutes * MINUTE || last_at <= now - DAY
}

/** The letter as it leaves; none where all of it was decided meanwhile, or the person may not any more. */
export const composeWaiting =
  (store: Store, place: () => Promise<LetterPlace>): Compose =>
  async ({ about, to }, now) => {
    const [person, choices] = await Promise.all([
      readPerson(store.db, about ?? ''),
      readWaitingChoices(store.db, about ?? ''),
    ])
    if (!person || !choices || !may(person, 'moderate') || person.mail !== to.address) return null
    const waiting = await readWaitingFor(store.db, choices, now)
    if (waiting.count === 0 && waiting.objections.appeals + waiting.objections.reported === 0) return null
    const site = await place()
    const token = await store.transaction(now, (tx) => makeMailLink(tx, { purpose: 'waiting', personId: person.id }))
    return waitingLetter(site, waiting, {
      list: `${site.url}/newsroom/waiting/${token}`,
      queue: `${site.url}/newsroom/review`,
      choices: `${site.url}/newsroom/notices`,
    })
  }

/** Comments only where there are as many as was asked for. */
async function readWaitingFor(
  db: Database,
  { minutes, atLeast }: { minutes: number; atLeast: number },
  now: number,
): Promise<Waiting> {
  const until = now - minutes * MINUTE
  const [all, objections] = await Promise.all([countWaitingByStory(db, until), countObjections(db, until)])
  const rows = all.reduce((sum, { count }) => sum + count, 0) < atLeast ? [] : all
  const stories = await Promise.all(
    rows.slice(0, MOST_STORIES).map(async ({ storyId, count }) => {
      const story = await readPublishedById(db, storyId)
      return { headline: story?.content.headline ?? m.notOnSite, count }
    }),
  )
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    minutes,
    oldest: Math.floor((now - Math.min(now, ...rows.map(({ oldest }) => oldest))) / MINUTE),
    stories,
    others: Math.max(0, rows.length - MOST_STORIES),
    objections,
  }
}
