/** Access for programs in the settings: who has it, giving it, taking it away. */
import type { Hono } from 'hono'
import { programsPageMessages as m } from '../../../messages/index.ts'
import { listPeople } from '../../../people/index.ts'
import { LIVES, listPrograms, makeProgram, removeProgram, SCOPES } from '../../../programs/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import type { Form } from '../../kit/form.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { type ProgramsProps, renderProgramsPage } from './programs-page.tsx'

const HERE = '/newsroom/programs'

export function addProgramsRoutes(app: Hono<Env>, web: Web): void {
  app.get(HERE, (c) => show(web, c, c.req.query('removed') === undefined ? {} : { done: m.removed }))
  app.post(HERE, (c) => withForm(web, c, (form) => make(web, c, form)))
  app.post(`${HERE}/:id/remove`, async (c) => {
    const wasThere = await removeProgram(web.store, { id: c.req.param('id'), by: c.get('person').id }, web.now())
    return wasThere ? c.redirect(`${HERE}?removed`, 303) : show(web, c, { problem: m.notThere })
  })
}

async function make(web: Web, c: Call, form: Form): Promise<Response> {
  const life = form.get('days')
  const typed = {
    name: form.get('name'),
    scopes: SCOPES.filter((one) => form.all('scopes').includes(one)),
    // What is none of the choices is refused like none at all.
    days: LIVES.find((one) => (one === null ? 'never' : String(one)) === life),
  }
  const asked = { ...typed, days: typed.days === undefined ? Number.NaN : typed.days, by: c.get('person') }
  const made = await makeProgram(web.store, asked, web.now())
  return 'problem' in made
    ? show(web, c, { problem: made.problem, typed })
    : show(web, c, { made: { name: made.program.name, token: made.token } })
}

async function show(
  web: Web,
  c: Call,
  seen: Pick<ProgramsProps, 'done' | 'problem' | 'made' | 'typed'>,
): Promise<Response> {
  const { db } = web.store
  const [frame, programs, people] = await Promise.all([frameFor(web, c), listPrograms(db), listPeople(db)])
  const html = renderProgramsPage({ ...frame, programs, people, ...seen })
  return c.html(html, seen.problem ? 400 : 200)
}
