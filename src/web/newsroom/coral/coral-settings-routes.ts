/** Looking at comments of a Coral site, for who may change settings. */
import type { Hono } from 'hono'
import { readCoral, removeCoral, setCoralSecret } from '../../../coral/index.ts'
import { coralMessages as m } from '../../../messages/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { renderCoralPage } from './coral-page.tsx'

const HERE = '/newsroom/coral'
const DONE: Record<string, string> = { saved: m.saved, off: m.switchedOff }

export function addCoralSettingsRoutes(app: Hono<Env>, web: Web): void {
  app.get(HERE, (c) => coralPage(web, c))
  app.post(HERE, (c) =>
    withForm(web, c, async (form) => {
      const typed = { secret: form.get('secret'), by: c.get('person').id }
      const refused = await setCoralSecret(web.store, typed, web.now())
      return refused ? coralPage(web, c, refused.problem) : c.redirect(`${HERE}?done=saved`, 303)
    }),
  )
  app.post(`${HERE}/remove`, async (c) => {
    await removeCoral(web.store, c.get('person').id, web.now())
    return c.redirect(`${HERE}?done=off`, 303)
  })
}

async function coralPage(web: Web, c: Call, problem?: string): Promise<Response> {
  const [frame, coral] = await Promise.all([frameFor(web, c), readCoral(web.store.db)])
  const done = DONE[c.req.query('done') ?? '']
  const html = renderCoralPage({
    ...frame,
    coral,
    address: `${web.url()}/api/coral`,
    ...(problem ? { problem } : done ? { done } : {}),
  })
  return c.html(html, problem ? 400 : 200)
}
