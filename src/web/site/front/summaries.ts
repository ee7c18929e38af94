/** Stories as fronts show them: with their pictures, and their comments counted. */
import { countComments } from '../../../discussion/index.ts'
import type { PublishedStory } from '../../../story/index.ts'
import type { Web } from '../../context.ts'
import { withPictures } from '../kit/pictures.ts'
import type { StorySummary } from '../kit/props.ts'

export async function summariesOf(web: Web, stories: readonly PublishedStory[]): Promise<StorySummary[]> {
  const { db } = web.store
  const counts = await countComments(
    db,
    stories.map(({ id }) => id),
  )
  return (await withPictures(db, stories)).map((story) => ({ ...story, comments: counts.get(story.id) ?? 0 }))
}

/** What makes the count beside a story's headline stale. */
export const countOf = ({ id }: PublishedStory) => `discussion:${id}` as const
