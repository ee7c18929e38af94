/** Review: the queue, a decision, and taking it back. */
import type { Hono } from 'hono'
import {
  type Decided,
  decide,
  REASONS,
  readCommentHistory,
  readQueue,
  readQueueState,
  readUndoables,
  removeComment,
  undo,
} from '../../review/index.ts'
import { isId } from '../../store/index.ts'
import { readDraft } from '../../story/index.ts'
import { answerError, wantsJson } from '../answer.ts'
import type { Call, Env, Web } from '../context.ts'
import { readForm } from '../form.ts'
import { readSite } from '../site/site.ts'
import { renderCommentPage } from './comment-page.tsx'
import { frameFor } from './frame.ts'
import { needs } from './guard.ts'
import { renderQueueItems, renderQueuePage } from './queue-page.tsx'

const ITEMS = 20
const FORM_LIMIT = 16 * 1024
const reasons = REASONS.map(({ code, title, key }) => ({ code, title, key }))

export function addReviewRoutes(app: Hono<Env>, web: Web): void {
  app.use('/newsroom/review', needs(web, 'moderate'))
  app.use('/newsroom/review/*', needs(web, 'moderate'))
  app.use('/newsroom/comments/*', needs(web, 'moderate'))

  app.get('/newsroom/review', async (c) => {
    const after = c.req.query('after')
    const items = await readQueue(web.store.db, { limit: ITEMS, after: after && isId(after) ? after : undefined })
    if (c.req.query('fragment') !== undefined) {
      return c.html(renderQueueItems({ site: await readSite(web), items, reasons, now: web.now() }))
    }
    return queuePage(web, c, items)
  })
  app.post('/newsroom/review/decide', async (c) => {
    const form = await readForm(c.env.incoming, FORM_LIMIT)
    if ('fault' in form) return answerError(web, c, form.fault === 'too large' ? 413 : 400)
    const action = form.get('action')
    const revisionId = form.get('revision')
    if (!isId(revisionId) || (action !== 'approve' && action !== 'reject')) return answerError(web, c, 400)
    const result = await decide(
      web.store,
      { revisionId, action, reason: form.get('reason') || null, by: c.get('person').id },
      web.now(),
    )
    return answerDecision(web, c, result, '/newsroom/review')
  })
  app.post('/newsroom/review/undo', async (c) => {
    const form = await readForm(c.env.incoming, FORM_LIMIT)
    if ('fault' in form) return answerError(web, c, form.fault === 'too large' ? 413 : 400)
    const result = await undo(web.store, form.get('decision'), c.get('person').id, web.now())
    if (wantsJson(c)) {
      return c.json(
        result.undone ? { ok: true, revision: result.revisionId } : { ok: false, sentence: result.sentence },
        result.undone ? 200 : 409,
      )
    }
    return result.undone
      ? c.redirect('/newsroom/review', 303)
      : queuePage(web, c, await readQueue(web.store.db, { limit: ITEMS }), result.sentence)
  })
  app.get('/newsroom/comments/:id', async (c) => {
    const id = c.req.param('id')
    const history = isId(id) ? await readCommentHistory(web.store.db, id) : null
    if (!history) return answerError(web, c, 404, { sentence: 'There is no such comment.' })
    const story = await readDraft(web.store.db, history.storyId)
    if (!story) throw new Error('a comment without its story')
    return c.html(
      renderCommentPage({
        ...(await frameFor(web, c)),
        history,
        reasons,
        story: { id: story.id, headline: story.content.headline, path: story.state === 'draft' ? null : story.path },
      }),
    )
  })
  app.post('/newsroom/comments/:id/remove', async (c) => {
    const form = await readForm(c.env.incoming, FORM_LIMIT)
    if ('fault' in form) return answerError(web, c, form.fault === 'too large' ? 413 : 400)
    const commentId = c.req.param('id')
    const result = await removeComment(
      web.store,
      { commentId, reason: form.get('reason') || null, by: c.get('person').id },
      web.now(),
    )
    return answerDecision(web, c, result, `/newsroom/comments/${commentId}`)
  })
}

async function answerDecision(web: Web, c: Call, result: Decided, then: string): Promise<Response> {
  if (wantsJson(c)) {
    return result.decided
      ? c.json({ ok: true, decision: { id: result.decisionId, undoUntil: result.undoUntil, now: web.now() } })
      : c.json({ ok: false, decidedElsewhere: true, sentence: result.sentence }, 409)
  }
  if (result.decided) return c.redirect(`${then}?decided=${result.decisionId}`, 303)
  return queuePage(web, c, await readQueue(web.store.db, { limit: ITEMS }), result.sentence)
}

async function queuePage(
  web: Web,
  c: Call,
  items: Awaited<ReturnType<typeof readQueue>>,
  conflict?: string,
): Promise<Response> {
  const [frame, state] = await Promise.all([frameFor(web, c), readQueueState(web.store.db)])
  const decisionId = c.req.query('decided') ?? ''
  const justDecided = isId(decisionId) ? (await readUndoables(web.store.db, frame.person.id, web.now()))[0] : null
  return c.html(
    renderQueuePage({
      ...frame,
      items,
      total: state.waiting,
      reasons,
      now: web.now(),
      ...(justDecided ? { justDecided } : {}),
      ...(conflict ? { conflict } : {}),
    }),
    conflict ? 409 : 200,
  )
}
