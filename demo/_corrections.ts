/** What readers said was wrong in stories: one is corrected in the open and answered, the others wait. */
import { publishChange } from '../src/corrections/index.ts'
import { readDraft, type StoryContent, saveDraft } from '../src/story/index.ts'
import { answerTickets, takeTicket } from '../src/tickets/index.ts'
import type { PublishedStory, World } from './_world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

export function planCorrections(world: World, find: (start: string) => PublishedStory): void {
  const { store, timeline, staff, end } = world
  const swans = find('Swans')
  timeline.at(swans.publishedAt + 18 * HOUR, async (now) => {
    const ticketId = await reported(world, swans, { quote: 'The pair has five eggs.', words: SEVEN_EGGS }, now)
    timeline.at(now + 2 * HOUR, (then) => reworded(world, swans.id, 'five eggs', 'seven eggs', then))
    timeline.at(now + 2 * HOUR + MINUTE, async (then) => {
      const change = { kind: 'correction', cause: 'We wrote that the pair has five eggs. It has seven.' }
      const published = await publishChange(store, { id: swans.id, by: staff.editor, change }, then)
      if ('problem' in published) throw new Error(published.problem)
      const answer = { ticketIds: [ticketId], kind: 'corrected', note: '', version: 2, by: staff.editor }
      const answered = await answerTickets(store, answer, then + 1)
      if (!answered.answered) throw new Error(answered.sentence)
    })
  })

  const water = find('Water will be')
  timeline.at(end - 3 * HOUR, async (now) => {
    await reported(world, water, { quote: '312 houses', words: 'The company’s notice says 321.' }, now)
  })
  // Mended in the draft, and not published yet.
  timeline.at(end - 2 * HOUR, (now) => reworded(world, water.id, '312 houses', '321 houses', now))
  const bridge = find('The footbridge is open')
  timeline.at(end - 5 * HOUR, async (now) => {
    await reported(world, bridge, { quote: 'forty-two steps', words: FORTY_FOUR_STEPS }, now)
  })
}

const SEVEN_EGGS = 'There are seven. I have photographs, and he did not like me taking them.'
const FORTY_FOUR_STEPS = 'It is forty-four. I counted them twice, the second time with shopping.'

/** A ticket on a story as it was published first; answers its id. */
async function reported(
  { store, signing, mailKeys }: World,
  { id }: PublishedStory,
  said: { quote: string; words: string },
  now: number,
): Promise<string> {
  const form = { ...said, passage: '', source: '', mail: '' }
  const token = signing.formToken(now - MINUTE)
  const posted = { storyId: id, version: 1, form, token, address: '10.249.0.7' }
  const result = await takeTicket(store, { signing, mail: mailKeys }, posted, now)
  if (result.kind !== 'taken') throw new Error(`a ticket was not taken: ${JSON.stringify(result)}`)
  return result.ticketId
}

async function reworded({ store, staff }: World, id: string, from: string, to: string, now: number): Promise<void> {
  const draft = await readDraft(store.db, id)
  if (!draft) throw new Error('there is no such story')
  const content = JSON.parse(JSON.stringify(draft.content).replaceAll(from, to)) as StoryContent
  await saveDraft(store, { storyId: id, base: draft.number, content, by: staff.deputy }, now)
}
