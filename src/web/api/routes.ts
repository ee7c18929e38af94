/** What programs read: published stories, approved comments and who said what, as JSON. docs/contracts/api.md has each field. */
import type { Hono } from 'hono'
import { type CorrectionNotice, readNotices } from '../../corrections/index.ts'
import { type Discussion, type PublicComment, readDiscussion, type Thread } from '../../discussion/index.ts'
import { type LibraryPicture, libraryAddress, readPictures } from '../../media/index.ts'
import { errorMessages as m } from '../../messages/index.ts'
import { isId } from '../../store/index.ts'
import { listPublished, type PublishedStory, picturesOf, readPublishedById } from '../../story/index.ts'
import type { Call, Env, Web } from '../context.ts'
import { instant } from '../site/kit/format.ts'
import { addArchiveApiRoutes } from './archive-routes.ts'
import { addCoralRoutes } from './coral-routes.ts'
import { answerJson } from './json.ts'

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
  addCoralRoutes(app, web)
}

const readStory = async (web: Web, c: Call): Promise<PublishedStory | null> => {
  const id = c.req.param('id') ?? ''
  return isId(id) ? readPublishedById(web.store.db, id) : null
}

const storyOf = (web: Web, story: PublishedStory, notices: readonly CorrectionNotice[] = []) => ({
  id: story.id,
  url: `${web.url()}${story.path}`,
  headline: story.content.headline,
  standfirst: story.content.standfirst,
  byline: story.content.byline,
  firstPublishedAt: instant(story.firstPublishedAt),
  updatedAt: instant(story.updatedAt),
  version: story.version,
  commentsOpen: story.commentsOpen,
  corrections: notices.map(({ id, kind, cause, version, at, changes }) => ({
    id,
    kind,
    text: cause,
    version,
    at: instant(at),
    changes,
  })),
})

/** A picture of the library, by the address that the story's content has for it. */
const pictureOf = ({ id, credit, rights, madeWithAi }: LibraryPicture) => ({
  src: libraryAddress(id),
  credit,
  rights,
  madeWithAi,
})

function discussionOf(discussion: Discussion) {
  return { count: discussion.count, comments: flatten(discussion.threads).map(commentOf) }
}

/** Parents before their answers, without recursion: threads can be as deep as people argue. */
function flatten(threads: readonly Thread[]): PublicComment[] {
  const comments: PublicComment[] = []
  const rest = [...threads].reverse()
  for (let thread = rest.pop(); thread; thread = rest.pop()) {
    if (thread.comment) comments.push(thread.comment)
    rest.push(...[...thread.replies].reverse())
  }
  return comments
}

const commentOf = (comment: PublicComment) => ({
  id: comment.id,
  parent: comment.parentId,
  name: comment.authorName,
  text: comment.revision.text,
  createdAt: instant(comment.createdAt),
  revisedAt: comment.revision.number > 1 ? instant(comment.revision.createdAt) : null,
})
