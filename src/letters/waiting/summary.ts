/** Tells the staff of what waits: counts and headlines, never a word that nobody has reviewed. */

import { makeMailLink } from '../../access/index.ts'
import { type Compose, type LetterPlace, queueLetter, type Waiting, waitingLetter } from '../../mail/index.ts'
import { staffEmailMessages as m } from '../../messages/index.ts'
import { countWaitingByStory } from '../../moderation/queue/index.ts'
import { listPeople, readPerson } from '../../people/index.ts'
import { readSiteSettings } from '../../publication/index.ts'
import { objectionsOf } from '../../redress/index.ts'
import type { Database, Store } from '../../store/index.ts'
import { readPublishedById } from '../../story/index.ts'
import { isQuiet } from '../answers/rhythm.ts'
import { readWaitingChoices, usualWaiting, type WaitingChoices } from './choices.ts'
import { areCommentsDue, choicesWithin, countPassed, isNoticeDue, isThresholdPassed } from './due.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const MOST_STORIES = 8

/** Puts a letter on its way to each whose threshold is passed, at most once an hour and never in quiet hours; for a new legal notice sooner. */
export async function queueWaitingLetters(store: Store, now: number): Promise<void> {
  const rows = await store.db
    .selectFrom('waiting_choices')
    .select(['person_id', 'last_at'])
    .where((w) => w.or([w('last_at', 'is', null), w('last_at', '<=', now - FOR_NOTICES)]))
    .execute()
  if (rows.length === 0) return
  const people = new Map((await listPeople(store.db)).map((person) => [person.id, person]))
  const { timeZone } = await readSiteSettings(store.db)
  for (const { person_id, last_at: lastAt } of rows) {
    const person = people.get(person_id)
    const kept = await readWaitingChoices(store.db, person_id)
    if (!person?.mail || person.disabled || !kept) continue
    if (isQuiet(now, timeZone, kept.quietFrom, kept.quietUntil)) continue
    const choices = choicesWithin(person, kept)
    const pause = await pauseBefore(store.db, choices, { lastAt, now })
    if (pause === null) continue
    const to = { name: person.name, address: person.mail }
    await store.transaction(now, async (tx) => {
      const taken = await tx.rows
        .updateTable('waiting_choices')
        .set({ last_at: now })
        .where('person_id', '=', person.id)
        .where((w) => w.or([w('last_at', 'is', null), w('last_at', '<=', now - pause)]))
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

/** So long after the last letter a new legal notice is worth another, in milliseconds. */
const FOR_NOTICES = 10 * MINUTE

/** How long the last letter has to be ago for what is to be told now; null where nothing is. */
async function pauseBefore(
  db: Database,
  choices: WaitingChoices,
  since: { lastAt: number | null; now: number },
): Promise<number | null> {
  if (await isNoticeDue(db, choices, since)) return FOR_NOTICES
  if (since.lastAt !== null && since.lastAt > since.now - HOUR) return null
  const isDue = (await areCommentsDue(db, choices, since.now)) || (await isThresholdPassed(db, choices, since))
  return isDue ? HOUR : null
}

/** The letter as it leaves; none where all of it was decided meanwhile, or the person may not any more. */
export const composeWaiting =
  (store: Store, place: () => Promise<LetterPlace>): Compose =>
  async ({ about, to }, now) => {
    const [person, kept] = await Promise.all([
      readPerson(store.db, about ?? ''),
      readWaitingChoices(store.db, about ?? ''),
    ])
    if (!person || !kept || person.disabled || person.mail !== to.address) return null
    const waiting = await readWaitingFor(store.db, choicesWithin(person, kept), now)
    if (waiting.count === 0 && Object.keys(waiting.counts).length === 0) return null
    const site = await place()
    // A link that decides on comments, for who may.
    const token =
      waiting.count === 0
        ? ''
        : await store.transaction(now, (tx) => makeMailLink(tx, { purpose: 'waiting', personId: person.id }))
    return waitingLetter(site, waiting, {
      list: `${site.url}/newsroom/waiting/${token}`,
      queue: `${site.url}/newsroom/review`,
      choices: `${site.url}/newsroom/notices`,
    })
  }

/** Comments only where there are as many as was asked for, and of all else what has passed its threshold. */
async function readWaitingFor(db: Database, choices: WaitingChoices, now: number): Promise<Waiting> {
  const { minutes, atLeast } = choices.comments ?? usualWaiting
  const [all, counts, notices] = await Promise.all([
    choices.comments === null ? [] : countWaitingByStory(db, now - minutes * MINUTE),
    countPassed(db, choices, now),
    choices.kinds.reports ? objectionsOf(db, 'notices') : null,
  ])
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
    counts: { ...counts, ...(notices && notices.count > 0 ? { notices: notices.count } : {}) },
  }
}
