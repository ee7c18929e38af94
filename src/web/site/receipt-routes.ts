/** The author's own pages, by signed address; see docs/contracts/receipts.md. */
import type { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { editComment, type Receipt, readReceipt, withdrawComment } from '../../discussion/index.ts'
import { reasonOf } from '../../review/index.ts'
import { readPublishedById, readVersions } from '../../story/index.ts'
import { answerError, answerPrivate } from '../answer.ts'
import type { Call, Env, Web } from '../context.ts'
import { COMMENT_FORM_LIMIT, readForm } from '../form.ts'
import { renderReceiptPage, renderReceiptsPage } from './receipt-page.tsx'
import type { ReceiptView, StoryReference } from './receipt-props.ts'
import { readSite } from './site.ts'

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
  app.post('/receipts/:key/edit', async (c) => {
    const receipt = await receiptOf(web, c)
    if (!receipt) return noReceipt(web, c)
    const form = await readForm(c.env.incoming, COMMENT_FORM_LIMIT)
    if ('fault' in form) return answerError(web, c, form.fault === 'too large' ? 413 : 400)
    const typed = form.get('comment')
    const result = await editComment(web.store, receipt.commentId, typed, web.now(), web.examine).catch(
      (error: unknown) => {
        c.set('draft', { name: receipt.authorName, mail: '', text: typed })
        throw error
      },
    )
    if (result.edited) return c.redirect(`/receipts/${c.req.param('key')}`, 303)
    return receiptPage(web, c, receipt, { sentence: result.problem.sentence, text: typed })
  })
  app.post('/receipts/:key/withdraw', async (c) => {
    const receipt = await receiptOf(web, c)
    if (!receipt) return noReceipt(web, c)
    await withdrawComment(web.store, receipt.commentId, web.now())
    return c.redirect(`/receipts/${c.req.param('key')}`, 303)
  })
}

async function receiptOf(web: Web, c: Call): Promise<Receipt | null> {
  const commentId = web.signing.readReceiptKey(c.req.param('key') ?? '')
  return commentId ? readReceipt(web.store.db, commentId) : null
}

const noReceipt = (web: Web, c: Call) =>
  answerError(web, c, 404, {
    title: 'No such receipt',
    sentence:
      'This address is not complete. Open the link exactly as it stood on the page after you sent your comment.',
  })

async function receiptPage(
  web: Web,
  c: Call,
  receipt: Receipt,
  problem?: { sentence: string; text: string },
): Promise<Response> {
  const story = await storyOf(web, receipt.storyId)
  const html = renderReceiptPage({
    site: await readSite(web),
    receipt: viewOf(receipt, c.req.param('key') ?? '', story),
    ...(problem ? { problem } : {}),
  })
  const response = answerPrivate(c, html, problem ? 400 : 200)
  // The address is the key: no other site may learn it, no search engine keep it.
  response.headers.set('referrer-policy', 'no-referrer')
  response.headers.set('x-robots-tag', 'noindex')
  return response
}

async function receiptsPage(web: Web, c: Call): Promise<Response> {
  const receipts = await Promise.all(
    remembered(c).map(async (key) => {
      const commentId = web.signing.readReceiptKey(key)
      const receipt = commentId ? await readReceipt(web.store.db, commentId) : null
      return receipt ? viewOf(receipt, key, await storyOf(web, receipt.storyId)) : null
    }),
  )
  const html = renderReceiptsPage({
    site: await readSite(web),
    receipts: receipts.filter((receipt) => receipt !== null),
  })
  const response = answerPrivate(c, html)
  response.headers.set('x-robots-tag', 'noindex')
  return response
}

/** The story as readers know it, never as its draft stands; without an address where it is not on the site. */
async function storyOf(web: Web, storyId: string): Promise<StoryReference> {
  const story = await readPublishedById(web.store.db, storyId)
  if (story) return { headline: story.content.headline, path: story.path }
  const [last] = await readVersions(web.store.db, storyId)
  return { headline: last?.content.headline ?? '', path: null }
}

function viewOf(receipt: Receipt, key: string, story: StoryReference): ReceiptView {
  const shown = receipt.revisions.some(({ state }) => state === 'approved')
  return {
    ...receipt,
    path: `/receipts/${key}`,
    story,
    revisions: receipt.revisions.map((revision) => {
      const reason = reasonOf(revision.reason)
      return { ...revision, reasonTitle: reason?.title ?? null, reasonSentence: reason?.sentence ?? null }
    }),
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
