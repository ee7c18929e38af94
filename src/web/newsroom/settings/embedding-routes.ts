/** In the settings: which other sites show the discussion. */
import type { Hono } from 'hono'
import { addListedSite, readListedSites, removeListedSite } from '../../../embedding/index.ts'
import { embeddingMessages as m } from '../../../messages/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { type EmbeddingPageProps, renderEmbeddingPage } from './embedding-page.tsx'

const HERE = '/newsroom/embedding'

export function addEmbeddingRoutes(app: Hono<Env>, web: Web): void {
  app.get(HERE, (c) => {
    const [added, removed] = [c.req.query('added'), c.req.query('removed')]
    const done = added !== undefined ? m.added : removed !== undefined ? m.removed : null
    return show(web, c, done ? { done } : {})
  })
  app.post(HERE, (c) =>
    withForm(web, c, async (form) => {
      const typed = form.get('site')
      const result = await addListedSite(web.store, { typed, by: c.get('person').id }, web.now())
      return 'problem' in result ? show(web, c, { typed, problem: result.problem }) : c.redirect(`${HERE}?added`, 303)
    }),
  )
  app.post(`${HERE}/remove`, (c) =>
    withForm(web, c, async (form) => {
      const change = { origin: form.get('site'), by: c.get('person').id }
      const wasThere = await removeListedSite(web.store, change, web.now())
      return wasThere ? c.redirect(`${HERE}?removed`, 303) : show(web, c, { problem: m.notThere })
    }),
  )
}

async function show(
  web: Web,
  c: Call,
  seen: Pick<EmbeddingPageProps, 'typed' | 'problem' | 'done'>,
): Promise<Response> {
  const [frame, sites] = await Promise.all([frameFor(web, c), readListedSites(web.store.db)])
  return c.html(renderEmbeddingPage({ ...frame, sites, ...seen }), seen.problem ? 400 : 200)
}
