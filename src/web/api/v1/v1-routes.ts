/** What everyone may ask of /api/v1: what readers see. What takes a token is in web/programs/. */
import type { Hono } from 'hono'
import { readNotices } from '../../../corrections/index.ts'
import { readDiscussion } from '../../../discussion/index.ts'
import { readReasons } from '../../../house-rules/index.ts'
import { readPictures } from '../../../media/index.ts'
import { errorMessages, apiMessages as m } from '../../../messages/index.ts'
import { countTermStories, listTerms, type TermKind, termPath } from '../../../paper/index.ts'
import { isId } from '../../../store/index.ts'
import { listPublished, type PublishedStory, picturesOf, readPublishedById } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { addOperation } from '../kit/add-operation.ts'
import { cursorOf, placeInCursor } from '../kit/cursor.ts'
import { AT_ONCE } from '../kit/operation.ts'
import { discussionOf, pictureOf, storyOf } from '../shown.ts'
import { PUBLIC } from './addresses.ts'

const NO_STORY = { refused: 404, sentence: errorMessages.noStory } as const

export function addV1Routes(app: Hono<Env>, web: Web): void {
  addOperation(app, web, PUBLIC.stories, async ({ query: { after, limit = AT_ONCE } }) => {
    const place = after === undefined ? null : placeInCursor(after)
    if (after !== undefined && !place) return { refused: 400, sentence: m.wrongAfter }
    const before = place && { id: place.id, firstPublishedAt: place.at }
    const found = await listPublished(web.store.db, { limit: limit + 1, ...(before ? { before } : {}) })
    const stories = found.slice(0, limit)
    const notices = await readNotices(web.store.db, stories)
    return {
      value: {
        stories: stories.map((story) => storyOf(web, story, notices.get(story.id))),
        after: nextAfter(stories, found.length > limit),
      },
    }
  })
  addOperation(app, web, PUBLIC.story, async ({ c }) => {
    const story = await storyAt(web, c)
    if (!story) return NO_STORY
    const [notices, pictures] = await Promise.all([
      readNotices(web.store.db, [story]),
      readPictures(web.store.db, picturesOf(story.content)),
    ])
    const { content } = story
    return {
      value: {
        ...storyOf(web, story, notices.get(story.id)),
        content,
        pictures: [...pictures.values()].map(pictureOf),
      },
    }
  })
  addOperation(app, web, PUBLIC.comments, async ({ c }) => {
    const story = await storyAt(web, c)
    return story ? { value: discussionOf(await readDiscussion(web.store.db, story.id)) } : NO_STORY
  })
  for (const [one, kind] of [
    [PUBLIC.sections, 'section'],
    [PUBLIC.topics, 'topic'],
    [PUBLIC.authors, 'author'],
  ] as const)
    addOperation(app, web, one, async () => ({ value: { terms: await termsOf(web, kind) } }))
  addOperation(app, web, PUBLIC.reasons, async () => ({
    value: {
      reasons: (await readReasons(web.store.db)).map(({ code, title, sentence, ground }) => ({
        code,
        title,
        sentence,
        ground,
      })),
    },
  }))
}

const storyAt = async (web: Web, c: Call): Promise<PublishedStory | null> => {
  const id = c.req.param('id') ?? ''
  return isId(id) ? readPublishedById(web.store.db, id) : null
}

function nextAfter(stories: readonly PublishedStory[], more: boolean): string | null {
  const last = stories.at(-1)
  return more && last ? cursorOf({ at: last.firstPublishedAt, id: last.id }) : null
}

/** Those that readers find stories under: one that is made for a story which is not out yet would tell of it. */
async function termsOf(web: Web, kind: TermKind) {
  const { db } = web.store
  const [terms, counts] = await Promise.all([listTerms(db, kind), countTermStories(db, kind)])
  return terms.flatMap((term) => {
    const stories = counts.get(term.id)
    return stories
      ? [{ id: term.id, name: term.name, url: `${web.url()}${termPath(term)}`, about: term.about, stories }]
      : []
  })
}
