/** The staff. */

import type { Hono } from 'hono'
import { peopleMessages as m } from '../../../messages/index.ts'
import { changePerson, listPeople, readPerson, setDisabled, setSwitches } from '../../../people/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { withFiles, withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { FACE_LIMIT, readFaces, takeFace } from './faces.ts'
import { addByForm, invite, switchesIn } from './invite.ts'
import { type PeoplePageProps, renderPeoplePage } from './people-page.tsx'

export function addPeopleRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/people', (c) => peoplePage(web, c))
  app.post('/newsroom/people', (c) =>
    withForm(web, c, async (form) => {
      const added = await addByForm(web, c, form)
      return peoplePage(web, c, 'problem' in added ? { problem: added.problem, form: added.typed } : added)
    }),
  )
  app.post('/newsroom/people/:id/link', async (c) => {
    const person = await readPerson(web.store.db, c.req.param('id'))
    if (!person || person.disabled) return peoplePage(web, c, { problem: m.cannotSignIn })
    return peoplePage(web, c, { newLink: await invite(web, person, c.get('person').id) })
  })
  for (const act of ['disable', 'enable'] as const) {
    app.post(`/newsroom/people/:id/${act}`, async (c) => {
      const result = await setDisabled(web.store, c.req.param('id'), act === 'disable', web.now(), c.get('person').id)
      return result ? peoplePage(web, c, result) : c.redirect('/newsroom/people', 303)
    })
  }
  app.post('/newsroom/people/:id/details', (c) =>
    withForm(web, c, async (form) => {
      const changed = { id: c.req.param('id'), name: form.get('name'), mail: form.get('mail') }
      const result = await changePerson(web.store, { ...changed, by: c.get('person').id }, web.now())
      if (!result) return c.redirect('/newsroom/people', 303)
      return peoplePage(web, c, { problem: result.problem, changed: { ...changed, wrong: result.field } })
    }),
  )
  app.post('/newsroom/people/:id/picture', (c) =>
    withFiles(
      web,
      c,
      async (form) => {
        const person = await readPerson(web.store.db, c.req.param('id'))
        if (!person) return c.redirect('/newsroom/people', 303)
        const result = await takeFace(web, form, { personId: person.id, by: c.get('person').id })
        return result ? peoplePage(web, c, result) : c.redirect('/newsroom/people', 303)
      },
      FACE_LIMIT,
    ),
  )
  app.post('/newsroom/people/:id/switches', (c) =>
    withForm(web, c, async (form) => {
      const seen = switchesIn(form, 'shown-switches')
      // Everyone shown has one at least: a form that names none does not say what it showed.
      const change = { switches: switchesIn(form, 'switches'), shown: seen.length > 0 ? seen : undefined }
      const result = await setSwitches(web.store, c.req.param('id'), change, web.now(), c.get('person').id)
      return result ? peoplePage(web, c, result) : c.redirect('/newsroom/people', 303)
    }),
  )
}

async function peoplePage(
  web: Web,
  c: Call,
  more: Pick<PeoplePageProps, 'problem' | 'newLink' | 'form' | 'changed'> = {},
): Promise<Response> {
  const people = await listPeople(web.store.db)
  const faces = await readFaces(
    web.store.db,
    people.map(({ id }) => id),
  )
  return c.html(renderPeoplePage({ ...(await frameFor(web, c)), people, faces, ...more }), more.problem ? 400 : 200)
}
