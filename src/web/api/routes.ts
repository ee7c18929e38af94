/** What programs read: published stories, approved comments and who said what, as JSON. docs/contracts/api.md has each field. */
import type { Hono } from 'hono'
import { readNotices } from '../../corrections/index.ts'
import { readDiscussion } from '../../discussion/index.ts'
import { readPictures } from '../../media/index.ts'
import { errorMessages as m } from '../../messages/index.ts'
import { isId } from '../../store/index.ts'
import { listPublished, type PublishedStory, picturesOf, readPublishedById } from '../../story/index.ts'
import type { Call, Env, Web } from '../context.ts'
import { addArchiveApiRoutes } from './archive-routes.ts'
import { answerJson } from './json.ts'
import { addOembedRoutes } from './oembed-routes.ts'
import { discussionOf, pictureOf, storyOf } from './shown.ts'
import { addV1Routes } from './v1/v1-routes.ts'

const LIST = 50

export function addApiRoutes(app: Hono<Env>, web: Web): void {
  app.get('/api/stories', (c) =>
    answerJson(web, c, m.noStory, async () => {
      const stories = await listPublished(web.store.db, { limit: LIST })
      const notices = await readNotices(web.store.db, stories)
      return {
        value: { stories: stories.map((story) => storyOf(web, story, notices.get(story.id))) },
        tags: ['lists', ...stories.map(({ id }) => `story:${id}` as const)],
      }
    }),
  )
  app.get('/api/stories/:id', (c) =>
    answerJson(web, c, m.noStory, async () => {
      const story = await readStory(web, c)
      if (!story) return null
      const { content } = story
      const [notices, pictures] = await Promise.all([
        readNotices(web.store.db, [story]),
        readPictures(web.store.db, picturesOf(content)),
      ])
      const value = {
        ...storyOf(web, story, notices.get(story.id)),
        content,
        pictures: [...pictures.values()].map(pictureOf),
      }
      return { value, tags: [`story:${story.id}`] }
    }),
  )
  app.get('/api/stories/:id/comments', (c) =>
    answerJson(web, c, m.noStory, async () => {
      const story = await readStory(web, c)
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
}

const readStory = async (web: Web, c: Call): Promise<PublishedStory | null> => {
  const id = c.req.param('id') ?? ''
  return isId(id) ? readPublishedById(web.store.db, id) : null
}
