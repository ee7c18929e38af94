/** How a story takes comments: for whoever may change the story, and for moderators, who in a flood slow any down. */
import type { Hono } from 'hono'
import { readStoryModeNow, SLOW_MINUTES, type StoryMode, setStoryMode } from '../../../discussion/index.ts'
import { storyDiscussionMessages as m } from '../../../messages/index.ts'
import type { Draft } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { shownIn } from '../settings/shown.tsx'
import { headOf } from '../stories/story-access.ts'
import { modeInWords, renderStoryDiscussionPage } from './story-discussion-page.tsx'

export function addStoryDiscussionRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/stories/:id/discussion', (c) => discussionPage(web, c, c.get('story')))
  app.post('/newsroom/stories/:id/discussion', (c) =>
    withForm(web, c, async (form) => {
      const draft = c.get('story')
      const mode = readMode(form.get('mode'), form.get('minutes'))
      if (mode === null) return discussionPage(web, c, draft, { problem: m.chooseOne })
      const seen = shownIn(form, ['mode', 'minutes'])
      const shown = readMode(seen.mode, seen.minutes) ?? undefined
      const result = await setStoryMode(
        web.store,
        { storyId: draft.id, mode, shown, by: c.get('person').id },
        web.now(),
      )
      if (result.set) return c.redirect(`/newsroom/stories/${draft.id}/discussion?saved`, 303)
      const problem = m.changedMeanwhile(modeInWords(result.mode))
      return discussionPage(web, c, draft, { problem, mode })
    }),
  )
}

function readMode(kind: string | undefined, typedMinutes: string | undefined): StoryMode | null {
  if (kind === 'open' || kind === 'hold' || kind === 'closed') return { kind }
  const minutes = SLOW_MINUTES.find((choice) => String(choice) === typedMinutes)
  return kind === 'slow' && minutes !== undefined ? { kind: 'slow', minutes } : null
}

/** `mode`: what this person has chosen, where somebody else has chosen otherwise meanwhile. */
async function discussionPage(
  web: Web,
  c: Call,
  draft: Draft,
  trouble: { problem?: string; mode?: StoryMode } = {},
): Promise<Response> {
  const [frame, chosen] = await Promise.all([frameFor(web, c), readStoryModeNow(web.store.db, draft.id)])
  return c.html(
    renderStoryDiscussionPage({
      ...frame,
      story: headOf(draft),
      chosen,
      ...trouble,
      ...(c.req.query('saved') === undefined ? {} : { saved: true }),
    }),
    trouble.mode ? 409 : trouble.problem ? 400 : 200,
  )
}
