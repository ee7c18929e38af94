/** A line of the plan, as it is typed, and who may change it. Pure. */
import { planMessages as m } from '../messages/index.ts'
import { may, type Person } from '../people/index.ts'
import { showsSomething } from '../text/index.ts'
import type { PlannedStory } from './story-states.ts'
import { dayAfter, momentOf, startOfDay } from './week.ts'

export const SLOTS = ['morning', 'midday', 'evening'] as const
export type Slot = (typeof SLOTS)[number]

/** What somebody has said of a line. */
export interface PlanFields {
  headline: string
  /** YYYY-MM-DD; empty for an idea without a day. */
  day: string
  slot: Slot | ''
  section: string
  writerId: string | null
  photographerId: string | null
  /** The name of one who is not of the staff; empty where there is none. */
  photographer: string
  words: number | null
  /** HH:MM of its day; empty where there is none. */
  deadline: string
}

export interface Plan extends PlanFields {
  id: string
  number: number
  storyId: string | null
  madeBy: string | null
}

/** The same as a form sends it. */
export type TypedPlan = Record<
  'headline' | 'day' | 'slot' | 'section' | 'writer' | 'photographer' | 'photographerName' | 'words' | 'deadline',
  string
>

export const LONGEST_PLAN = 200
const MOST_WORDS = 50_000

/** A line as it is typed, or a sentence that says what has to be put right. `people` are those who can be chosen. */
export function checkPlan(
  typed: TypedPlan,
  people: readonly Pick<Person, 'id'>[],
): { fields: PlanFields } | { problem: string } {
  const headline = typed.headline.replace(/\s+/g, ' ').trim()
  const [day, deadline, words] = [typed.day.trim(), typed.deadline.trim().slice(0, 5), typed.words.trim()]
  if (!showsSomething(headline)) return { problem: m.noHeadline }
  if (headline.length > LONGEST_PLAN) return { problem: m.longHeadline(LONGEST_PLAN) }
  if (day !== '' && startOfDay(day) === null) return { problem: m.notADay }
  if (deadline !== '' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(deadline)) return { problem: m.notATime }
  if (deadline !== '' && day === '') return { problem: m.deadlineWithoutDay }
  if (words !== '' && !(/^\d{1,5}$/.test(words) && Number(words) >= 1 && Number(words) <= MOST_WORDS))
    return { problem: m.notALength(MOST_WORDS) }
  const photographer = typed.photographerName.replace(/\s+/g, ' ').trim()
  if (photographer.length > LONGEST_PLAN) return { problem: m.longName(LONGEST_PLAN) }
  if (photographer !== '' && typed.photographer !== '') return { problem: m.twoPhotographers }
  const known = (id: string) => people.some((person) => person.id === id)
  if ([typed.writer, typed.photographer].some((id) => id !== '' && !known(id))) return { problem: m.nobody }
  return {
    fields: {
      ...{ headline, day, deadline, section: typed.section.trim().slice(0, LONGEST_PLAN) },
      slot: SLOTS.find((slot) => slot === typed.slot) ?? '',
      writerId: typed.writer || null,
      photographerId: typed.photographer || null,
      photographer,
      words: words === '' ? null : Number(words),
    },
  }
}

/** Whether this person may change the line: their own, one that nobody writes and they made, or anybody's with “edit others”. */
export const mayChangePlan = (person: Person, { writerId, madeBy }: Pick<Plan, 'writerId' | 'madeBy'>): boolean =>
  may(person, 'write') &&
  (may(person, 'edit others') || writerId === person.id || (writerId === null && madeBy === person.id))

/** Whether they may say who writes and photographs: with “edit others” anybody, without it themselves or nobody. */
export function mayChoose(
  person: Person,
  fields: Pick<PlanFields, 'writerId' | 'photographerId'>,
  before?: Pick<PlanFields, 'writerId' | 'photographerId'>,
): boolean {
  if (may(person, 'edit others')) return true
  const isTheirs = (id: string | null, was: string | null | undefined) => id === null || id === person.id || id === was
  return isTheirs(fields.writerId, before?.writerId) && isTheirs(fields.photographerId, before?.photographerId)
}

/** States in which a story is before readers, as it was meant to be. */
const IS_OUT: readonly PlannedStory['state'][] = ['live', 'changed', 'corrected', 'retracted']
/** States in which its writer has done their part. */
const IS_WRITTEN: readonly PlannedStory['state'][] = ['ready', 'checked']

/** Why a line is late: its deadline has passed and it isn't written, or its day is over and it isn't out, nor about to go; null where it isn't late. */
export function latenessOf(
  { day, deadline }: Pick<Plan, 'day' | 'deadline'>,
  story: PlannedStory | null,
  { now, timeZone }: { now: number; timeZone: string },
): 'deadline' | 'day' | null {
  if (day === '') return null
  if (story && (story.goesOut !== null || story.heldUntil !== null || IS_OUT.includes(story.state))) return null
  if (now >= momentOf(dayAfter(day, 1), '00:00', timeZone)) return 'day'
  if (story && IS_WRITTEN.includes(story.state)) return null
  return deadline !== '' && now >= momentOf(day, deadline, timeZone) ? 'deadline' : null
}
