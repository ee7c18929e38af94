/** What colleagues noted on a story that is being written. */
import { addNote, answerNote, setNoteDone } from '../src/notes/index.ts'
import { listDrafts } from '../src/story/index.ts'
import type { Who } from './_people.ts'
import type { World } from './_world.ts'

const HOUR = 3_600_000

export function planNotes({ store, timeline, end, staff }: World): void {
  timeline.at(end - 3 * HOUR, async (now) => {
    const draft = (await listDrafts(store.db)).find(({ content }) => content.headline.startsWith('A hay wagon'))
    if (!draft) throw new Error('no story is being written')
    const chosen = { place: 'headline', exact: '', prefix: '', suffix: '' }
    const note = async (words: string, by: Who) => {
      const made = await addNote(store, { storyId: draft.id, chosen, words, by: staff[by], byMail: false }, now)
      if ('problem' in made) throw new Error(made.problem)
      return made.id
    }
    await note('Can we say this in fewer words, @Margaret Ashdown?', 'deputy')
    const settled = await note('Is it hay, or straw?', 'second')
    const answer = {
      storyId: draft.id,
      noteId: settled,
      words: 'Hay. I rang the farm.',
      by: staff.deputy,
      byMail: false,
    }
    const problem = await answerNote(store, answer, now + 1)
    if (problem) throw new Error(problem.problem)
    await setNoteDone(store, { storyId: draft.id, noteId: settled, done: true, by: staff.deputy }, now + 2)
  })
}
