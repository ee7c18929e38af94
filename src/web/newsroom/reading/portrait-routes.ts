/** A name's portrait: chosen out of the library, and taken away. */
import type { Hono } from 'hono'
import { type AcceptedName, readAccepted, setPortrait } from '../../../archive/index.ts'
import { findPictures, readPicture } from '../../../media/index.ts'
import { portraitMessages as m } from '../../../messages/index.ts'
import { isId } from '../../../store/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { renderPortraitPage } from './portrait-page.tsx'

const ON_A_PAGE = 24
/** The search looks no further. */
const LONGEST = 120

export function addPortraitRoutes(app: Hono<Env>, web: Web): void {
  const path = '/newsroom/names/:id/portrait'
  app.get(path, (c) => withName(web, c, (name) => page(web, c, name)))
  app.post(path, (c) =>
    withForm(web, c, (form) =>
      withName(web, c, async (name) => {
        const isRemoved = form.get('act') === 'remove'
        const pictureId = isRemoved ? null : form.get('picture')
        if (pictureId === '') return page(web, c, name, m.chooseOne)
        const result = await setPortrait(web.store, { id: name.id, pictureId, by: c.get('person').id }, web.now())
        if ('problem' in result) return page(web, c, name, result.problem)
        return c.redirect(`/newsroom/names/${name.id}/portrait?done=${isRemoved ? 'removed' : 'saved'}`, 303)
      }),
    ),
  )
}

async function withName(web: Web, c: Call, work: (name: AcceptedName) => Promise<Response>): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const name = isId(id) ? await readAccepted(web.store.db, id) : null
  return name ? work(name) : answerError(web, c, 404, { sentence: m.noName })
}

async function page(web: Web, c: Call, name: AcceptedName, problem?: string): Promise<Response> {
  const { db } = web.store
  const words = (c.req.query('q') ?? '').slice(0, LONGEST)
  const [frame, found, portrait] = await Promise.all([
    frameFor(web, c),
    findPictures(db, { words, unused: false, before: null, limit: ON_A_PAGE }),
    name.portrait === null ? null : readPicture(db, name.portrait),
  ])
  const done = { saved: m.saved, removed: m.removed }[c.req.query('done') ?? '']
  const html = renderPortraitPage({
    ...frame,
    ...{ name, portrait, words, pictures: found.slice(0, ON_A_PAGE) },
    ...(problem ? { problem } : done ? { done } : {}),
  })
  return c.html(html, problem ? 400 : 200)
}
