/** An author without an account erases their data by the receipt's signed address. */
import type { Hono } from 'hono'
import { receiptMessages as m } from '../../../messages/index.ts'
import { eraseComment, exportComment } from '../../../privacy/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerPrivate } from '../../kit/answer.ts'
import { withForm } from '../../kit/with-form.ts'
import { readSite } from '../kit/site.ts'
import { renderErasedPage, renderErasePage } from './receipt-erase-page.tsx'
import { asReceipt, noReceipt, receiptOf } from './receipt-routes.ts'

export function addReceiptEraseRoutes(app: Hono<Env>, web: Web): void {
  app.get('/receipts/:key/erase', async (c) => ((await receiptOf(web, c)) ? erasePage(web, c) : noReceipt(web, c)))
  app.post('/receipts/:key/erase', async (c) => {
    const receipt = await receiptOf(web, c)
    if (!receipt) return noReceipt(web, c)
    return withForm(web, c, async (form) => {
      const erasure = form.get('words')
      if (erasure !== 'keep' && erasure !== 'blank') return erasePage(web, c, m.chooseText)
      await eraseComment(web.store, { commentId: receipt.commentId, erasure, by: null }, web.now())
      return asReceipt(answerPrivate(c, renderErasedPage({ site: await readSite(web) })))
    })
  })
  app.get('/receipts/:key/export', async (c) => {
    const receipt = await receiptOf(web, c)
    if (!receipt) return noReceipt(web, c)
    const data = await exportComment(web.store.db, receipt.commentId, web.now())
    return asReceipt(
      c.body(`${JSON.stringify(data, null, 2)}\n`, 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': 'attachment; filename="my-comment.json"',
        'cache-control': 'no-store',
      }),
    )
  })
}

async function erasePage(web: Web, c: Call, problem?: string): Promise<Response> {
  const path = `/receipts/${c.req.param('key')}`
  const html = renderErasePage({
    site: await readSite(web),
    of: 'comment',
    action: `${path}/erase`,
    back: path,
    ...(problem ? { problem } : {}),
  })
  return asReceipt(answerPrivate(c, html, problem ? 400 : 200))
}
