/** A story as readers would see it. */
import type { Draft, StoryContent } from '../../../story/index.ts'
import type { Call, Web } from '../../context.ts'
import { withAttached } from '../../site/kit/attached.ts'
import { withItsPictures } from '../../site/kit/pictures.ts'
import { readSite } from '../../site/kit/site.ts'
import { renderStoryPage } from '../../site/story/story-page.tsx'

/** With the draft's words, or with those given: of a version that waits, which says until when. */
export async function previewPage(
  web: Web,
  c: Call,
  draft: Draft,
  held?: { content: StoryContent; until: number },
): Promise<Response> {
  const at = draft.firstPublishedAt ?? held?.until ?? web.now()
  const story = {
    id: draft.id,
    path: draft.path ?? `/newsroom/stories/${draft.id}/preview`,
    version: 0,
    firstPublishedAt: at,
    updatedAt: at,
    content: held?.content ?? draft.content,
  }
  const [dressed = story] = await withAttached(web.store.db, web.url(), [await withItsPictures(web.store.db, story)])
  return c.html(
    renderStoryPage({
      site: await readSite(web),
      story: dressed,
      discussion: { count: 0, threads: [] },
      commentsOpen: false,
      preview: held ? { until: held.until } : true,
    }),
  )
}
