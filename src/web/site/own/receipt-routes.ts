/** The author's own pages, by signed address; see docs/contracts/receipts.md. */
import type { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { editComment, type Receipt, readAnswersTold, readReceipt, withdrawComment } from '../../../discussion/index.ts'
import { receiptMessages as m } from '../../../messages/index.ts'
import { UNDO_FOR } from '../../../moderation/decisions/index.ts'
import { readPublishedById, readVersions } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, answerPrivate } from '../../kit/answer.ts'
import { COMMENT_FORM_LIMIT } from '../../kit/form.ts'
import { networkKeysOf } from '../../kit/sender.ts'
import { withForm } from '../../kit/with-form.ts'
import type { Site } from '../kit/props.ts'
import { readSite } from '../kit/site.ts'
import { banWordsOf } from '../reports/ban-words.ts'
import { tellDecisions } from './receipt-decisions.ts'
import { renderReceiptPage, renderReceiptsPage } from './receipt-page.tsx'
import type { ReceiptPageProps, ReceiptView, StoryReference } from './receipt-props.ts'

const COOKIE = 'courant_receipts'
/** Receipts that a browser remembers; a cookie holds about 4 KB. */
const MOST_REMEMBERED = 30
const HALF_A_YEAR = 180 * 24 * 60 * 60

export function addReceiptRoutes(app: Hono<Env>, web: Web): void {
  app.get('/receipts', (c) => receiptsPage(web, c))
  app.get('/receipts/:key', async (c) => {
    const receipt = await receiptOf(web, c)
    if (!receipt) return noReceipt(web, c)
    remember(web, c, c.req.param('key'))
    return receiptPage(web, c, receipt)
  })
  app.post('/receipts/:key/edit', (c) =>
    withForm(
      web,
      c,
      async (form) => {
        const typed = form.get('comment')
        // Whatever happens now, what was typed goes back to who typed it.
        c.set('draft', { name: '', mail: '', text: typed })
        const receipt = await receiptOf(web, c)
        if (!receipt) return noReceipt(web, c)
        const { recent } = await networkKeysOf(web, c)
        const result = await editComment(web.store, receipt.commentId, typed, web.now(), recent)
        if (result.edited) return c.redirect(`/receipts/${c.req.param('key')}`, 303)
        const problem = 'ban' in result ? await banWordsOf(web, result.ban) : { sentence: result.problem.sentence }
        return receiptPage(web, c, receipt, { problem: { ...problem, text: typed } })
      },
      COMMENT_FORM_LIMIT,
    ),
  )
  app.post('/receipts/:key/withdraw', async (c) => {
    const receipt = await receiptOf(web, c)
    if (!receipt) return noReceipt(web, c)
    await withdrawComment(web.store, receipt.commentId, web.now(), UNDO_FOR)
    return c.redirect(`/receipts/${c.req.param('key')}`, 303)
  })
}

/** The receipt that the address in hand stands for, or null. */
export async function receiptOf(web: Web, c: Call): Promise<Receipt | null> {
  const commentId = web.signing.readReceiptKey(c.req.param('key') ?? '')
  return commentId ? readReceipt(web.store.db, commentId) : null
}

export const noReceipt = (web: Web, c: Call): Promise<Response> => answerError(web, c, 404, m.noReceipt)

export async function receiptPage(
  web: Web,
  c: Call,
  receipt: Receipt,
  wrong: {
    problem?: ReceiptPageProps['problem']
    answers?: { sentence: string; typed: string }
  } = {},
): Promise<Response> {
  const [site, told] = await Promise.all([readSite(web), readAnswersTold(web.store.db, receipt.commentId)])
  const { problem } = wrong
  const address = 'address' in told ? told.address : ''
  const html = renderReceiptPage({
    site,
    receipt: await receiptViewOf(web, site, receipt, c.req.param('key') ?? ''),
    answers: { state: told.state, address, typed: address, ...wrong.answers },
    ...(problem ? { problem } : {}),
  })
  return asReceipt(answerPrivate(c, html, problem || wrong.answers ? 400 : 200))
}

/** The address is the key: no other site may learn it, no search engine keep it. */
export function asReceipt(response: Response): Response {
  response.headers.set('referrer-policy', 'no-referrer')
  response.headers.set('x-robots-tag', 'noindex')
  return response
}

async function receiptsPage(web: Web, c: Call): Promise<Response> {
  const site = await readSite(web)
  const receipts = await Promise.all(
    remembered(c).map(async (key) => {
      const commentId = web.signing.readReceiptKey(key)
      const receipt = commentId ? await readReceipt(web.store.db, commentId) : null
      return receipt ? receiptViewOf(web, site, receipt, key) : null
    }),
  )
  const html = renderReceiptsPage({
    site,
    receipts: receipts.filter((receipt) => receipt !== null),
  })
  const response = answerPrivate(c, html)
  response.headers.set('x-robots-tag', 'noindex')
  return response
}

/** The story as readers know it, never as its draft stands; without an address where it is not on the site. */
async function storyOf(web: Web, storyId: string): Promise<StoryReference> {
  const story = await readPublishedById(web.store.db, storyId)
  if (story) return { headline: story.content.headline, path: story.path, isOpen: story.commentsOpen }
  const [last] = await readVersions(web.store.db, storyId)
  return { headline: last?.content.headline ?? '', path: null, isOpen: false }
}

/** A receipt as its author sees it. */
export async function receiptViewOf(web: Web, site: Site, receipt: Receipt, key: string): Promise<ReceiptView> {
  const [story, revisions] = await Promise.all([storyOf(web, receipt.storyId), tellDecisions(web, site, receipt, key)])
  // As it is on the page now, whatever the receipt says of it yet.
  const shown = receipt.revisions.some(({ state }) => state === 'approved')
  return {
    ...receipt,
    path: `/receipts/${key}`,
    story,
    revisions,
    publicPath: shown && story.path ? `${story.path}#c-${receipt.commentId}` : null,
  }
}

const remembered = (c: Call): string[] =>
  (getCookie(c, COOKIE) ?? '').split('.').filter((key) => /^[0-9a-z]{58}$/.test(key))

function remember(web: Web, c: Call, key: string): void {
  const keys = [key, ...remembered(c).filter((known) => known !== key)].slice(0, MOST_REMEMBERED)
  setCookie(c, COOKIE, keys.join('.'), {
    path: '/receipts',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: HALF_A_YEAR,
    secure: web.url().startsWith('https:'),
  })
}
