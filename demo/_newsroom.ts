/**
 * A newsroom in which something of everything has happened in the past weeks.
 * The chance is seeded, so it is the same newsroom each time, but for its dates,
 * which end now, and for ids.
 */
import { generator } from '../bench/_words.ts'
import { mailKeysWith } from '../src/access/index.ts'
import { signingWith } from '../src/discussion/index.ts'
import { decisionLetters } from '../src/letters/index.ts'
import { examineAt } from '../src/moderation/examination/index.ts'
import { trialJob } from '../src/moderation/filters/index.ts'
import { doJobs, readSecret, type Store } from '../src/store/index.ts'
import { keepSiteLetters, type Logger } from '../src/web/index.ts'
import { BANNED_COMMENTS, planBans } from './_bans.ts'
import { planCorrections } from './_corrections.ts'
import { ALIKE_TOGETHER, planManyAlike } from './_many-alike.ts'
import { planNotes } from './_notes.ts'
import { planObjections } from './_objections.ts'
import type { Who } from './_people.ts'
import { planTheWeek } from './_planning.ts'
import { planPress } from './_press.ts'
import { planRules } from './_rules.ts'
import { knowReaders, openNewsroom, sayGoodbye } from './_staff.ts'
import { ANSWERS_TO_READERS, planAnswersToReaders, planTalk } from './_talk.ts'
import { type Timeline, timeline } from './_timeline.ts'
import { planVoices } from './_voices.ts'
import type { PublishedStory, World } from './_world.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const WEEKS = 36 * DAY
const SEED = 1884
const COMMENTS = 400

/** What goes wrong beside the work ends the filling as well. */
const log: Logger = {
  debug() {},
  info() {},
  warn: (facts, sentence) => console.error(sentence, facts),
  error: (facts, sentence) => console.error(sentence, facts),
}

export interface Filling {
  /** Where letters that have left are put. */
  folder: string
  /** Where the site will be reached; letters name it. */
  url: string
}

/** The hours of the demonstration, for whoever opens the store. */
export const hoursUntil = (end: number): Timeline => timeline(end - WEEKS, end)

/** Fills an empty database whose clock is `hours`; answers the ids of the staff. */
export async function fillNewsroom(
  store: Store,
  hours: Timeline,
  end: number,
  { folder, url }: Filling,
): Promise<Record<Who, string>> {
  const secret = await readSecret(store, hours.now())
  const keys = { signing: signingWith(secret), mailKeys: mailKeysWith(secret) }
  const now = () => hours.now()
  const letters = keepSiteLetters(store, {
    mail: { smtp: null, from: { name: '', address: 'newsroom@courant.example' } },
    dataFolder: folder,
    keys: keys.mailKeys,
    composers: decisionLetters({ store, ...keys, url: () => url }),
    url: () => url,
    now,
    log,
    every: DAY,
  })
  const trials = doJobs(store, [trialJob(store, { now, url: () => url })], { log, now })

  const staff = await openNewsroom(store, hours.now())
  const readers = await knowReaders(store, hours.now() + 2 * HOUR)
  const stories: PublishedStory[] = []
  const examine = examineAt(store, { url: () => url })
  const world: World = {
    store,
    timeline: hours,
    end,
    chance: generator(SEED),
    ...keys,
    examine,
    staff,
    readers,
    stories,
  }
  const told = planPress(world, stories)
  const find = (start: string): PublishedStory => {
    const one = told.find(({ story }) => story.headline.startsWith(start))
    if (!one) throw new Error(`no story begins with “${start}”`)
    return one.place
  }
  const voices = planVoices(told, COMMENTS - ALIKE_TOGETHER - BANNED_COMMENTS - ANSWERS_TO_READERS, end, world.chance)
  const outcome = planTalk(world, voices)
  planManyAlike(world, find)
  planObjections(world, outcome)
  planBans(world, find)
  planAnswersToReaders(world, outcome)
  planRules(world, find)
  planCorrections(world, find)
  planTheWeek(world, find)
  planNotes(world)
  hours.at(end - 14 * DAY, (then) => sayGoodbye(store, staff, then))
  for (let at = hours.now() + DAY; at <= end; at += 6 * HOUR) hours.at(at, () => letters.sendNow())

  // Keepers hold no process, so something else has to while they are waited for.
  const held = setInterval(() => {}, DAY)
  try {
    await hours.play()
  } finally {
    await Promise.all([letters.stop(), trials.stop()])
    clearInterval(held)
  }
  return staff
}
