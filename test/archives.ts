/** Published stories whose readings are made by hand. */
import { recordReading } from '../src/archive/index.ts'
import { addPerson } from '../src/people/index.ts'
import type { Reading, ReadingText } from '../src/reading/index.ts'
import type { Store } from '../src/store/index.ts'
import {
  createStory,
  emptyContent,
  publish,
  readDraft,
  type StoryContent,
  saveDraft,
  setWhoSaysSo,
} from '../src/story/index.ts'
import { readingByHand, type Said, textByHand } from './readings.ts'

export const DAY = 86_400_000

export interface StoryByHand {
  headline?: string
  /** Each block's words by its id. */
  blocks: Record<string, string>
  said: readonly Said[]
  /** "person: Ada Harbour, mayor" */
  names?: readonly string[]
}

export interface RecordedStory {
  id: string
  path: string
  text: ReadingText
  reading: Reading
}

/** Publishes a story (again, where `id` names one) and keeps the reading made by hand of it; readers see it unless `shown` is false. */
export async function record(
  store: Store,
  story: StoryByHand,
  now: number,
  { id: known, shown = true, read = true }: { id?: string; shown?: boolean; read?: boolean } = {},
): Promise<RecordedStory> {
  const headline = story.headline ?? 'What was said'
  const content: StoryContent = {
    ...emptyContent,
    headline,
    body: Object.entries(story.blocks).map(([id, text]) => ({ id, type: 'paragraph' as const, text })),
  }
  const id = known ?? (await createStory(store, { content, by: null, commentsOpen: true }, now))
  if (known !== undefined) {
    const base = (await readDraft(store.db, known))?.number ?? 0
    await saveDraft(store, { storyId: known, base, content, commentsOpen: true, by: 'ada' }, now)
  }
  const result = await publish(store, { id, by: null }, now)
  if ('problem' in result) throw new Error(result.problem)
  const text = textByHand({ '@headline': headline, ...story.blocks }, new Date(now).toISOString().slice(0, 10))
  const reading = readingByHand(text, story.said, story.names)
  if (read) {
    await store.transaction(now, (tx) => recordReading(tx, { storyId: id, version: result.version, text, reading }))
  }
  if (known === undefined) await setWhoSaysSo(store, id, shown, null, now)
  return { id, path: result.path, text, reading }
}

/** Someone who may correct; answers their id. */
export async function anEditor(store: Store, now: number): Promise<string> {
  const person = await addPerson(store, { name: 'Ada', mail: null, switches: ['write', 'publish'] }, now)
  if ('problem' in person) throw new Error(person.problem)
  return person.id
}
