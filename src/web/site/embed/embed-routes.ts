/**
 * The discussion on pages of other sites, in a frame. What stands in it is of
 * this site: so its forms are sent as this site's own, and no page around it
 * reads what is written. No cookie is asked for, set or looked at: a browser
 * may send none, or, to a site under the same domain, those of somebody who is
 * signed in. docs/decisions/068 tells the whole of it.
 */
import type { Hono } from 'hono'
import { readCommentWindow } from '../../../closing/index.ts'
import { postComment, readPublicComment, readStoryDiscussion, readStoryMode } from '../../../discussion/index.ts'
import { storyOfPage } from '../../../embedding/index.ts'
import { discussionMessages, embedMessages as m } from '../../../messages/index.ts'
import { isId } from '../../../store/index.ts'
import { type PublishedStory, readPublishedById } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, answerKept, answerPrivate } from '../../kit/answer.ts'
import { COMMENT_FORM_LIMIT, type Form } from '../../kit/form.ts'
import { drawnForReaders } from '../../kit/kept/for-readers.ts'
import type { Page } from '../../kit/page-cache.ts'
import { framedPolicy, resourcePolicy } from '../../kit/security-headers.ts'
import { addressOf } from '../../kit/sender.ts'
import { withForm } from '../../kit/with-form.ts'
import { readSite, siteAsKnown } from '../kit/site.ts'
import { renderCheckPage, renderReplyPage } from '../story/check-page.tsx'
import { keepDraft, noteOutcome, notTaken } from '../story/not-taken.ts'
import { renderEmbeddedDiscussion, renderSentPage } from './embed-pages.tsx'

/** Pages that load the script ask for a new one after so long, in seconds. */
const SCRIPT_KEPT = 60 * 60

export function addEmbedRoutes(app: Hono<Env>, web: Web): void {
  app.get('/embed.js', async (c) => {
    const script = await web.pages.fill('/embed.js', async () => elementScript(web))
    return script ? answerKept(c, script) : answerError(web, c, 404)
  })
  // Errors too: in a frame that may not show them, words would be lost.
  app.use('/embed/*', async (c, next) => {
    await next()
    if (c.res.headers.has('content-security-policy')) return
    const { shownOn } = await readSite(web).catch(() => siteAsKnown(web))
    if (shownOn.length === 0) return
    c.res.headers.set('content-security-policy', framedPolicy(shownOn))
    const [name = '', value = ''] = resourcePolicy(true)
    c.res.headers.set(name, value)
  })
  app.get('/embed/story', (c) => discussionPage(web, c))
  app.get('/embed/reply/:comment', (c) => replyPage(web, c))
  app.post('/embed/comments', (c) => withForm(web, c, (form) => takeComment(web, c, form), COMMENT_FORM_LIMIT))
}

/** Its address stays the same, so that pages of other sites can name it; its bytes are the build's. */
function elementScript(web: Web): Page {
  const built = web.assets.get(web.assets.path('embed.js'))?.answer(undefined, undefined).body
  if (!built) throw new Error('the build made no embed.js')
  return {
    body: built.toString(),
    type: 'text/javascript; charset=utf-8',
    tags: [],
    cacheControl: `public, max-age=${SCRIPT_KEPT}`,
    isForOthers: true,
  }
}

async function discussionPage(web: Web, c: Call): Promise<Response> {
  const { shownOn } = await readSite(web)
  if (shownOn.length === 0) return answerError(web, c, 404, m.notListed)
  const { id = '', url = '' } = c.req.query()
  const known = id === '' ? await storyOfPage(web.store.db, url, { sites: shownOn, siteUrl: web.url() }) : id
  // Kept once, by whichever address it is found; no address is like that name, which begins with no slash.
  const page =
    known && isId(known)
      ? await web.pages.fill(`embed/${known}`, () => drawnForReaders(web, (from) => drawDiscussion(from, known)))
      : null
  return page ? answerKept(c, page) : answerError(web, c, 404, m.noneHere)
}

async function drawDiscussion(web: Web, id: string): Promise<Page | null> {
  const { db } = web.store
  const story = await readPublishedById(db, id)
  if (!story) return null
  const [site, { discussion, mode }, window] = await Promise.all([
    readSite(web),
    readStoryDiscussion(db, id),
    story.commentsOpen ? null : readCommentWindow(db, id),
  ])
  return {
    body: renderEmbeddedDiscussion({ site, story, discussion, mode, closedAt: window?.closedAt }),
    type: 'text/html; charset=utf-8',
    tags: [`story:${id}`, `discussion:${id}`],
    framedBy: site.shownOn,
    isForOthers: true,
  }
}

async function replyPage(web: Web, c: Call): Promise<Response> {
  const site = await readSite(web)
  if (site.shownOn.length === 0) return answerError(web, c, 404, m.notListed)
  const id = c.req.param('comment') ?? ''
  const parent = isId(id) ? await readPublicComment(web.store.db, id) : null
  const story = parent && (await readPublishedById(web.store.db, parent.storyId))
  if (!story) return answerError(web, c, 404, discussionMessages.parentGone)
  if (!story.commentsOpen) return c.redirect(framedAddress(story), 303)
  const mode = await readStoryMode(web.store.db, story.id)
  const draft = { name: '', mail: '', text: '' }
  return answerPrivate(c, renderReplyPage({ site, story, parent, draft, mode, framed: true }))
}

/** Every comment is shown to its author once more: only with the token of that page it is taken. */
async function takeComment(web: Web, c: Call, form: Form): Promise<Response> {
  const site = await readSite(web)
  const draft = keepDraft(c, form)
  if (site.shownOn.length === 0) return answerError(web, c, 404, m.notListed)
  const [storyId, parentId] = [form.get('story'), form.get('parent')]
  if (!isId(storyId) || (parentId !== '' && !isId(parentId))) return answerError(web, c, 400)
  const story = await readPublishedById(web.store.db, storyId)
  if (!story) return answerError(web, c, 404, { sentence: discussionMessages.storyGone })

  const now = web.now()
  const token = form.get('token')
  const read = web.signing.readFormToken(token, now)
  const result = await postComment(
    web.store,
    web.signing,
    {
      storyId,
      parentId: parentId || null,
      form: draft,
      honeypot: form.get('website'),
      // One that was given to be written with does not say that anybody has seen the words once more.
      token: typeof read === 'object' && read.look === 'first' ? null : token,
      proof: null,
      address: addressOf(web, c),
      readerId: null,
    },
    now,
  )
  noteOutcome(web, result)
  if (result.kind === 'posted') {
    const receipt = `/receipts/${web.signing.receiptKey(result.commentId)}`
    return answerPrivate(c, renderSentPage({ site, story, receipt, discussion: framedAddress(story) }))
  }
  const { note, status } = await notTaken(web, result)
  const parent = parentId === '' ? null : await readPublicComment(web.store.db, parentId)
  const page = { site, story, draft, note, token: web.signing.formToken(now, 'second'), framed: true }
  return answerPrivate(c, renderCheckPage({ ...page, ...(parent ? { parent } : {}) }), status)
}

const framedAddress = ({ id }: PublishedStory): string => `/embed/story?id=${id}`
