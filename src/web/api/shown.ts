/** What programs are shown of what readers see, in the form in which it is told them. */
import { type CorrectionNotice, readNotices } from '../../corrections/index.ts'
import type { Discussion, PublicComment, Thread } from '../../discussion/index.ts'
import { type LibraryPicture, libraryAddress, readPictures } from '../../media/index.ts'
import { isId } from '../../store/index.ts'
import { type PublishedStory, picturesOf, readPublishedById } from '../../story/index.ts'
import type { Call, Web } from '../context.ts'
import { instant } from '../site/kit/format.ts'

/** The published story that an address names; null where there is none. */
export const askedStory = async (web: Web, c: Call): Promise<PublishedStory | null> => {
  const id = c.req.param('id') ?? ''
  return isId(id) ? readPublishedById(web.store.db, id) : null
}

/** Stories as a list has them. */
export async function storyLines(web: Web, stories: readonly PublishedStory[]) {
  const notices = await readNotices(web.store.db, stories)
  return stories.map((story) => lineOf(web, story, notices.get(story.id)))
}

/** One with its words and what is said of its pictures. */
export async function wholeStory(web: Web, story: PublishedStory) {
  const { content } = story
  const [notices, pictures] = await Promise.all([
    readNotices(web.store.db, [story]),
    readPictures(web.store.db, picturesOf(content)),
  ])
  return { ...lineOf(web, story, notices.get(story.id)), content, pictures: [...pictures.values()].map(pictureOf) }
}

const lineOf = (web: Web, story: PublishedStory, notices: readonly CorrectionNotice[] = []) => ({
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
    changes: [...changes],
  })),
})

/** A picture of the library, by the address that the story's content has for it. */
const pictureOf = ({ id, credit, rights, madeWithAi }: LibraryPicture) => ({
  src: libraryAddress(id),
  credit,
  rights,
  madeWithAi,
})

export function discussionOf(discussion: Discussion) {
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
