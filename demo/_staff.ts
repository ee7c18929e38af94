/** The newsroom before anything happens in it: who works there, what the site is called, who is known to it. */

import { setPublicity, wordReason } from '../src/house-rules/index.ts'
import { saveWaitingChoices, setRhythm } from '../src/letters/index.ts'
import { addPerson, makeSignInLink, setDisabled, signIn } from '../src/people/index.ts'
import { changeSiteSettings } from '../src/publication/index.ts'
import { verifyReader } from '../src/readers/index.ts'
import type { Store } from '../src/store/index.ts'
import { orderPaper } from './_paper.ts'
import { STAFF, VERIFIED, type Who } from './_people.ts'

const MINUTE = 60_000

/** Hires everyone, in the course of an hour; answers their ids. */
export async function openNewsroom(store: Store, at: number): Promise<Record<Who, string>> {
  const ids: Partial<Record<Who, string>> = {}
  for (const [i, [who, { name, mail, switches }]] of Object.entries(STAFF).entries()) {
    const person = await addPerson(store, { name, mail, switches }, at + i * MINUTE, ids.editor ?? null)
    if ('problem' in person) throw new Error(person.problem)
    ids[who as Who] = person.id
  }
  const staff = ids as Record<Who, string>
  const later = at + 20 * MINUTE
  // She has been in, so the site prints no link for a first editor.
  await signIn(store, await makeSignInLink(store, staff.editor, later), later, { device: 'Firefox on Linux' })
  const wanted = {
    name: 'The Harrow Ferry Courant',
    tagline: 'News of the town on both banks of the Aske',
    timeZone: 'Europe/London',
    contact: 'newsroom@courant.example',
    houseRule:
      'Write as you would speak to somebody in the queue at the bakery: you will meet again on Friday. A person reads every comment before it appears.',
  }
  await changeSiteSettings(store, { wanted }, staff.editor, later)
  await setPublicity(store, { wanted: { log: true, report: true } }, staff.editor, later + MINUTE)
  const worded = {
    code: 'off-topic',
    title: 'Beside the point',
    sentence: 'It is about something else than this story.',
  }
  const problem = await wordReason(store, { ...worded, law: '' }, staff.editor, later + 2 * MINUTE)
  if (problem) throw new Error(JSON.stringify(problem))
  await store.transaction(later + 3 * MINUTE, (tx) =>
    saveWaitingChoices(tx, staff.moderator, {
      comments: { atLeast: 20, minutes: 60 },
      kinds: { appeals: { atLeast: null, hours: 24 }, reports: { atLeast: null, hours: 4 } },
      quietFrom: 21,
      quietUntil: 7,
    }),
  )
  await orderPaper(store, staff, later + 4 * MINUTE)
  return staff
}

/** Somebody leaves, and can't sign in any more; what they wrote stays theirs. */
export async function sayGoodbye(store: Store, staff: Record<Who, string>, now: number): Promise<void> {
  const problem = await setDisabled(store, staff.former, true, now, staff.editor)
  if (problem) throw new Error(problem.problem)
}

/** Readers whose address is known to be theirs; answers their ids by name. */
export async function knowReaders(store: Store, at: number): Promise<Map<string, string>> {
  const known = new Map<string, string>()
  for (const [i, { name, mail, rhythm }] of VERIFIED.entries()) {
    const reader = await store.transaction(at + i * MINUTE, (tx) => verifyReader(tx, { address: mail, name }))
    await setRhythm(store, reader.id, rhythm, at + i * MINUTE)
    known.set(name, reader.id)
  }
  return known
}
