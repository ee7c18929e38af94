/** Reports of comments that readers see: the form, and what became of one. */
import type { Hono } from 'hono'
import { type PublicComment, readPublicComment } from '../../discussion/index.ts'
import { groundsOf, type ReportForm, readReasons, readReport, report } from '../../review/index.ts'
import { isId } from '../../store/index.ts'
import { readPublishedById } from '../../story/index.ts'
import { answerError, answerPrivate } from '../answer.ts'
import { clientAddress } from '../client-address.ts'
import type { Call, Env, Web } from '../context.ts'
import { COMMENT_FORM_LIMIT, type Form, readForm } from '../form.ts'
import { renderReportPage } from './report-page.tsx'
import type { ReportPageProps } from './report-props.ts'
import { renderReportReceiptPage } from './report-receipt-page.tsx'
import { readSite } from './site.ts'

const EMPTY: ReportForm = { kind: '', reason: '', words: '', name: '', mail: '', goodFaith: false }
const GONE = {
  title: 'Not on the page',
  sentence: 'The comment you want to report is not on the page (any more).',
}

export function addReportRoutes(app: Hono<Env>, web: Web): void {
  app.get('/report/:comment', async (c) => {
    const found = await reportable(web, c)
    return found ? reportPage(web, c, found, EMPTY, 200) : answerError(web, c, 404, GONE)
  })
  app.post('/report/:comment', (c) => takeReport(web, c))
  app.get('/reports/:key', (c) => receiptPage(web, c))
}

interface Reportable {
  comment: PublicComment
  story: { headline: string; path: string }
}

async function reportable(web: Web, c: Call): Promise<Reportable | null> {
  const id = c.req.param('comment') ?? ''
  const comment = isId(id) ? await readPublicComment(web.store.db, id) : null
  const story = comment && (await readPublishedById(web.store.db, comment.storyId))
  return comment && story ? { comment, story: { headline: story.content.headline, path: story.path } } : null
}

async function takeReport(web: Web, c: Call): Promise<Response> {
  const sent = await readForm(c.env.incoming, COMMENT_FORM_LIMIT)
  if ('fault' in sent) return answerError(web, c, sent.fault === 'too large' ? 413 : 400)
  const form = formOf(sent)
  const fail = (error: unknown) => {
    // Whatever happens now, what was typed goes back to who typed it.
    c.set('draft', { name: form.name, mail: form.mail, text: form.words })
    throw error
  }
  const found = await reportable(web, c).catch(fail)
  if (!found)
    return answerError(web, c, 404, { ...GONE, draft: { name: form.name, mail: form.mail, text: form.words } })
  const address = clientAddress(c.env.incoming.socket.remoteAddress, c.req.header('x-forwarded-for'), web.proxies)
  const result = await report(
    web.store,
    { signing: web.signing, mail: web.mailKeys },
    { commentId: found.comment.id, form, token: sent.get('token'), address },
    web.now(),
  ).catch(fail)
  if (result.kind === 'reported') return c.redirect(`/reports/${web.signing.reportKey(result.reportId)}`, 303)
  if (result.kind === 'confirm') {
    const sentence = 'Look your report over and send it once more: the form had been open for very long, or was used.'
    return reportPage(web, c, found, form, 400, { field: null, sentence })
  }
  return reportPage(web, c, found, form, result.field === null ? 429 : 400, result)
}

/** "law illegal-hate" is one choice of the form: what it breaks, and which. */
function formOf(sent: Form): ReportForm {
  const ground = sent.get('ground')
  const at = ground.indexOf(' ')
  return {
    kind: at < 0 ? ground : ground.slice(0, at),
    reason: at < 0 ? '' : ground.slice(at + 1),
    words: sent.get('words'),
    name: sent.get('name'),
    mail: sent.get('mail'),
    goodFaith: sent.get('faith') === 'yes',
  }
}

async function reportPage(
  web: Web,
  c: Call,
  found: Reportable,
  form: ReportForm,
  status: 200 | 400 | 429,
  problem?: NonNullable<ReportPageProps['problem']>,
): Promise<Response> {
  const [site, reasons] = await Promise.all([readSite(web), readReasons(web.store.db)])
  const html = renderReportPage({
    site,
    ...found,
    grounds: groundsOf(reasons),
    form,
    token: web.signing.formToken(web.now()),
    ...(problem ? { problem } : {}),
  })
  return answerPrivate(c, html, status)
}

async function receiptPage(web: Web, c: Call): Promise<Response> {
  const key = c.req.param('key') ?? ''
  const id = web.signing.readReportKey(key)
  const found = id ? await readReport(web.store.db, id, web.now()) : null
  if (!found) {
    return answerError(web, c, 404, {
      title: 'No such report',
      sentence: 'This address is not complete. Open the link exactly as it stood after you sent your report.',
    })
  }
  const story = await readPublishedById(web.store.db, found.storyId)
  const html = renderReportReceiptPage({
    site: await readSite(web),
    report: found,
    path: `/reports/${key}`,
    story: story && { headline: story.content.headline, path: story.path },
  })
  const response = answerPrivate(c, html)
  // The address is the key: no other site may learn it, no search engine keep it.
  response.headers.set('referrer-policy', 'no-referrer')
  response.headers.set('x-robots-tag', 'noindex')
  return response
}
