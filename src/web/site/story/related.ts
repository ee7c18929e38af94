/** What else there is to read at the end of a story: what is related to it, and what comes next. */
import { storiesWithItsNames } from '../../../archive/index.ts'
import { olderInSection, storiesFiledAlike } from '../../../paper/index.ts'
import type { Database } from '../../../store/index.ts'
import { listPublished, type PublishedStory, readPublishedByIds } from '../../../story/index.ts'

/** What two stories have in common by having a name, a topic or a section in common; a name that few stories have counts for more. */
const WEIGHTS = { person: 3, organization: 2, place: 1, topic: 3, section: 0.5, author: 0 } as const

export interface ReadOn {
  /** The most alike first; of those that are as much alike, the newest. */
  related: PublishedStory[]
  /** The one before it in its section; where there is none, the one before it in time, and after the first of all the newest. */
  next: PublishedStory | null
}

/**
 * Only what readers see now, never the story itself, and no story twice. Takes
 * from two statements to six, whatever the number of stories.
 */
export async function relatedStories(
  db: Database,
  story: Pick<PublishedStory, 'id' | 'firstPublishedAt' | 'whoSaysSo'>,
  limit: number,
): Promise<ReadOn> {
  const [filed, named] = await Promise.all([
    storiesFiledAlike(db, story.id),
    story.whoSaysSo ? storiesWithItsNames(db, story.id) : [],
  ])
  const shared = [
    ...filed.map(({ storyId, kind, term }) => ({ storyId, kind, of: `${kind} ${term}` })),
    ...named.map(({ storyId, kind, key }) => ({ storyId, kind, of: `${kind} ${key}` })),
  ]
  const ids = mostAlike(shared).slice(0, limit)
  const isBefore = ({ storyId, publishedAt }: { storyId: string; publishedAt: number }) =>
    publishedAt < story.firstPublishedAt || (publishedAt === story.firstPublishedAt && storyId < story.id)
  const inSection = filed.filter(({ kind }) => kind === 'section')
  const older = inSection
    .filter((one) => isBefore(one) && !ids.includes(one.storyId))
    .sort((a, b) => b.publishedAt - a.publishedAt || (a.storyId < b.storyId ? 1 : -1))
    .map(({ storyId }) => storyId)
  // Deep in the archive, those before it are not among the newest of the section.
  const before =
    older.length > 0 || inSection.length === 0
      ? older
      : (await olderInSection(db, story.id, limit + 1)).filter((id) => !ids.includes(id))
  const [nextId] = before
  const found = await readPublishedByIds(db, nextId === undefined ? ids : [...ids, nextId])
  const next = found.find(({ id }) => id === nextId) ?? null
  const related = found.filter(({ id }) => ids.includes(id))
  return { related, next: next ?? (await nextInTime(db, story, ids)) }
}

/** By how much each has in common with the story; ids grow with time, so the newest of equals comes first. */
function mostAlike(shared: readonly { storyId: string; kind: keyof typeof WEIGHTS; of: string }[]): string[] {
  const stories = new Map<string, number>()
  for (const { of } of shared) stories.set(of, (stories.get(of) ?? 0) + 1)
  const scores = new Map<string, number>()
  for (const { storyId, kind, of } of shared)
    scores.set(storyId, (scores.get(storyId) ?? 0) + WEIGHTS[kind] / Math.log2(1 + (stories.get(of) ?? 1)))
  return [...scores].sort(([one, a], [other, b]) => b - a || (one < other ? 1 : -1)).map(([storyId]) => storyId)
}

async function nextInTime(
  db: Database,
  story: Pick<PublishedStory, 'id' | 'firstPublishedAt'>,
  taken: readonly string[],
): Promise<PublishedStory | null> {
  const isNew = ({ id }: PublishedStory) => id !== story.id && !taken.includes(id)
  const before = await listPublished(db, { before: story, limit: taken.length + 1 })
  return before.find(isNew) ?? (await listPublished(db, { limit: taken.length + 2 })).find(isNew) ?? null
}
