/** Marking a story as ready, checked or sent back, for whoever does not change its words with it. */
import type { Hono } from 'hono'
import type { Draft } from '../../../story/index.ts'
import { type Mark, markStory } from '../../../workflow/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { withForm } from '../../kit/with-form.ts'
import { draftOf, noStory } from '../stories/story-access.ts'
import { MARK_PATHS } from './story-standing.tsx'

/** `page` draws the story's page again, with what has to be put right and what was typed. */
export function addStageRoutes(
  app: Hono<Env>,
  web: Web,
  page: (c: Call, draft: Draft, again: { problem: string; toWriter: string }) => Promise<Response>,
): void {
  const mark = (c: Call, kind: Mark) =>
    withForm(web, c, async (form) => {
      const draft = await draftOf(web, c)
      if (!draft) return noStory(web, c)
      const toWriter = form.get('toWriter')
      const marked = await markStory(
        web.store,
        {
          storyId: draft.id,
          mark: kind,
          number: wholeNumber(form.get('number')) ?? 0,
          words: toWriter,
          by: c.get('person').id,
        },
        web.now(),
      )
      if ('problem' in marked) return page(c, draft, { problem: marked.problem, toWriter })
      return c.redirect(`/newsroom/stories/${draft.id}`, 303)
    })
  for (const kind of ['ready', 'draft', 'checked', 'back'] as const)
    app.post(`/newsroom/stories/:id/${MARK_PATHS[kind]}`, (c) => mark(c, kind))
}
