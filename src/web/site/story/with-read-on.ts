/** A story as its page is drawn: with its pictures, and with what there is to read after it. */
import type { PublishedStory } from '../../../story/index.ts'
import type { Web } from '../../context.ts'
import { withAttached } from '../kit/attached.ts'
import { withPictures } from '../kit/pictures.ts'
import type { ReadOnView } from '../kit/props.ts'
import { relatedStories } from './related.ts'

const RELATED = 3

/** The pictures of all of them take one statement. */
export async function withReadOn(
  web: Web,
  found: PublishedStory,
): Promise<{ story: PublishedStory; readOn: ReadOnView; shown: PublishedStory[] }> {
  const { db } = web.store
  const { related, next } = await relatedStories(db, found, RELATED)
  const after = next ? [...related, next] : related
  // Of those that come after, nothing of the body shows.
  const [pictured = found, ...others] = await withPictures(db, [found, ...after.map(withoutBody)])
  const [story = pictured] = await withAttached(db, web.url(), [pictured])
  return {
    story,
    readOn: { related: others.slice(0, related.length), next: others[related.length] ?? null },
    shown: after,
  }
}

const withoutBody = (story: PublishedStory): PublishedStory => ({ ...story, content: { ...story.content, body: [] } })
