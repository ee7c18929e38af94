/** How a story takes comments: for whoever may change the story, and for moderators, who in a flood slow any down. */
import type { Hono } from 'hono'
import { readCommentWindow, setCommentWindow } from '../../../closing/index.ts'
import { readStoryModeNow, SLOW_MINUTES, type StoryMode, setStoryMode } from '../../../discussion/index.ts'
import { storyDiscussionMessages as m } from '../../../messages/index.ts'
import { readSiteSettings } from '../../../publication/index.ts'
import type { Draft } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { type Asked, askedAgain, chosenMoment } from '../schedule/chosen-moment.ts'
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
  app.post('/newsroom/stories/:id/discussion/closing', (c) =>
    withForm(web, c, async (form) => {
      const draft = c.get('story')
      const set = { storyId: draft.id, by: c.get('person').id }
      if (form.get('never') !== '') await setCommentWindow(web.store, { ...set, at: null }, web.now())
      else {
        const { timeZone } = await readSiteSettings(web.store.db)
        const chosen = chosenMoment(form, timeZone)
        if ('problem' in chosen) return discussionPage(web, c, draft, { asked: chosen })
        const refused = await setCommentWindow(web.store, { ...set, at: chosen.at }, web.now())
        if (refused) return discussionPage(web, c, draft, { asked: askedAgain(form, refused.problem) })
      }
      return c.redirect(`/newsroom/stories/${draft.id}/discussion?saved`, 303)
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
  trouble: { problem?: string; mode?: StoryMode; asked?: Asked } = {},
): Promise<Response> {
  const [frame, chosen, window] = await Promise.all([
    frameFor(web, c),
    readStoryModeNow(web.store.db, draft.id),
    readCommentWindow(web.store.db, draft.id),
  ])
  return c.html(
    renderStoryDiscussionPage({
      ...frame,
      story: headOf(draft),
      chosen,
      window,
      ...trouble,
      ...(c.req.query('saved') === undefined ? {} : { saved: true }),
    }),
    trouble.mode ? 409 : trouble.problem || trouble.asked ? 400 : 200,
  )
}
