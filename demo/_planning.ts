/** What the newsroom means to do this week and next, and what colleagues noted on a story that is being written. */
import { addNote, answerNote, setNoteDone } from '../src/notes/index.ts'
import { addPlan, dayAfter, type Plan } from '../src/planning/index.ts'
import { dayIn, listDrafts } from '../src/story/index.ts'
import type { Who } from './_people.ts'
import type { World } from './_world.ts'

const HOUR = 3_600_000
const TIME_ZONE = 'Europe/London'

type Line = Pick<Plan, 'headline' | 'slot' | 'section'> & {
  /** Days from today; null for an idea. */
  in: number | null
  writer?: Who
  photographer?: Who | string
  words?: number
  deadline?: string
}

const LINES: readonly Line[] = [
  {
    ...{ in: 0, slot: 'evening', headline: 'Ferry timetable for the summer', section: 'News' },
    ...{ writer: 'reporter', words: 450, deadline: '17:00' },
  },
  {
    ...{ in: 1, slot: 'morning', headline: 'The slipway reopens: who was first in the water', section: 'News' },
    ...{ writer: 'second', photographer: 'Tilda Morrow', words: 500 },
  },
  {
    ...{ in: 2, slot: 'midday', headline: 'Bread prices, two bakeries, one street', section: 'News' },
    ...{ writer: 'deputy', photographer: 'deputy', words: 700, deadline: '11:00' },
  },
  {
    ...{ in: 7, slot: 'evening', headline: 'Council: the boatyard, second reading', section: 'News' },
    writer: 'reporter',
  },
  { ...{ in: 8, slot: '', headline: 'Fifty years of the regatta, in ten pictures', section: '' }, words: 900 },
  { in: null, slot: '', headline: 'What became of the old signal box?', section: '' },
]

export function planTheWeek({ store, timeline, end, staff }: World): void {
  const today = dayIn(TIME_ZONE, end)
  for (const [index, line] of LINES.entries()) {
    timeline.at(end - 5 * HOUR + index, async (now) => {
      const { photographer = '', writer } = line
      const isStaff = photographer in staff
      const fields = {
        ...{ headline: line.headline, slot: line.slot, section: line.section, deadline: line.deadline ?? '' },
        day: line.in === null ? '' : dayAfter(today, line.in),
        writerId: writer ? staff[writer] : null,
        photographerId: isStaff ? staff[photographer as Who] : null,
        photographer: isStaff ? '' : photographer,
        words: line.words ?? null,
      }
      await addPlan(store, { fields, by: staff.deputy }, now)
    })
  }
  timeline.at(end - 3 * HOUR, async (now) => {
    const draft = (await listDrafts(store.db)).find(
      ({ state, content }) => state === 'draft' && content.headline !== '',
    )
    if (!draft) throw new Error('no story is being written')
    const chosen = { place: 'headline', exact: '', prefix: '', suffix: '' }
    const note = async (words: string, by: Who) => {
      const made = await addNote(store, { storyId: draft.id, chosen, words, by: staff[by], byMail: false }, now)
      if ('problem' in made) throw new Error(made.problem)
      return made.id
    }
    await note('Can we say this in fewer words, @Margaret Ashdown?', 'deputy')
    const settled = await note('Is the date right?', 'second')
    const answer = { storyId: draft.id, noteId: settled, words: 'Yes, I rang them.', by: staff.deputy, byMail: false }
    const problem = await answerNote(store, answer, now + 1)
    if (problem) throw new Error(problem.problem)
    await setNoteDone(store, { storyId: draft.id, noteId: settled, done: true, by: staff.deputy }, now + 2)
  })
}
