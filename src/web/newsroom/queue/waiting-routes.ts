/**
 * The page behind the link in a moderator's letter. GET lists what waits and
 * changes nothing; its buttons decide in that person's name, for twelve hours,
 * as long as they may review. The link opens nothing else, and signs nobody in.
 */
import type { Hono } from 'hono'
import { peekMailLink } from '../../../access/index.ts'
import { readReasons } from '../../../house-rules/index.ts'
import { decide } from '../../../moderation/decisions/index.ts'
import { readQueue, readQueueState } from '../../../moderation/queue/index.ts'
import { readUndoables, undo } from '../../../moderation/undo/index.ts'
import { may, type Person, readPerson } from '../../../people/index.ts'
import { isId } from '../../../store/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, answerPrivate } from '../../kit/answer.ts'
import { withForm } from '../../kit/with-form.ts'
import { inNewsroom, readSite } from '../../site/kit/site.ts'
import type { TypedNote } from '../kit/props.ts'
import { renderWaitingOverPage, renderWaitingPage } from './waiting-page.tsx'

const LISTED = 12

export function addWaitingRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/waiting/:token', async (c) => {
    const person = await personOf(web, c)
    return person ? waitingPage(web, c, person) : over(web, c)
  })
  app.post('/newsroom/waiting/:token/decide', async (c) => {
    const person = await personOf(web, c)
    if (!person) return over(web, c)
    return withForm(web, c, async (form) => {
      const [action, revisionId] = [form.get('action'), form.get('revision')]
      if (!isId(revisionId) || (action !== 'approve' && action !== 'reject')) return answerError(web, c, 400)
      const note = action === 'reject' ? form.get('note') : ''
      const decision = { revisionId, action, reason: form.get('reason') || null, note, by: person.id } as const
      const result = await decide(web.store, decision, web.now())
      if (result.decided) return c.redirect(pathOf(c), 303)
      return waitingPage(web, c, person, { conflict: result.sentence, typed: { revisionId, note } })
    })
  })
  app.post('/newsroom/waiting/:token/undo', async (c) => {
    const person = await personOf(web, c)
    if (!person) return over(web, c)
    return withForm(web, c, async (form) => {
      const id = form.get('decision')
      const result = await undo(web.store, isId(id) ? id : '', person.id, web.now())
      return result.undone ? c.redirect(pathOf(c), 303) : waitingPage(web, c, person, { conflict: result.sentence })
    })
  })
}

const pathOf = (c: Call): string => `/newsroom/waiting/${encodeURIComponent(c.req.param('token') ?? '')}`

/** Whose link it is, while it can be used and they may review. */
async function personOf(web: Web, c: Call): Promise<Person | null> {
  const link = await peekMailLink(web.store.db, c.req.param('token') ?? '', 'waiting', web.now())
  const person = link?.personId ? await readPerson(web.store.db, link.personId) : null
  return person && may(person, 'moderate') ? person : null
}

const siteOf = async (web: Web) => inNewsroom(await readSite(web))

const over = async (web: Web, c: Call) => answerPrivate(c, renderWaitingOverPage({ site: await siteOf(web) }), 410)

async function waitingPage(
  web: Web,
  c: Call,
  person: Person,
  { conflict, typed }: { conflict?: string; typed?: TypedNote } = {},
): Promise<Response> {
  const [site, items, { waiting }, reasons, undoable] = await Promise.all([
    siteOf(web),
    readQueue(web.store.db, { limit: LISTED }),
    readQueueState(web.store.db),
    readReasons(web.store.db),
    readUndoables(web.store.db, person.id, web.now()),
  ])
  const html = renderWaitingPage({
    site,
    now: web.now(),
    path: pathOf(c),
    name: person.name,
    items,
    total: waiting,
    reasons: reasons.map(({ code, title, key }) => ({ code, title, key })),
    undoable,
    ...(conflict ? { conflict } : {}),
    ...(typed && typed.note !== '' ? { typed } : {}),
  })
  return answerPrivate(c, html, conflict ? 409 : 200)
}
