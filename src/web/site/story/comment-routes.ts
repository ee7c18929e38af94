/**
 * Writing a comment. The story's page is the same bytes for everyone, so it
 * holds no token: when a reader begins to write, its stylesheet fetches
 * /form-token, which sets one as a cookie, without JavaScript. Where that did
 * not happen the comment is shown back once, with a token in the form, to be
 * looked over and sent. docs/contracts/comment-form.md tells the whole of it.
 */
import type { Hono } from 'hono'
import { postComment, readPublicComment, readStoryMode } from '../../../discussion/index.ts'
import { discussionMessages as m } from '../../../messages/index.ts'
import { isId } from '../../../store/index.ts'
import { findPublished, type PublishedStory, readPublishedByPath } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, answerPrivate, wantsJson } from '../../kit/answer.ts'
import { keepCookie, readCookie } from '../../kit/cookies.ts'
import { COMMENT_FORM_LIMIT, type Form } from '../../kit/form.ts'
import { readerInHand } from '../../kit/reader-session.ts'
import { addressOf } from '../../kit/sender.ts'
import { withForm } from '../../kit/with-form.ts'
import { storyPathOf } from '../kit/paths.ts'
import { readSite } from '../kit/site.ts'
import { renderCheckPage, renderReplyPage } from './check-page.tsx'
import { keepDraft, noteOutcome, notTaken } from './not-taken.ts'

/** A transparent GIF of one pixel: what the browser thinks it fetches. */
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')

export function addCommentRoutes(app: Hono<Env>, web: Web): void {
  app.get('/form-token', (c) => {
    const site = c.req.header('sec-fetch-site')
    if (site === undefined || site === 'same-origin') {
      keepCookie(web, c, 'courant_form', web.signing.formToken(web.now()), { sameSite: 'Strict' })
    }
    return c.body(new Uint8Array(PIXEL), 200, { 'content-type': 'image/gif', 'cache-control': 'no-store' })
  })
  app.get('/:year{[0-9]{4}}/:month{[0-9]{2}}/:slug/reply/:comment', (c) => replyPage(web, c))
  app.post('/:year{[0-9]{4}}/:month{[0-9]{2}}/:slug/comments', (c) =>
    withForm(web, c, (form) => takeComment(web, c, form), COMMENT_FORM_LIMIT),
  )
}

const storyOf = (web: Web, c: Call, tail: RegExp): Promise<PublishedStory | null> =>
  readPublishedByPath(web.store.db, storyPathOf(c.req.path.replace(tail, '')))

async function replyPage(web: Web, c: Call): Promise<Response> {
  const story = await storyOf(web, c, /\/reply\/[^/]+\/?$/)
  if (!story) return answerError(web, c, 404)
  const id = c.req.param('comment') ?? ''
  const parent = isId(id) ? await readPublicComment(web.store.db, id) : null
  if (!parent || parent.storyId !== story.id) {
    return answerError(web, c, 404, m.parentGone)
  }
  if (!story.commentsOpen) return c.redirect(`${story.path}#discussion`, 303)
  const draft = { name: '', mail: '', text: '' }
  return answerPrivate(
    c,
    renderReplyPage({
      site: await readSite(web),
      story,
      parent,
      draft,
      token: web.signing.formToken(web.now()),
      mode: await readStoryMode(web.store.db, story.id),
    }),
  )
}

async function takeComment(web: Web, c: Call, form: Form): Promise<Response> {
  const draft = keepDraft(c, form)
  const parentId = form.get('parent')
  if (parentId !== '' && !isId(parentId)) return answerError(web, c, 400)

  const path = storyPathOf(c.req.path.replace(/\/comments\/?$/, ''))
  const storyId = await findPublished(web.store.db, path)
  if (!storyId) return answerError(web, c, 404, { sentence: m.storyGone })

  // From a page of another site nothing is taken, whatever came with it: it is shown to its author once more, on ours.
  const isOurs = !c.get('isFromListedSite')
  const reader = isOurs ? await readerInHand(web, c) : null
  const result = await postComment(
    web.store,
    web.signing,
    {
      storyId,
      parentId: parentId || null,
      form: draft,
      honeypot: form.get('website'),
      token: isOurs ? form.get('token') || readCookie(web, c, 'courant_form') || null : null,
      proof: isWorkable(web) ? form.get('proof') : null,
      address: addressOf(web, c),
      readerId: reader?.reader.id ?? null,
    },
    web.now(),
  )
  noteOutcome(web, result)
  if (result.kind === 'posted') {
    keepCookie(web, c, 'courant_form', '', { sameSite: 'Strict', maxAge: 0 })
    const receipt = `/receipts/${web.signing.receiptKey(result.commentId)}`
    return wantsJson(c) ? c.json({ receipt: `${web.url()}${receipt}` }, 201) : c.redirect(receipt, 303)
  }

  const { note, status } = await notTaken(web, result)
  const token = web.signing.formToken(web.now(), 'second')
  if (wantsJson(c)) {
    const sentence = note.kind === 'problem' ? note.sentence : m.checkAndSendAgain
    return c.json({ error: { status, title: m.notSentYet, sentence }, token }, status === 200 ? 409 : status, {
      'cache-control': 'no-store',
    })
  }
  const parent = parentId ? await readPublicComment(web.store.db, parentId) : null
  const story = await readPublishedByPath(web.store.db, path)
  if (!story) return answerError(web, c, 410)
  return answerPrivate(
    c,
    renderCheckPage({
      site: await readSite(web),
      story,
      draft,
      token,
      note,
      // Where the parent is gone, sending again makes it a comment on the story, as the sentence says.
      ...(parent ? { parent } : {}),
    }),
    status,
  )
}

/** Whether browsers can derive keys where readers reach the site: over https, and on the machine itself. */
const isWorkable = (web: Web): boolean =>
  web.url().startsWith('https:') || /^http:\/\/(localhost|127\.|\[::1\])/.test(web.url())
