/** Having a story go out at a time and leave the site at a time, and what became of that. */
import type { Hono } from 'hono'
import { readSiteSettings } from '../../../publication/index.ts'
import {
  dropEndedStory,
  dropStoryEnd,
  dropUpset,
  scheduleStory,
  setStoryEnd,
  unscheduleStory,
} from '../../../schedule/index.ts'
import { isId } from '../../../store/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { withForm } from '../../kit/with-form.ts'
import { noStory } from '../stories/story-access.ts'
import { askedAgain, chosenMoment } from './chosen-moment.ts'
import type { AskedOf } from './story-schedule.tsx'

const PATH = '/newsroom/stories/:id/schedule'

/** `page` draws the story's page again, with what has to be asked. */
export function addScheduleRoutes(
  app: Hono<Env>,
  web: Web,
  page: (c: Call, storyId: string, asked: AskedOf) => Promise<Response>,
): void {
  /** What stands in an address goes into no other before it is known to be a story's id. */
  const withStory = (work: (c: Call, storyId: string) => Promise<Response>) => (c: Call) => {
    const storyId = c.req.param('id') ?? ''
    return isId(storyId) ? work(c, storyId) : noStory(web, c)
  }
  app.post(
    PATH,
    withStory((c, storyId) =>
      withForm(web, c, async (form) => {
        const { timeZone } = await readSiteSettings(web.store.db)
        const change = { kind: form.get('change'), cause: form.get('cause') }
        const chosen = chosenMoment(form, timeZone)
        if ('problem' in chosen) return page(c, storyId, { ...chosen, of: 'schedule', change })
        const set = await scheduleStory(
          web.store,
          { storyId, at: chosen.at, by: c.get('person').id, change },
          web.now(),
        )
        if (set) return page(c, storyId, { ...askedAgain(form, set.problem), of: 'schedule', change })
        return c.redirect(`/newsroom/stories/${storyId}#schedule`, 303)
      }),
    ),
  )
  app.post(
    `${PATH}/end`,
    withStory((c, storyId) =>
      withForm(web, c, async (form) => {
        const { timeZone } = await readSiteSettings(web.store.db)
        const chosen = chosenMoment(form, timeZone)
        if ('problem' in chosen) return page(c, storyId, { ...chosen, of: 'end' })
        const set = await setStoryEnd(web.store, { storyId, at: chosen.at, by: c.get('person').id }, web.now())
        if (set) return page(c, storyId, { ...askedAgain(form, set.problem), of: 'end' })
        return c.redirect(`/newsroom/stories/${storyId}#end`, 303)
      }),
    ),
  )
  app.post(
    `${PATH}/end/cancel`,
    withStory(async (c, storyId) => {
      await dropStoryEnd(web.store, { storyId, by: c.get('person').id }, web.now())
      return c.redirect(`/newsroom/stories/${storyId}#end`, 303)
    }),
  )
  app.post(
    `${PATH}/end/seen`,
    withStory(async (c, storyId) => {
      await dropEndedStory(web.store, storyId, web.now())
      return c.redirect('/newsroom', 303)
    }),
  )
  app.post(
    `${PATH}/cancel`,
    withStory(async (c, storyId) => {
      await unscheduleStory(web.store, { storyId, by: c.get('person').id }, web.now())
      return c.redirect(`/newsroom/stories/${storyId}#schedule`, 303)
    }),
  )
  app.post(
    `${PATH}/seen`,
    withStory(async (c, storyId) => {
      await dropUpset(web.store, storyId, web.now())
      return c.redirect('/newsroom', 303)
    }),
  )
}
