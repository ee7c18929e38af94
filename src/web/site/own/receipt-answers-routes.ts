/** Being told of answers, from a comment's own page: whoever holds its address is its author. */
import type { Hono } from 'hono'
import { wishForAnswers } from '../../../discussion/index.ts'
import { endAnswers } from '../../../letters/index.ts'
import { isMailAddress } from '../../../mail/index.ts'
import { siteFrameMessages } from '../../../messages/index.ts'
import type { Env, Web } from '../../context.ts'
import { networkKeysOf } from '../../kit/sender.ts'
import { withForm } from '../../kit/with-form.ts'
import { noReceipt, receiptOf, receiptPage } from './receipt-routes.ts'

export function addReceiptAnswersRoutes(app: Hono<Env>, web: Web): void {
  app.post('/receipts/:key/answers', async (c) => {
    const receipt = await receiptOf(web, c)
    if (!receipt) return noReceipt(web, c)
    return withForm(web, c, async (form) => {
      const address = form.get('mail').trim()
      if (!isMailAddress(address))
        return receiptPage(web, c, receipt, {
          answers: { typed: form.get('mail'), sentence: siteFrameMessages.notAnAddress },
        })
      const { today: network } = await networkKeysOf(web, c)
      const wish = { commentId: receipt.commentId, readerId: null, address, network }
      await web.store.transaction(web.now(), (tx) => wishForAnswers(tx, wish))
      return c.redirect(`/receipts/${c.req.param('key')}#answers`, 303)
    })
  })
  app.post('/receipts/:key/answers/stop', async (c) => {
    const receipt = await receiptOf(web, c)
    if (!receipt) return noReceipt(web, c)
    await endAnswers(web.store, receipt.commentId, web.now())
    return c.redirect(`/receipts/${c.req.param('key')}#answers`, 303)
  })
}
