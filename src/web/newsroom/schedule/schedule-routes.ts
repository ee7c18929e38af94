/** Having a story go out at a time, and what became of that. */
import type { Hono } from 'hono'
import { schedulingMessages as m } from '../../../messages/index.ts'
import { readSiteSettings } from '../../../publication/index.ts'
import { dropUpset, scheduleStory, unscheduleStory } from '../../../schedule/index.ts'
import { isId } from '../../../store/index.ts'
import { momentsOf } from '../../../text/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import type { Form } from '../../kit/form.ts'
import { withForm } from '../../kit/with-form.ts'
import { noStory } from '../stories/story-access.ts'
import type { Asked } from './story-schedule.tsx'

const PATH = '/newsroom/stories/:id/schedule'

/** `page` draws the story's page again, with what has to be asked. */
export function addScheduleRoutes(
  app: Hono<Env>,
  web: Web,
  page: (c: Call, storyId: string, asked: Asked) => Promise<Response>,
): void {
  app.post(PATH, (c) =>
    withForm(web, c, async (form) => {
      const storyId = c.req.param('id') ?? ''
      if (!isId(storyId)) return noStory(web, c)
      const { timeZone } = await readSiteSettings(web.store.db)
      const chosen = chosenMoment(form, timeZone)
      if ('problem' in chosen) return page(c, storyId, chosen)
      const set = await scheduleStory(web.store, { storyId, at: chosen.at, by: c.get('person').id }, web.now())
      if (set) return page(c, storyId, { time: form.get('at'), moments: [], ...set })
      return c.redirect(`/newsroom/stories/${storyId}#schedule`, 303)
    }),
  )
  app.post(`${PATH}/cancel`, async (c) => {
    const storyId = c.req.param('id') ?? ''
    await unscheduleStory(web.store, { storyId, by: c.get('person').id }, web.now())
    return c.redirect(`/newsroom/stories/${storyId}#schedule`, 303)
  })
  app.post(`${PATH}/seen`, async (c) => {
    await dropUpset(web.store, c.req.param('id') ?? '', web.now())
    return c.redirect('/newsroom', 303)
  })
}

/** The moment that a form means, or what has to be asked: clocks may skip a time, or show it twice. */
function chosenMoment(form: Form, timeZone: string): { at: number } | Asked {
  const time = form.get('at').trim().slice(0, 16)
  const moments = momentsOf(time, timeZone)
  if (moments === null) return { time, problem: m.notATime, moments: [] }
  const hour = time.slice(11)
  if (moments.length === 0) return { time, problem: m.skipped(hour, timeZone), moments }
  const at = moments.length === 1 ? moments[0] : moments.find((one) => String(one) === form.get('moment'))
  return at === undefined ? { time, problem: m.twice(hour), moments } : { at }
}
