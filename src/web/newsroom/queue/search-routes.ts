/** Comments of every state, found by their words and by what they are. */
import type { Hono } from 'hono'
import { queueMessages as m } from '../../../messages/index.ts'
import { type CommentsAsk, searchComments } from '../../../moderation/comments/index.ts'
import { LONGEST_FIELD } from '../../../moderation/queue/index.ts'
import { REVISION_STATE_NAMES } from '../../../store/index.ts'
import { findStory, listStoryLines } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { frameFor } from '../kit/frame.ts'
import { renderSearchPage, type SearchQuestion } from './search-page.tsx'

/** To choose from; any other story is found by words of its headline. */
const STORIES_OFFERED = 100
const DAY = 24 * 60 * 60 * 1000

export function addSearchRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/review/search', async (c) => {
    const question = questionOf(c)
    const story = question.story ? await findStory(web.store.db, question.story) : null
    const [frame, newest] = await Promise.all([frameFor(web, c), listStoryLines(web.store.db, STORIES_OFFERED)])
    const stories = newest.map(({ headline }) => headline).filter((headline) => headline !== '')
    if (question.story && !story) {
      return c.html(renderSearchPage({ ...frame, question, storyHeadline: null, stories, problem: m.noStory }), 400)
    }
    const ask = askOf(question, story?.id, web.now())
    const isAsked = Object.keys(ask).length > 0
    const before = wholeNumber(c.req.query('before') ?? '')
    const found = isAsked ? await searchComments(web.store, { ...ask, ...(before ? { before } : {}) }) : null
    return c.html(
      renderSearchPage({
        ...frame,
        question,
        storyHeadline: story?.headline ?? null,
        stories,
        ...(found ? { found, isFirst: !before } : {}),
      }),
    )
  })
}

function questionOf(c: Call): SearchQuestion {
  const text = (name: string) => (c.req.query(name) ?? '').trim().slice(0, LONGEST_FIELD)
  return { q: text('q'), state: text('state'), story: text('story'), author: text('author'), days: text('days') }
}

function askOf({ q, state, author, days }: SearchQuestion, story: string | undefined, now: number): CommentsAsk {
  const known = REVISION_STATE_NAMES.find((name) => name === state)
  const span = Number(days)
  return {
    ...(q ? { words: q } : {}),
    ...(known ? { state: known } : {}),
    ...(story ? { story } : {}),
    ...(author ? { author } : {}),
    ...(Number.isInteger(span) && span > 0 && span <= 36_600 ? { since: now - span * DAY } : {}),
  }
}
