/** The versions of a story that readers can compare. */
import { readLastActs } from '../people/index.ts'
import type { Database } from '../store/index.ts'
import { readVersions, type StoryContent } from '../story/index.ts'
import type { ChangeKind } from './kinds.ts'

/** The act by which a story is taken off the site: what was public before is not any more. */
export const TAKEN_DOWN = 'story.unpublished'

export interface PublicVersion {
  number: number
  /** Milliseconds since the epoch. */
  at: number
  /** What the newsroom said of the change; null for the first version, and where it said nothing. */
  kind: ChangeKind | null
  cause: string
  /** Null where they are withheld: a retraction does so, of itself and all before it, and so does taking the story off the site, of all before that. */
  content: StoryContent | null
}

/** All versions of a story that is on the site, the newest first; none of any other. */
export async function readPublicVersions(db: Database, storyId: string): Promise<PublicVersion[]> {
  const row = await db.selectFrom('published_stories').select('number').where('id', '=', storyId).executeTakeFirst()
  if (!row) return []
  const [versions, takenDown, records] = await Promise.all([
    readVersions(db, storyId),
    readLastActs(db, { act: TAKEN_DOWN, about: [storyId] }),
    db.selectFrom('corrections').select(['version', 'kind', 'cause']).where('story_id', '=', storyId).execute(),
  ])
  const takenDownAt = takenDown.get(storyId) ?? null
  const recordOf = new Map(records.map((record) => [record.version, record]))
  const retracted = Math.max(0, ...records.filter(({ kind }) => kind === 'retraction').map(({ version }) => version))
  const isWithheld = (number: number, at: number) =>
    number <= retracted || (number < row.number && takenDownAt !== null && at <= takenDownAt)
  return versions
    .filter(({ number }) => number <= row.number)
    .map(({ number, content, publishedAt }) => ({
      number,
      at: publishedAt,
      kind: recordOf.get(number)?.kind ?? null,
      cause: recordOf.get(number)?.cause ?? '',
      content: isWithheld(number, publishedAt) ? null : content,
    }))
}

/** What its newest version says of a story that is on the site: that it was retracted, or corrected at some time. */
export async function readVerdict(db: Database, storyId: string): Promise<'' | 'corrected' | 'retracted'> {
  const rows = await db
    .selectFrom('corrections as k')
    .innerJoin('published_stories as s', 's.id', 'k.story_id')
    .select(['k.kind', 'k.version', 's.number'])
    .where('k.story_id', '=', storyId)
    .execute()
  if (rows.some(({ kind, version, number }) => kind === 'retraction' && version === number)) return 'retracted'
  return rows.some(({ kind }) => kind === 'correction') ? 'corrected' : ''
}
