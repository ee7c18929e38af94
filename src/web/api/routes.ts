/** What programs read: published stories, approved comments and who said what, as JSON. docs/contracts/api.md has each field. */
import type { Hono } from 'hono'
import { readDiscussion } from '../../discussion/index.ts'
import { errorMessages as m } from '../../messages/index.ts'
import { listPublished } from '../../story/index.ts'
import type { Env, Web } from '../context.ts'
import { addArchiveApiRoutes } from './archive-routes.ts'
import { addCoralRoutes } from './coral-routes.ts'
import { answerJson } from './json.ts'
import { addOembedRoutes } from './oembed-routes.ts'
import { askedStory, discussionOf, storyLines, wholeStory } from './shown.ts'
import { addV1Routes } from './v1/v1-routes.ts'

const LIST = 50

export function addApiRoutes(app: Hono<Env>, web: Web): void {
  app.get('/api/stories', (c) =>
    answerJson(web, c, m.noStory, async () => {
      const stories = await listPublished(web.store.db, { limit: LIST })
      return {
        value: { stories: await storyLines(web, stories) },
        tags: ['lists', ...stories.map(({ id }) => `story:${id}` as const)],
      }
    }),
  )
  app.get('/api/stories/:id', (c) =>
    answerJson(web, c, m.noStory, async () => {
      const story = await askedStory(web, c)
      return story && { value: await wholeStory(web, story), tags: [`story:${story.id}`] }
    }),
  )
  app.get('/api/stories/:id/comments', (c) =>
    answerJson(web, c, m.noStory, async () => {
      const story = await askedStory(web, c)
      return (
        story && {
          value: discussionOf(await readDiscussion(web.store.db, story.id)),
          tags: [`story:${story.id}`, `discussion:${story.id}`],
        }
      )
    }),
  )
  addArchiveApiRoutes(app, web)
  addV1Routes(app, web)
  addOembedRoutes(app, web)
  addCoralRoutes(app, web)
}
