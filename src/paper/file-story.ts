/** Keeps what a published story is filed under, in the transaction that publishes it. */
import { type Transaction, takeTurns } from '../store/index.ts'
import { authorsOf } from './authors-of.ts'
import { findTermByKey } from './read-terms.ts'
import { LONGEST_NAME, type TermKind, termKey } from './term.ts'
import { insertTerm } from './term-rows.ts'

export interface Filing {
  section: string
  topics: readonly string[]
  byline: string
}

/** A section or topic that nobody knows yet is made; an author has a page only once an editor makes one. */
export async function fileStory(tx: Transaction, story: FiledStory): Promise<void> {
  // Nobody gives up a section while a story is put into it.
  await takeTurns(tx, 'paper')
  await unfileStory(tx, story.storyId)
  await insertFilings(tx, [story])
}

interface FiledStory {
  storyId: string
  filing: Filing
  publishedAt: number
}

/** The same of many stories that were never filed before. */
export async function fileNewStories(tx: Transaction, stories: readonly FiledStory[]): Promise<void> {
  await takeTurns(tx, 'paper')
  await insertFilings(tx, stories)
}

async function insertFilings(tx: Transaction, stories: readonly FiledStory[]): Promise<void> {
  const named = stories.flatMap(({ storyId, filing, publishedAt }) =>
    namesOf(filing).map((one, place) => ({ ...one, storyId, place, publishedAt })),
  )
  if (named.length === 0) return
  await tx.rows
    .insertInto('story_terms')
    .values(
      named.map(({ storyId, kind, key, name, place, publishedAt }) => ({
        story_id: storyId,
        kind,
        key,
        name,
        place,
        published_at: publishedAt,
      })),
    )
    .execute()
  const terms = new Map(named.filter(({ kind }) => kind !== 'author').map((one) => [`${one.kind} ${one.key}`, one]))
  for (const one of terms.values()) await makeWhereMissing(tx, one)
}

/** For a story that is taken off the site. */
export async function unfileStory(tx: Transaction, storyId: string): Promise<void> {
  await tx.rows.deleteFrom('story_terms').where('story_id', '=', storyId).execute()
}

interface Named {
  kind: TermKind
  key: string
  name: string
}

/** More topics or authors than any story has: what an import takes for a byline may be a whole text. */
const MOST_NAMES = 50

/** In the story's order, each once; a name without letters or figures is none. */
function namesOf({ section, topics, byline }: Filing): Named[] {
  const all = [
    { kind: 'section' as const, name: section },
    ...topics.slice(0, MOST_NAMES).map((name) => ({ kind: 'topic' as const, name })),
    ...authorsOf(byline)
      .slice(0, MOST_NAMES)
      .map((name) => ({ kind: 'author' as const, name })),
  ]
  const named = new Map<string, Named>()
  for (const { kind, name } of all) {
    const key = termKey(name)
    if (key !== '' && !named.has(`${kind} ${key}`)) named.set(`${kind} ${key}`, { kind, key, name: name.trim() })
  }
  return [...named.values()]
}

async function makeWhereMissing(tx: Transaction, { kind, key, name }: Named): Promise<void> {
  if (await findTermByKey(tx.rows, kind, key)) return
  await insertTerm(tx, { kind, name: name.slice(0, LONGEST_NAME) }, key)
  // A menu that fills itself names a new section on every page; a new topic is named by its stories alone.
  if (kind === 'section') await tx.say({ kind: 'paper.changed' })
}
