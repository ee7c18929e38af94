/** Stories as fronts show them: with their pictures, what they are filed under, and their comments counted. */
import { countComments } from '../../../discussion/index.ts'
import { readFilings } from '../../../paper/index.ts'
import type { PublishedStory } from '../../../story/index.ts'
import type { Web } from '../../context.ts'
import type { Tag } from '../../kit/page-cache.ts'
import { withCardPictures } from '../kit/pictures.ts'
import type { StorySummary } from '../kit/props.ts'
import { sectionOf } from './cards.tsx'

/** Three statements, however many stories; none where there are none. */
export const summariesOf = async (web: Web, stories: readonly PublishedStory[]): Promise<StorySummary[]> =>
  withCounts(web, await cardsOf(web, stories))

/** The same with no comments counted: two statements. */
export async function cardsOf(web: Web, stories: readonly PublishedStory[]): Promise<StorySummary[]> {
  const { db } = web.store
  const filings = await readFilings(
    db,
    stories.map(({ id }) => id),
  )
  const summaries = stories.map((story) => ({ ...story, comments: 0, filed: filings.get(story.id) ?? [] }))
  return withCardPictures(db, summaries, portraitOf)
}

/** The same stories with their comments as they are counted now: one statement. */
export async function withCounts(web: Web, stories: readonly StorySummary[]): Promise<StorySummary[]> {
  const counts = await countComments(
    web.store.db,
    stories.map(({ id }) => id),
  )
  return stories.map((story) => ({ ...story, comments: counts.get(story.id) ?? 0 }))
}

/** The library's picture of who wrote an opinion or an analysis. */
function portraitOf(story: StorySummary): string | null {
  const tone = sectionOf(story)?.tone ?? 'news'
  if (tone === 'news') return null
  return story.filed.find(({ kind, term }) => kind === 'author' && term?.pictureId)?.term?.pictureId ?? null
}

/** What makes the count beside a story's headline stale. */
export const countOf = ({ id }: Pick<PublishedStory, 'id'>): Tag => `discussion:${id}`
