/** Errors that readers reported: what is open, how each is answered, and what was. */
import type { Hono } from 'hono'
import { ticketDeskMessages as m } from '../../../messages/index.ts'
import { namesOfStaff } from '../../../people/index.ts'
import { isId } from '../../../store/index.ts'
import {
  answerTickets,
  countOpenTickets,
  readAnsweredTickets,
  readOpenTickets,
  reopenTickets,
} from '../../../tickets/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import type { Form } from '../../kit/form.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { renderAnsweredPage } from './answered-page.tsx'
import { renderTicketsPage, type TicketsPageProps } from './tickets-page.tsx'

const ITEMS = 20
const ANSWERS = 50

export function addTicketsRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/tickets', async (c) => {
    const done = await justAnswered(web, c.req.query('done') ?? '')
    if (c.req.query('open') !== undefined) return ticketsPage(web, c, { said: m.reopened })
    return ticketsPage(web, c, done ? { done } : {})
  })
  app.get('/newsroom/tickets/answered', async (c) => {
    const [frame, answers] = await Promise.all([
      frameFor(web, c),
      readAnsweredTickets(web.store.db, { limit: ANSWERS }),
    ])
    const names = await namesOfStaff(
      web.store.db,
      answers.flatMap(({ by }) => by ?? []),
    )
    return c.html(renderAnsweredPage({ ...frame, answers, nameOf: (id) => names.get(id ?? '') ?? '' }))
  })
  app.post('/newsroom/tickets/answer', (c) => withForm(web, c, (form) => answerIt(web, c, form)))
  app.post('/newsroom/tickets/reopen', (c) =>
    withForm(web, c, async (form) => {
      const reopened = await reopenTickets(web.store, form.get('answer'), c.get('person').id, web.now())
      return reopened ? c.redirect('/newsroom/tickets?open', 303) : ticketsPage(web, c, { said: m.notReopened })
    }),
  )
}

async function justAnswered(web: Web, answerId: string): Promise<TicketsPageProps['done'] | null> {
  if (!isId(answerId)) return null
  const [answer] = await readAnsweredTickets(web.store.db, { limit: 1, answerId })
  return answer ? { kind: answer.kind, answerId } : null
}

async function answerIt(web: Web, c: Call, form: Form): Promise<Response> {
  const ticketIds = form.all('ticket')
  if (ticketIds.length === 0 || !ticketIds.every(isId)) return answerError(web, c, 400)
  const typed = form.get('note')
  const asked = {
    ticketIds,
    kind: form.get('kind'),
    note: typed,
    version: wholeNumber(form.get('version')) ?? null,
    by: c.get('person').id,
  }
  const result = await answerTickets(web.store, asked, web.now())
  if (result.answered) return c.redirect(`/newsroom/tickets?done=${result.answerId}`, 303)
  return ticketsPage(web, c, { problem: { ticketId: ticketIds[0] ?? '', sentence: result.sentence, typed } })
}

async function ticketsPage(
  web: Web,
  c: Call,
  more: Pick<TicketsPageProps, 'problem' | 'done' | 'said'>,
): Promise<Response> {
  const [frame, groups, { count }] = await Promise.all([
    frameFor(web, c),
    readOpenTickets(web.store.db, { limit: ITEMS }),
    countOpenTickets(web.store.db),
  ])
  return c.html(renderTicketsPage({ ...frame, groups, total: count, ...more }), more.problem ? 409 : 200)
}
