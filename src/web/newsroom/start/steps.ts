/** How far a new newsroom has come. */
import { readLook } from '../../../look/index.ts'
import { staffMessages } from '../../../messages/index.ts'
import { listPeople, may, type Person } from '../../../people/index.ts'
import { type Database, readSetting } from '../../../store/index.ts'
import { defaultSiteSettings, hasStories, readPublishedById, readSiteSettings } from '../../../story/index.ts'
import { readWaysIn, type WaysIn } from './ways-in.ts'

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

/** How many of the steps are done, for whoever is to be reminded of them; null for all others, and once all are done. */
export async function stepsLeft(db: Database, person: Person): Promise<{ done: number; of: number } | null> {
  if (!(await remindsOf(db, person))) return null
  const { done } = await readProgress(db, person)
  const count = STEPS.filter((step) => done[step]).length
  return count === STEPS.length ? null : { done: count, of: STEPS.length }
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
