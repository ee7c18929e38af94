/** Reports of comments that readers see: the form, and what became of one. */
import type { Hono } from 'hono'
import { type PublicComment, readPublicComment } from '../../../discussion/index.ts'
import { groundsOf, readReasons } from '../../../house-rules/index.ts'
import { reportingMessages as m } from '../../../messages/index.ts'
import { appealReport, type ReportForm, readReport, report } from '../../../redress/index.ts'
import { isId } from '../../../store/index.ts'
import { readPublishedById } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, answerPrivate } from '../../kit/answer.ts'
import { COMMENT_FORM_LIMIT, type Form } from '../../kit/form.ts'
import { addressOf } from '../../kit/sender.ts'
import { withForm } from '../../kit/with-form.ts'
import { readSite } from '../kit/site.ts'
import { asReceipt } from '../own/receipt-routes.ts'
import { renderReportAppealPage } from './report-appeal-page.tsx'
import { renderReportPage } from './report-page.tsx'
import type { ReportPageProps, ReportReceiptProps } from './report-props.ts'
import { mayAppeal, renderReportReceiptPage } from './report-receipt-page.tsx'

const EMPTY: ReportForm = { kind: '', reason: '', words: '', name: '', mail: '', goodFaith: false }

export function addReportRoutes(app: Hono<Env>, web: Web): void {
  app.get('/report/:comment', async (c) => {
    const found = await reportable(web, c)
    return found ? reportPage(web, c, found, EMPTY, 200) : answerError(web, c, 404, m.commentGone)
  })
  app.post('/report/:comment', (c) => withForm(web, c, (sent) => takeReport(web, c, sent), COMMENT_FORM_LIMIT))
  app.get('/reports/:key', (c) => receiptPage(web, c))
  app.get('/reports/:key/appeal', (c) => appealPage(web, c))
  app.post('/reports/:key/appeal', (c) => withForm(web, c, (form) => takeAppeal(web, c, form), COMMENT_FORM_LIMIT))
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

async function takeReport(web: Web, c: Call, sent: Form): Promise<Response> {
  const form = formOf(sent)
  // Whatever happens now, what was typed goes back to who typed it.
  c.set('draft', { name: form.name, mail: form.mail, text: form.words })
  const found = await reportable(web, c)
  if (!found) return answerError(web, c, 404, m.commentGone)
  const result = await report(
    web.store,
    { signing: web.signing, mail: web.mailKeys },
    {
      commentId: found.comment.id,
      revisionId: sent.get('revision'),
      form,
      token: sent.get('token'),
      address: addressOf(web, c),
    },
    web.now(),
  )
  if (result.kind === 'reported') return c.redirect(`/reports/${web.signing.reportKey(result.reportId)}`, 303)
  if (result.kind === 'confirm') {
    return reportPage(web, c, found, form, 400, { field: null, sentence: m.sendAgain })
  }
  if (result.kind === 'other words')
    return reportPage(web, c, found, form, 409, { field: null, sentence: result.sentence })
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
  status: 200 | 400 | 409 | 429,
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

/** What the pages of a report are given; null where the address has no key of ours. */
async function reportOf(web: Web, c: Call): Promise<ReportReceiptProps | null> {
  const key = c.req.param('key') ?? ''
  const id = web.signing.readReportKey(key)
  const report = id ? await readReport(web.store.db, id, web.now()) : null
  if (!report) return null
  const [site, story] = await Promise.all([readSite(web), readPublishedById(web.store.db, report.storyId)])
  const path = `/reports/${key}`
  return { site, report, path, now: web.now(), story: story && { headline: story.content.headline, path: story.path } }
}

async function receiptPage(web: Web, c: Call): Promise<Response> {
  const found = await reportOf(web, c)
  return found ? asReceipt(answerPrivate(c, renderReportReceiptPage(found))) : answerError(web, c, 404, m.noReport)
}

async function takeAppeal(web: Web, c: Call, form: Form): Promise<Response> {
  const words = form.get('words')
  // Whatever happens now, what was typed goes back to who typed it.
  c.set('draft', { name: '', mail: '', text: words })
  const id = web.signing.readReportKey(c.req.param('key') ?? '')
  if (!id) return answerError(web, c, 404, m.noReport)
  const result = await appealReport(web.store, { reportId: id, words }, web.now())
  if (result.appealed) return c.redirect(`/reports/${c.req.param('key')}#appeal`, 303)
  return appealPage(web, c, { sentence: result.sentence, words })
}

async function appealPage(web: Web, c: Call, problem?: { sentence: string; words: string }): Promise<Response> {
  const found = await reportOf(web, c)
  if (!found) return answerError(web, c, 404, m.noReport)
  // Asked for already, too late, or nothing to object to: the report's page says which.
  if (!problem && !mayAppeal(found.report, web.now())) return c.redirect(found.path, 303)
  const html = renderReportAppealPage({
    ...found,
    words: problem?.words ?? '',
    ...(problem ? { problem: problem.sentence } : {}),
  })
  return asReceipt(answerPrivate(c, html, problem ? 400 : 200))
}
