/** An appeal against a decision, by the receipt's signed address. */
import type { Hono } from 'hono'
import { receiptMessages as m } from '../../../messages/index.ts'
import { appeal } from '../../../redress/index.ts'
import { isId } from '../../../store/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, answerPrivate } from '../../kit/answer.ts'
import { COMMENT_FORM_LIMIT } from '../../kit/form.ts'
import { withForm } from '../../kit/with-form.ts'
import { readSite } from '../kit/site.ts'
import { renderAppealPage } from './receipt-appeal-page.tsx'
import { tellDecisions } from './receipt-decisions.ts'
import { asReceipt, noReceipt, receiptOf } from './receipt-routes.ts'

export function addReceiptAppealRoutes(app: Hono<Env>, web: Web): void {
  app.get('/receipts/:key/appeal/:decision', (c) => appealPage(web, c))
  app.post('/receipts/:key/appeal/:decision', (c) =>
    withForm(
      web,
      c,
      async (form) => {
        const words = form.get('words')
        // Whatever happens now, what was typed goes back to who typed it.
        c.set('draft', { name: '', mail: '', text: words })
        const receipt = await receiptOf(web, c)
        if (!receipt) return noReceipt(web, c)
        const decisionId = c.req.param('decision')
        const result = await appeal(web.store, { commentId: receipt.commentId, decisionId, words }, web.now())
        if (result.appealed) return c.redirect(`/receipts/${c.req.param('key')}#appeal`, 303)
        return appealPage(web, c, { sentence: result.sentence, words })
      },
      COMMENT_FORM_LIMIT,
    ),
  )
}

async function appealPage(web: Web, c: Call, problem?: { sentence: string; words: string }): Promise<Response> {
  const receipt = await receiptOf(web, c)
  const id = c.req.param('decision') ?? ''
  if (!receipt || !isId(id)) return noReceipt(web, c)
  const key = c.req.param('key') ?? ''
  const site = await readSite(web)
  const revision = (await tellDecisions(web, site, receipt, key)).find(({ decision }) => decision?.id === id)
  if (!revision?.decision) return answerError(web, c, 404, m.nothingToAppeal)
  // Appealed already, or too late: the receipt says which.
  if (!problem && revision.decision.appealPath === null) return c.redirect(`/receipts/${key}`, 303)
  const html = renderAppealPage({
    site,
    receiptPath: `/receipts/${key}`,
    text: revision.text,
    decision: revision.decision,
    words: problem?.words ?? '',
    ...(problem ? { problem: problem.sentence } : {}),
  })
  return asReceipt(answerPrivate(c, html, problem ? 400 : 200))
}
