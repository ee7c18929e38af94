/** The story that pages are measured with: 1,200 words, comments that were approved, pictures of the library. */
import { postComment, signingWith } from '../src/discussion/index.ts'
import { decide } from '../src/moderation/decisions/index.ts'
import { readQueue } from '../src/moderation/queue/index.ts'
import { addPerson, ROLES } from '../src/people/index.ts'
import { readSecret, type Store } from '../src/store/index.ts'
import { createStory, emptyContent, newBlockId, publish } from '../src/story/index.ts'
import { generator, SYLLABLES } from './_words.ts'

const PARAGRAPHS = 24
const chance = generator(1)
const word = () =>
  Array.from(
    { length: 1 + Math.floor(chance() * 3) },
    () => SYLLABLES[Math.floor(chance() ** 2 * SYLLABLES.length)],
  ).join('')

export const someWords = (count: number): string => Array.from({ length: count }, word).join(' ')

const pictureOf = (src: string) => ({ src, alt: someWords(8), caption: someWords(14), credit: 'Bench', rights: '' })

/** `pictures`: their addresses; the first leads, the others stand among the paragraphs. */
export async function longStory(
  store: Store,
  { comments, pictures }: { comments: number; pictures: readonly string[] },
): Promise<{ id: string; path: string }> {
  const [lead, ...others] = pictures
  const paragraphs = Array.from({ length: PARAGRAPHS }, (_, i) => ({
    id: newBlockId(),
    type: 'paragraph' as const,
    text: `${i}. The ${someWords(48)}.`,
  }))
  const figures = others.map((src) => ({ id: newBlockId(), type: 'figure' as const, picture: pictureOf(src) }))
  const content = {
    ...emptyContent,
    headline: 'The harbour board votes to dredge',
    standfirst: someWords(24),
    byline: 'By the bench',
    section: 'Harbour',
    picture: lead === undefined ? null : pictureOf(lead),
    body: paragraphs.flatMap((paragraph, i) => [
      paragraph,
      ...(i % 5 === 4 ? figures.slice((i - 4) / 5, (i + 1) / 5) : []),
    ]),
  }
  const id = await createStory(store, { content, by: null, commentsOpen: true }, Date.now())
  const published = await publish(store, { id, by: null }, Date.now())
  if ('problem' in published) throw new Error(published.problem)
  const signing = signingWith(await readSecret(store, Date.now()))
  for (let i = 0; i < comments; i++) {
    const token = signing.formToken(Date.now() - 60_000)
    const form = { name: `Reader ${i}`, mail: '', text: someWords(40) }
    const sent = { storyId: id, parentId: null, form, honeypot: '', token, address: `10.1.${i}.1` }
    const result = await postComment(store, signing, sent, Date.now())
    if (result.kind !== 'posted') throw new Error('a comment of the bench was not taken')
  }
  const person = await addPerson(store, { name: 'Bench', mail: null, switches: ROLES.moderator }, Date.now())
  if ('problem' in person) throw new Error(person.problem)
  for (const item of await readQueue(store.db, { limit: comments + 5 })) {
    await decide(store, { revisionId: item.revisionId, action: 'approve', reason: null, by: person.id }, Date.now())
  }
  return { id, path: published.path }
}
