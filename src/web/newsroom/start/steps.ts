/** How far a new newsroom has come. */
import { readLook } from '../../../look/index.ts'
import { staffMessages } from '../../../messages/index.ts'
import { listPeople, may, type Person } from '../../../people/index.ts'
import { defaultSiteSettings, readSiteSettings } from '../../../publication/index.ts'
import { type Database, readSetting } from '../../../store/index.ts'
import { hasStories, readPublishedById } from '../../../story/index.ts'
import { hasWayBack, readWaysIn, type WaysIn } from './ways-in.ts'

export const STEPS = ['you', 'way', 'paper', 'stories', 'invite'] as const
export type Step = (typeof STEPS)[number]

/** The name under which it is kept that nobody is to be reminded any more. */
export const FINISHED = 'first-hour'

export interface Progress {
  done: Record<Step, boolean>
  ways: WaysIn
  /** The story that came with the program, while readers see it. */
  sample: { id: string; headline: string } | null
  colleagues: readonly Person[]
  settings: { name: string; timeZone: string }
  hasLogo: boolean
}

export async function readProgress(db: Database, person: Person): Promise<Progress> {
  const [ways, settings, look, people, sample] = await Promise.all([
    readWaysIn(db, person.id),
    readSiteSettings(db),
    readLook(db),
    listPeople(db),
    readSample(db),
  ])
  const colleagues = people.filter(({ id, disabled }) => id !== person.id && !disabled)
  return {
    done: {
      you: person.name !== staffMessages.firstEditor,
      way: ways.password || ways.passkey,
      paper: settings.name !== defaultSiteSettings.name,
      stories: await hasStories(db, sample?.id),
      invite: colleagues.length > 0,
    },
    ...{ ways, sample, colleagues, hasLogo: look.logo !== '' },
    settings: { name: settings.name, timeZone: settings.timeZone },
  }
}

/** How many of the first steps are done, or that somebody can't sign in again by themselves. */
export type Reminder = { done: number; of: number } | 'no way back'

/** What the home page reminds this person of: the steps while some are open, else a way back in. */
export async function readReminder(db: Database, person: Person): Promise<Reminder | null> {
  if (await remindsOf(db, person)) {
    const { done } = await readProgress(db, person)
    const count = STEPS.filter((step) => done[step]).length
    // The way back is one of the steps.
    return count === STEPS.length ? null : { done: count, of: STEPS.length }
  }
  return (await hasWayBack(db, person.id)) ? null : 'no way back'
}

/** Whether this person is to be reminded of the steps: those who may change settings, until somebody has finished. */
export const remindsOf = async (db: Database, person: Person): Promise<boolean> =>
  may(person, 'settings') && (await readSetting(db, FINISHED)) === null

async function readSample(db: Database): Promise<Progress['sample']> {
  const kept = (await readSetting(db, 'demonstration'))?.value as { story?: string } | true | undefined
  const id = typeof kept === 'object' ? kept.story : undefined
  const story = id === undefined ? null : await readPublishedById(db, id)
  return story && { id: story.id, headline: story.content.headline }
}
