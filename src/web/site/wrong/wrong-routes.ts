/** "Something wrong?": the form of a story, and what became of what was sent. */
import type { Hono } from 'hono'
import { readNotices, readPublicVersions } from '../../../corrections/index.ts'
import { wrongMessages as m } from '../../../messages/index.ts'
import { type PublishedStory, readPublishedById, readPublishedByPath, wasPublished } from '../../../story/index.ts'
import { readTicket, type Ticket, type TicketForm, takeTicket } from '../../../tickets/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, answerPrivate } from '../../kit/answer.ts'
import { COMMENT_FORM_LIMIT, type Form } from '../../kit/form.ts'
import { addressOf } from '../../kit/sender.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { withForm } from '../../kit/with-form.ts'
import { storyPathOf } from '../kit/paths.ts'
import { readSite } from '../kit/site.ts'
import { asReceipt } from '../own/receipt-routes.ts'
import { renderTicketPage } from './ticket-page.tsx'
import { renderWrongPage } from './wrong-page.tsx'
import type { TicketPageProps, WrongPageProps } from './wrong-props.ts'

const WRONG = '/:year{[0-9]{4}}/:month{[0-9]{2}}/:slug/wrong'
const EMPTY: TicketForm = { quote: '', passage: '', words: '', source: '', mail: '' }

export function addWrongRoutes(app: Hono<Env>, web: Web): void {
  app.get(WRONG, async (c) => {
    const story = await storyOf(web, c)
    return story ? wrongPage(web, c, story, EMPTY, 200) : noStory(web, c)
  })
  app.post(WRONG, (c) => withForm(web, c, (sent) => takeIt(web, c, sent), COMMENT_FORM_LIMIT))
  app.get('/tickets/:key', (c) => ticketPage(web, c))
}

const pathOf = (c: Call): string => storyPathOf(c.req.path).replace(/\/wrong$/, '')

const storyOf = (web: Web, c: Call): Promise<PublishedStory | null> => readPublishedByPath(web.store.db, pathOf(c))

async function noStory(web: Web, c: Call): Promise<Response> {
  const isGone = await wasPublished(web.store.db, pathOf(c))
  return answerError(web, c, isGone ? 410 : 404, m.noStory)
}

async function takeIt(web: Web, c: Call, sent: Form): Promise<Response> {
  const form: TicketForm = {
    quote: sent.get('quote'),
    passage: sent.get('passage'),
    words: sent.get('words'),
    source: sent.get('source'),
    mail: sent.get('mail'),
  }
  // Whatever happens now, what was typed goes back to who typed it.
  c.set('draft', { name: '', mail: form.mail, text: form.words })
  const story = await storyOf(web, c)
  if (!story) return noStory(web, c)
  const result = await takeTicket(
    web.store,
    { signing: web.signing, mail: web.mailKeys },
    {
      storyId: story.id,
      version: wholeNumber(sent.get('version')) ?? 0,
      form,
      token: sent.get('token'),
      address: addressOf(web, c),
    },
    web.now(),
  )
  if (result.kind === 'taken') return c.redirect(`/tickets/${web.signing.ticketKey(result.ticketId)}`, 303)
  if (result.kind === 'gone') return noStory(web, c)
  if (result.kind === 'confirm') return wrongPage(web, c, story, form, 400, { field: null, sentence: m.sendAgain })
  return wrongPage(web, c, story, form, result.field === null ? 429 : 400, result)
}

async function wrongPage(
  web: Web,
  c: Call,
  story: PublishedStory,
  form: TicketForm,
  status: 200 | 400 | 429,
  problem?: NonNullable<WrongPageProps['problem']>,
): Promise<Response> {
  const site = await readSite(web)
  const token = web.signing.formToken(web.now())
  return answerPrivate(c, renderWrongPage({ site, story, form, token, ...(problem ? { problem } : {}) }), status)
}

async function ticketPage(web: Web, c: Call): Promise<Response> {
  const key = c.req.param('key') ?? ''
  const id = web.signing.readTicketKey(key)
  const ticket = id ? await readTicket(web.store.db, id, web.now()) : null
  if (!ticket) return answerError(web, c, 404, m.noTicket)
  const [site, story] = await Promise.all([readSite(web), readPublishedById(web.store.db, ticket.storyId)])
  const html = renderTicketPage({
    site,
    ticket,
    path: `/tickets/${key}`,
    story: story && { headline: story.content.headline, path: story.path },
    correction: story && (await correctionOf(web, story, ticket)),
  })
  return asReceipt(answerPrivate(c, html))
}

/** What the answer names as the correction, as far as readers may see it. */
async function correctionOf(web: Web, story: PublishedStory, ticket: Ticket): Promise<TicketPageProps['correction']> {
  const version = ticket.answer?.version
  if (version === undefined || version === null) return null
  const [notices, versions] = await Promise.all([
    readNotices(web.store.db, [story]),
    readPublicVersions(web.store.db, story.id),
  ])
  const isShown = (number: number) => versions.some((one) => one.number === number && one.content !== null)
  const before = ticket.version
  return {
    cause: notices.get(story.id)?.find((one) => one.version === version)?.cause ?? '',
    difference: isShown(before) && isShown(version) ? `${story.path}/versions/${before}/${version}` : null,
  }
}
