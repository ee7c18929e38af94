/** The spam model's page. */
import type { Hono } from 'hono'
import { readModelFigures, readWeighed } from '../../../moderation/learning/index.ts'
import type { Env, Web } from '../../context.ts'
import { frameFor } from '../kit/frame.ts'
import { renderModelPage } from './model-page.tsx'

export function addModelRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/review/model', async (c) => {
    const [frame, figures, weighed] = await Promise.all([
      frameFor(web, c),
      readModelFigures(web.store.db, web.now()),
      readWeighed(web.store),
    ])
    return c.html(renderModelPage({ ...frame, figures, weighed }))
  })
}
