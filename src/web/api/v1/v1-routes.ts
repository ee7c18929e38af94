/** What everyone may ask of /api/v1: what readers see. What takes a token is in web/programs/. */
import type { Hono } from 'hono'
import { readDiscussion } from '../../../discussion/index.ts'
import { readReasons } from '../../../house-rules/index.ts'
import { errorMessages, apiMessages as m } from '../../../messages/index.ts'
import { countTermStories, listTerms, type TermKind, termPath } from '../../../paper/index.ts'
import { listPublished, type PublishedStory } from '../../../story/index.ts'
import type { Env, Web } from '../../context.ts'
import { addOperation } from '../kit/add-operation.ts'
import { cursorOf, placeInCursor } from '../kit/cursor.ts'
import { AT_ONCE } from '../kit/operation.ts'
import { askedStory, discussionOf, storyLines, wholeStory } from '../shown.ts'
import { PUBLIC } from './addresses.ts'

const NO_STORY = { refused: 404, sentence: errorMessages.noStory } as const

export function addV1Routes(app: Hono<Env>, web: Web): void {
  addOperation(app, web, PUBLIC.stories, async ({ query: { after, limit = AT_ONCE } }) => {
    const place = after === undefined ? null : placeInCursor(after)
    if (after !== undefined && !place) return { refused: 400, sentence: m.wrongAfter }
    const before = place && { id: place.id, firstPublishedAt: place.at }
    const found = await listPublished(web.store.db, { limit: limit + 1, ...(before ? { before } : {}) })
    const stories = found.slice(0, limit)
    return { value: { stories: await storyLines(web, stories), after: nextAfter(stories, found.length > limit) } }
  })
  addOperation(app, web, PUBLIC.story, async ({ c }) => {
    const story = await askedStory(web, c)
    return story ? { value: await wholeStory(web, story) } : NO_STORY
  })
  addOperation(app, web, PUBLIC.comments, async ({ c }) => {
    const story = await askedStory(web, c)
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
