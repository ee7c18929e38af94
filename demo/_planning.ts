/** What the newsroom means to do in these days: how far each story of the plan has come, and which ones wait for their time. */
import { putUnderEmbargo } from '../src/embargo/index.ts'
import { addPlan, dayAfter, type Plan } from '../src/planning/index.ts'
import { scheduleStory } from '../src/schedule/index.ts'
import { createStory, dayIn, listDrafts, readDraft } from '../src/story/index.ts'
import { momentsOf } from '../src/text/index.ts'
import { type Mark, markStory } from '../src/workflow/index.ts'
import { STAFF, type Who } from './_people.ts'
import { contentOf } from './_press.ts'
import { EMBARGOED, SCHEDULED } from './_stories-to-come.ts'
import type { TownStory } from './_town-story.ts'
import type { PublishedStory, World } from './_world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const TIME_ZONE = 'Europe/London'

type Said = Partial<Pick<Plan, 'slot' | 'section' | 'deadline' | 'words'>> & { photographer?: Who | string }

/** Stories that are out, by how their headlines begin. Each was meant for the day it came out on. */
const OUT: Record<string, Said> = {
  'Bins every three weeks': { slot: 'morning', words: 350 },
  'Town go up': { slot: 'evening', words: 600, photographer: 'Tilda Morrow' },
  'Phones stay': { slot: 'midday', words: 500, deadline: '11:00' },
  'Otters are back': { slot: 'morning', words: 400, photographer: 'second' },
  'Council votes': { slot: '', words: 700 },
}

/** Drafts, by how their headlines begin: days from today, and what the deputy says of them. */
const BEGUN: Record<string, Said & { in: number; mark?: Mark; toWriter?: string }> = {
  'What the car park fund': { in: 0, slot: 'evening', words: 450, deadline: '17:00', mark: 'ready' },
  'Brewery wants': { in: 1, slot: 'midday', words: 400, deadline: '11:00', photographer: 'Tilda Morrow' },
  'A hay wagon': { in: 2, slot: 'evening', words: 300, mark: 'checked' },
  'Two signatures': {
    ...{ in: 3, slot: 'evening', words: 800, deadline: '16:00', mark: 'back' },
    toWriter: 'Five treasurers, and none has a name. Two would do.',
  },
}

/** What nobody has begun. */
const LINES: readonly (Said & { headline: string; in: number | null; writer?: Who })[] = [
  { headline: 'Ferry bell: what the committee heard', in: 0, slot: 'evening', section: 'Council', writer: 'reporter' },
  {
    ...{ headline: 'Bread prices: two bakeries, one street', in: 2, slot: 'midday', section: 'Work & School' },
    ...{ writer: 'deputy', photographer: 'reporter', words: 700, deadline: '11:00' },
  },
  { headline: 'The boatyard, second reading', in: 7, slot: 'evening', section: 'Council', writer: 'reporter' },
  { headline: 'Fifty years of the regatta, in ten pictures', in: 8, section: 'Sport & Culture', words: 900 },
  { headline: 'What became of the old signal box?', in: null },
]

export function planTheWeek(world: World, find: (start: string) => PublishedStory): void {
  const { store, timeline, end, staff } = world
  const today = dayIn(TIME_ZONE, end)
  const fieldsOf = ({ photographer = '', ...said }: Said) => {
    const isStaff = photographer in staff
    return {
      ...{ slot: '' as const, section: '', deadline: '', words: null, ...said },
      photographerId: isStaff ? staff[photographer as Who] : null,
      photographer: isStaff ? '' : photographer,
    }
  }
  /** With its writer and section from the story that is there already. */
  const addStory = async (storyId: string, day: string, said: Said, now: number) => {
    const draft = await readDraft(store.db, storyId)
    if (!draft) throw new Error('a story of the plan is not there')
    const { headline, section } = draft.content
    const fields = { ...fieldsOf({ section, ...said }), headline, day, writerId: draft.createdBy }
    await addPlan(store, { fields, storyId, by: staff.deputy }, now)
    return draft
  }

  for (const [start, said] of Object.entries(OUT)) {
    const story = find(start)
    const day = dayIn(TIME_ZONE, story.publishedAt)
    timeline.at(story.publishedAt - 2 * HOUR, async (now) => void (await addStory(story.id, day, said, now)))
  }
  for (const [index, { headline, in: days, writer, ...said }] of LINES.entries()) {
    timeline.at(end - 5 * HOUR + index, async (now) => {
      const day = days === null ? '' : dayAfter(today, days)
      const fields = { ...fieldsOf(said), headline, day, writerId: writer ? staff[writer] : null }
      await addPlan(store, { fields, by: staff.deputy }, now)
    })
  }
  for (const [index, [start, begun]] of Object.entries(BEGUN).entries()) {
    timeline.at(end - 2 * HOUR + index * MINUTE, async (now) => {
      const { in: days, mark, toWriter = '', ...said } = begun
      const story = (await listDrafts(store.db)).find(({ content }) => content.headline.startsWith(start))
      if (!story) throw new Error(`no draft begins with “${start}”`)
      const { id, number, createdBy } = await addStory(story.id, dayAfter(today, days), said, now)
      const marks: [Mark, string][] = mark ? [['ready', createdBy ?? staff.deputy]] : []
      if (mark && mark !== 'ready') marks.push([mark, staff.deputy])
      for (const [i, [each, by]] of marks.entries()) {
        const asked = { storyId: id, mark: each, number, words: each === 'back' ? toWriter : '', by }
        const marked = await markStory(store, asked, now + 1 + i)
        if ('problem' in marked) throw new Error(marked.problem)
      }
    })
  }

  /** Written today for a day to come; what is to happen with it then is settled by `settle`. */
  const finish = (
    story: TownStory,
    { who, at, days, said }: { who: Who; at: number; days: number; said: Said },
    settle: (storyId: string, now: number) => Promise<{ problem: string } | null>,
  ) =>
    timeline.at(at, async (now) => {
      const content = contentOf(story, STAFF[who].byline)
      const id = await createStory(store, { content, by: staff[who], commentsOpen: true }, now)
      await addStory(id, dayAfter(today, days), said, now + 1)
      const refused = await settle(id, now + 2)
      if (refused) throw new Error(refused.problem)
    })
  const timeOn = (days: number, time: string): number => {
    const [moment] = momentsOf(`${dayAfter(today, days)}T${time}`, TIME_ZONE) ?? []
    if (moment === undefined) throw new Error(`clocks do not show ${time} that day`)
    return moment
  }
  const change = { kind: '', cause: '' }
  finish(
    SCHEDULED,
    { who: 'second', at: end - 100 * MINUTE, days: 1, said: { slot: 'morning', words: 150 } },
    (storyId, now) => scheduleStory(store, { storyId, at: timeOn(1, '06:30'), by: staff.editor, change }, now),
  )
  finish(
    EMBARGOED,
    { who: 'reporter', at: end - 80 * MINUTE, days: 2, said: { slot: 'morning', words: 200 } },
    (storyId, now) => putUnderEmbargo(store, { storyId, until: timeOn(2, '00:01'), by: staff.deputy, change }, now),
  )
}
