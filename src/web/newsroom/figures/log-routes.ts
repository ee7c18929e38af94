/** The log of the staff. */
import type { Hono } from 'hono'
import { loggedDecisions } from '../../../moderation/decisions/index.ts'
import { listPeople, readStaffLog } from '../../../people/index.ts'
import { namesOfPrograms } from '../../../programs/index.ts'
import { isId } from '../../../store/index.ts'
import { loggedPublications } from '../../../story/index.ts'
import type { Env, Web } from '../../context.ts'
import { frameFor } from '../kit/frame.ts'
import { logAddress, renderStaffLogPage } from './log-page.tsx'

const LINES = 100

export function addLogRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/log', async (c) => {
    const by = c.req.query('by') ?? ''
    const asked = { by: isId(by) ? by : '', kind: c.req.query('kind') ?? '' }
    const after = c.req.query('after') || undefined
    const [frame, people, { lines, more }] = await Promise.all([
      frameFor(web, c),
      listPeople(web.store.db),
      readStaffLog(web.store.db, { by: asked.by || undefined, kind: asked.kind || undefined, after, limit: LINES }, [
        loggedDecisions,
        loggedPublications,
      ]),
    ])
    const programs = await namesOfPrograms(
      web.store.db,
      lines.map(({ through }) => through),
    )
    const next = more ? logAddress(asked, lines.at(-1)?.key) : null
    return c.html(renderStaffLogPage({ ...frame, lines, people, programs, asked, next, later: after !== undefined }))
  })
}
