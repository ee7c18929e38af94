/** How a story takes comments: for whoever may change the story, and for moderators, who in a flood slow any down. */
import type { Hono } from 'hono'
import { readStoryModeNow, SLOW_MINUTES, type StoryMode, setStoryMode } from '../../discussion/index.ts'
import type { Draft } from '../../story/index.ts'
import { answerUnread } from '../answer.ts'
import type { Call, Env, Web } from '../context.ts'
import { FORM_LIMIT, type Form, readForm } from '../form.ts'
import { frameFor } from './frame.ts'
import { draftOf, headOf, noStory } from './story-access.ts'
import { renderStoryDiscussionPage } from './story-discussion-page.tsx'

export function addStoryDiscussionRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/stories/:id/discussion', async (c) => {
    const draft = await draftOf(web, c)
    if (!draft) return noStory(web, c)
    return discussionPage(web, c, draft)
  })
  app.post('/newsroom/stories/:id/discussion', async (c) => {
    const draft = await draftOf(web, c)
    if (!draft) return noStory(web, c)
    const form = await readForm(c.env.incoming, FORM_LIMIT)
    if ('fault' in form) return answerUnread(web, c, form)
    const mode = readMode(form)
    if (mode === null) return discussionPage(web, c, draft, 'Choose how the story takes comments, and save again.')
    await setStoryMode(web.store, { storyId: draft.id, mode, by: c.get('person').id }, web.now())
    return c.redirect(`/newsroom/stories/${draft.id}/discussion?saved`, 303)
  })
}

function readMode(form: Form): StoryMode | null {
  const kind = form.get('mode')
  if (kind === 'open' || kind === 'hold' || kind === 'closed') return { kind }
  const minutes = SLOW_MINUTES.find((choice) => String(choice) === form.get('minutes'))
  return kind === 'slow' && minutes !== undefined ? { kind: 'slow', minutes } : null
}

async function discussionPage(web: Web, c: Call, draft: Draft, problem?: string): Promise<Response> {
  const [frame, chosen] = await Promise.all([frameFor(web, c), readStoryModeNow(web.store.db, draft.id)])
  return c.html(
    renderStoryDiscussionPage({
      ...frame,
      story: headOf(draft),
      chosen,
      ...(problem ? { problem } : {}),
      ...(c.req.query('saved') === undefined ? {} : { saved: true }),
    }),
    problem ? 400 : 200,
  )
}
