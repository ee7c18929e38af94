/** The first hour: each step does what its own page does, and comes back here. */
import type { Hono } from 'hono'
import { readLook, replaceLookPicture } from '../../../look/index.ts'
import { MOST_BYTES } from '../../../media/index.ts'
import { startMessages as m } from '../../../messages/index.ts'
import { changePerson } from '../../../people/index.ts'
import { changeSiteSettings, siteSettingsSchema } from '../../../publication/index.ts'
import { markOnce } from '../../../store/index.ts'
import { throwAway } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerPrivate } from '../../kit/answer.ts'
import type { Form } from '../../kit/form.ts'
import { withFiles, withForm } from '../../kit/with-form.ts'
import { doorScriptOf } from '../kit/door.ts'
import { frameFor } from '../kit/frame.ts'
import { addByForm } from '../people/invite.ts'
import { changedMeanwhile, shownIn } from '../settings/shown.tsx'
import { renderStartPage, type StartPageProps } from './start-page.tsx'
import { FINISHED, readProgress, type Step } from './steps.ts'

const PAPER = ['name', 'timeZone'] as const
/** A logo of the largest size, and the form around it. */
const UPLOAD_LIMIT = MOST_BYTES + 64 * 1024

export function addStartRoutes(app: Hono<Env>, web: Web): void {
  const back = (c: Call, step: Step) => c.redirect(`/newsroom/start#${step}`, 303)

  app.get('/newsroom/start', (c) => startPage(web, c))
  app.post('/newsroom/start/you', (c) =>
    withForm(web, c, async (fields) => {
      const { id } = c.get('person')
      const you = { name: fields.get('name'), mail: fields.get('mail') }
      const wrong = await changePerson(web.store, { id, ...you, by: id }, web.now())
      if (!wrong) return back(c, 'you')
      return startPage(web, c, {
        problem: { step: 'you', field: wrong.field, sentence: wrong.problem },
        typed: { you },
      })
    }),
  )
  app.post('/newsroom/start/paper', (c) =>
    withFiles(web, c, async (fields) => (await savePaper(web, c, fields)) ?? back(c, 'paper'), UPLOAD_LIMIT),
  )
  app.post('/newsroom/start/sample', async (c) => {
    const { sample } = await readProgress(web.store.db, c.get('person'))
    const by = c.get('person').id
    if (sample) await throwAway(web.store, { storyId: sample.id, by, live: true }, web.now())
    return back(c, 'stories')
  })
  app.post('/newsroom/start/invite', (c) =>
    withForm(web, c, async (fields) => {
      const added = await addByForm(web, c, fields)
      if (!('problem' in added)) return startPage(web, c, added)
      const problem = { step: 'invite' as const, field: '', sentence: added.problem }
      return startPage(web, c, { problem, typed: { invite: added.typed } })
    }),
  )
  app.post('/newsroom/start/finish', async (c) => {
    await web.store.transaction(web.now(), (tx) => markOnce(tx, FINISHED))
    return c.redirect('/newsroom', 303)
  })
}

/** Keeps name and time zone, then the logo; the page again where one can't be kept. */
async function savePaper(web: Web, c: Call, fields: Form): Promise<Response | null> {
  const paper = { name: fields.get('name'), timeZone: fields.get('timeZone') }
  const again = (field: string, sentence: string, status?: 409) =>
    startPage(web, c, { problem: { step: 'paper', field, sentence }, typed: { paper } }, status)
  const checked = siteSettingsSchema.pick({ name: true, timeZone: true }).safeParse(paper)
  if (!checked.success) {
    const [issue] = checked.error.issues
    return again(String(issue?.path[0] ?? ''), issue?.message ?? '')
  }
  const by = c.get('person').id
  const change = { shown: shownIn(fields, PAPER), wanted: checked.data }
  const { both } = await changeSiteSettings(web.store, change, by, web.now())
  if (both.length > 0) return again(both[0] ?? '', changedMeanwhile([m.paper]), 409)
  const file = fields.file('logo')
  if (!file) return null
  const { logo } = await readLook(web.store.db)
  const laid = await replaceLookPicture(web.store, { place: 'logo', shown: logo, file, by }, web.now())
  return 'problem' in laid ? again('logo', laid.problem) : null
}

async function startPage(
  web: Web,
  c: Call,
  more: Partial<Pick<StartPageProps, 'problem' | 'typed' | 'newLink'>> = {},
  status: 200 | 400 | 409 = more.problem ? 400 : 200,
): Promise<Response> {
  const person = c.get('person')
  const [frame, progress] = await Promise.all([frameFor(web, c), readProgress(web.store.db, person)])
  const page = { ...frame, progress, doorScript: doorScriptOf(web), typed: {}, ...more }
  return answerPrivate(c, renderStartPage(page), status)
}
