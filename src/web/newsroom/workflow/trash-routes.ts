/** The trash: throwing a story away, bringing it back, removing it for good. */
import type { Hono } from 'hono'
import { trashMessages as m } from '../../../messages/index.ts'
import { namesOfStaff } from '../../../people/index.ts'
import { isId } from '../../../store/index.ts'
import { bringBack, removeForGood, throwAway } from '../../../story/index.ts'
import { countTrash, readTrash, type TrashedStory } from '../../../workflow/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import { frameFor } from '../kit/frame.ts'
import { NOT_ALLOWED } from '../kit/guard.ts'
import { draftOf, noStory } from '../stories/story-access.ts'
import { mayDelete, mayRestore, renderTrashPage } from './trash-page.tsx'

/** So many stand on the page. */
const MOST = 200

export function addTrashRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/trash', (c) => trashPage(web, c))
  app.post('/newsroom/stories/:id/trash', (c) => throwOneAway(web, c, false))
  app.post('/newsroom/stories/:id/trash-live', (c) => throwOneAway(web, c, true))
  app.post('/newsroom/trash/:id/restore', async (c) => {
    const story = await trashedOf(web, c)
    if (!story) return noStory(web, c)
    if (!mayRestore(c.get('person'), story))
      return answerError(web, c, 403, { title: NOT_ALLOWED, sentence: m.notYours })
    const wrong = await bringBack(web.store, { storyId: story.id, by: c.get('person').id }, web.now())
    return wrong ? trashPage(web, c, wrong.problem) : c.redirect(`/newsroom/stories?restored=${story.id}`, 303)
  })
  app.post('/newsroom/trash/:id/delete', async (c) => {
    const story = await trashedOf(web, c)
    if (!story) return noStory(web, c)
    const person = c.get('person')
    if (!mayDelete(person, story)) {
      const sentence = mayRestore(person, story) ? m.notYoursToDelete : m.notYours
      return answerError(web, c, 403, { title: NOT_ALLOWED, sentence })
    }
    const wrong = await removeForGood(web.store, { storyId: story.id, by: person.id }, web.now())
    return wrong ? trashPage(web, c, wrong.problem) : c.redirect('/newsroom/trash?deleted', 303)
  })
}

async function throwOneAway(web: Web, c: Call, live: boolean): Promise<Response> {
  const draft = await draftOf(web, c)
  if (!draft) return noStory(web, c)
  const wrong = await throwAway(web.store, { storyId: draft.id, by: c.get('person').id, live }, web.now())
  return wrong
    ? answerError(web, c, 400, { sentence: wrong.problem })
    : c.redirect(`/newsroom/stories?trashed=${draft.id}`, 303)
}

async function trashedOf(web: Web, c: Call): Promise<TrashedStory | undefined> {
  const id = c.req.param('id') ?? ''
  return isId(id) ? (await readTrash(web.store.db, 1, [id]))[0] : undefined
}

async function trashPage(web: Web, c: Call, problem?: string): Promise<Response> {
  const [frame, stories, count] = await Promise.all([
    frameFor(web, c),
    readTrash(web.store.db, MOST),
    countTrash(web.store.db),
  ])
  const names = await namesOfStaff(
    web.store.db,
    stories.map(({ trashedBy }) => trashedBy),
  )
  const page = {
    ...frame,
    stories: stories.map((story) => ({
      ...story,
      thrownAwayBy: story.trashedBy === null ? null : (names.get(story.trashedBy) ?? null),
    })),
    count,
    deleted: c.req.query('deleted') !== undefined,
  }
  return c.html(renderTrashPage({ ...page, ...(problem ? { problem } : {}) }), problem ? 409 : 200)
}
