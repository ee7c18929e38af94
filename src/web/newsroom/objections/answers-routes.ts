/** Answering for decisions: appeals, reports, and how the rules are worded. */

import type { Hono } from 'hono'
import { readPublicity, readReasons, setPublicity, type TypedWording, wordReason } from '../../../house-rules/index.ts'
import { readUndoables, undo } from '../../../moderation/undo/index.ts'
import {
  countOpenAppeals,
  countReported,
  decideAppeal,
  decideReports,
  readOpenAppeals,
  readReported,
} from '../../../redress/index.ts'
import { isId } from '../../../store/index.ts'
import { unixLines } from '../../../text/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import type { Form } from '../../kit/form.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { type ReasonsPageProps, renderReasonsPage } from '../settings/reasons-page.tsx'
import { shownIn } from '../settings/shown.tsx'
import { type AppealsPageProps, renderAppealsPage } from './appeals-page.tsx'
import { type ReportsPageProps, renderReportsPage } from './reports-page.tsx'

const ITEMS = 20

export function addAnswersRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/review/appeals', async (c) => {
    const answered = c.req.query('answered')
    if (answered === undefined) return appealsPage(web, c, {})
    const undo = answered === '' ? undefined : await stillUndoable(web, c, answered)
    return appealsPage(web, c, { answered: undo === undefined ? {} : { undo } })
  })
  app.post('/newsroom/review/appeals/undo', (c) => withForm(web, c, (form) => undoSecondLook(web, c, form)))
  app.post('/newsroom/review/appeals/:id', (c) => withForm(web, c, (form) => answerAppeal(web, c, form)))
  app.get('/newsroom/review/reports', async (c) => {
    const decided = await justDecided(web, c, c.req.query('decided'))
    return reportsPage(web, c, decided ? { decided } : {})
  })
  app.post('/newsroom/review/reports/undo', (c) => withForm(web, c, (form) => undoRemoval(web, c, form)))
  app.post('/newsroom/review/reports/:comment', (c) => withForm(web, c, (form) => answerReports(web, c, form)))

  app.get('/newsroom/review/reasons', (c) =>
    reasonsPage(web, c, c.req.query('saved') === undefined ? {} : { saved: true }),
  )
  app.post('/newsroom/review/reasons', (c) => withForm(web, c, (form) => saveWording(web, c, form)))
  app.post('/newsroom/review/reasons/publicity', (c) =>
    withForm(web, c, async (form) => {
      const wanted = { log: form.get('log') !== '', report: form.get('report') !== '' }
      const seen = Object.entries(shownIn(form, ['log', 'report']))
      const shown = Object.fromEntries(seen.map(([name, text]) => [name, text !== '']))
      await setPublicity(web.store, { shown, wanted }, c.get('person').id, web.now())
      return c.redirect('/newsroom/review/reasons?saved', 303)
    }),
  )
}

async function answerAppeal(web: Web, c: Call, form: Form): Promise<Response> {
  const appealId = c.req.param('id') ?? ''
  const verdict = form.get('verdict')
  if (!isId(appealId) || (verdict !== 'uphold' && verdict !== 'overturn')) return answerError(web, c, 400)
  const [typed, reason] = [form.get('sentence'), form.get('reason')]
  const [revisionId, by] = [form.get('revision'), c.get('person').id]
  const asked = { appealId, revisionId, verdict, sentence: typed, reason: reason || null, by } as const
  const result = await decideAppeal(web.store, asked, web.now())
  if (result.answered)
    return c.redirect(
      `/newsroom/review/appeals?answered${result.undoUntil === null ? '' : `=${result.decisionId}`}`,
      303,
    )
  return appealsPage(web, c, { problem: { appealId, sentence: result.sentence, typed, reason } })
}

/** A reported comment was taken down after all, and is to be back: the appeal waits again. */
async function undoSecondLook(web: Web, c: Call, form: Form): Promise<Response> {
  const result = await undo(web.store, form.get('decision'), c.get('person').id, web.now())
  if (result.undone) return c.redirect('/newsroom/review/appeals', 303)
  return appealsPage(web, c, { problem: { appealId: '', sentence: result.sentence, typed: '', reason: '' } })
}

async function appealsPage(web: Web, c: Call, more: Pick<AppealsPageProps, 'problem' | 'answered'>): Promise<Response> {
  const { db } = web.store
  const [frame, appeals, total, reasons] = await Promise.all([
    frameFor(web, c),
    readOpenAppeals(db, { personId: c.get('person').id, limit: ITEMS }),
    countOpenAppeals(db),
    readReasons(db),
  ])
  return c.html(renderAppealsPage({ ...frame, appeals, total, reasons, ...more }), more.problem ? 409 : 200)
}

async function answerReports(web: Web, c: Call, form: Form): Promise<Response> {
  const commentId = c.req.param('comment') ?? ''
  const action = form.get('act')
  const last = form.get('last')
  if (!isId(commentId) || !isId(last) || (action !== 'remove' && action !== 'keep')) return answerError(web, c, 400)
  const [typed, reason] = [form.get('sentence'), form.get('reason')]
  const [revisionId, by] = [form.get('revision'), c.get('person').id]
  const asked = { commentId, revisionId, last, action, reason: reason || null, sentence: typed, by } as const
  const result = await decideReports(web.store, asked, web.now())
  if (result.decided)
    return c.redirect(`/newsroom/review/reports?decided=${action === 'keep' ? 'keep' : result.decisionId}`, 303)
  return reportsPage(web, c, { problem: { commentId, sentence: result.sentence, typed, reason } })
}

/** What the address says was decided last: that something stays, or a removal, with its time to be taken back. */
async function justDecided(web: Web, c: Call, said: string | undefined): Promise<ReportsPageProps['decided'] | null> {
  if (said === undefined) return null
  if (said === 'keep') return { action: 'keep' }
  const undo = await stillUndoable(web, c, said)
  return undo === undefined ? { action: 'remove' } : { action: 'remove', undo }
}

/** The decision itself, where it is this person's and can still be taken back. */
async function stillUndoable(web: Web, c: Call, decisionId: string): Promise<string | undefined> {
  const undoables = await readUndoables(web.store.db, c.get('person').id, web.now())
  return undoables.find((one) => one.decisionId === decisionId)?.decisionId
}

async function undoRemoval(web: Web, c: Call, form: Form): Promise<Response> {
  const result = await undo(web.store, form.get('decision'), c.get('person').id, web.now())
  if (result.undone) return c.redirect('/newsroom/review/reports', 303)
  return reportsPage(web, c, { problem: { commentId: '', sentence: result.sentence, typed: '', reason: '' } })
}

async function reportsPage(web: Web, c: Call, more: Pick<ReportsPageProps, 'problem' | 'decided'>): Promise<Response> {
  const { db } = web.store
  const [frame, reported, total, reasons] = await Promise.all([
    frameFor(web, c),
    readReported(db, ITEMS),
    countReported(db),
    readReasons(db),
  ])
  return c.html(renderReportsPage({ ...frame, reported, total, reasons, ...more }), more.problem ? 409 : 200)
}

async function saveWording(web: Web, c: Call, form: Form): Promise<Response> {
  const typed: TypedWording = {
    code: form.get('code'),
    title: form.get('title'),
    sentence: unixLines(form.get('sentence')),
    law: unixLines(form.get('law')),
  }
  const shown = shownIn(form, ['title', 'sentence', 'law'])
  const problem = await wordReason(web.store, { ...typed, shown }, c.get('person').id, web.now())
  if (problem) return reasonsPage(web, c, { problem: { ...problem, typed, shown } })
  return c.redirect(`/newsroom/review/reasons?saved#rule-${encodeURIComponent(typed.code)}`, 303)
}

async function reasonsPage(web: Web, c: Call, more: Pick<ReasonsPageProps, 'problem' | 'saved'>): Promise<Response> {
  const { db } = web.store
  const [frame, reasons, publicity] = await Promise.all([frameFor(web, c), readReasons(db), readPublicity(db)])
  const status = !more.problem ? 200 : 'meanwhile' in more.problem ? 409 : 400
  return c.html(renderReasonsPage({ ...frame, reasons, publicity, ...more }), status)
}
