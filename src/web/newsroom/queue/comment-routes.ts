/** One comment's own page, and what can be done with it there. */
import type { Hono } from 'hono'
import { readPublicComment } from '../../../discussion/index.ts'
import { readReasons } from '../../../house-rules/index.ts'
import { frameMessages as shared } from '../../../messages/index.ts'
import { readCommentHistory } from '../../../moderation/comments/index.ts'
import { removeComment, reopen, whoHolds } from '../../../moderation/decisions/index.ts'
import { readUndoables } from '../../../moderation/undo/index.ts'
import { isId } from '../../../store/index.ts'
import { readDraft } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, wantsJson } from '../../kit/answer.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { renderCommentPage } from './comment-page.tsx'

export function addStaffCommentRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/comments/:id', (c) => commentPage(web, c, c.req.param('id')))
  app.post('/newsroom/comments/:id/remove', (c) =>
    withForm(web, c, async (form) => {
      const commentId = c.req.param('id')
      const reason = form.get('reason')
      const [revisionId, note, by] = [form.get('revision'), form.get('note'), c.get('person').id]
      const removal = { commentId, revisionId, reason: reason || null, note, by }
      const result = await removeComment(web.store, removal, web.now())
      if (wantsJson(c)) {
        return result.decided
          ? c.json({ ok: true, decision: { id: result.decisionId, undoUntil: result.undoUntil, now: web.now() } })
          : c.json({ ok: false, sentence: result.sentence, shown: await shownWords(web, commentId) }, 409)
      }
      return result.decided
        ? c.redirect(`/newsroom/comments/${commentId}`, 303)
        : commentPage(web, c, commentId, { problem: result.sentence, chosen: reason, note })
    }),
  )
  app.post('/newsroom/comments/:id/reopen', async (c) => {
    const commentId = c.req.param('id')
    const result = await reopen(web.store, { commentId, by: c.get('person').id }, web.now())
    if (wantsJson(c)) {
      return result.reopened
        ? c.json({ ok: true, revision: result.revisionId })
        : c.json({ ok: false, sentence: result.sentence }, 409)
    }
    return result.reopened
      ? c.redirect(`/newsroom/comments/${commentId}`, 303)
      : commentPage(web, c, commentId, { problem: result.sentence })
  })
}

/** What readers see of a comment, for who would decide on other words; null where they see nothing. */
async function shownWords(web: Web, commentId: string): Promise<{ revision: string; text: string } | null> {
  const shown = isId(commentId) ? await readPublicComment(web.store.db, commentId) : null
  return shown && { revision: shown.revision.id, text: shown.revision.text }
}

/** A comment's page; where what was asked for could not be done with the sentence, the reason that was chosen and the note. */
export async function commentPage(
  web: Web,
  c: Call,
  id: string,
  { problem, chosen, note }: { problem?: string; chosen?: string; note?: string } = {},
): Promise<Response> {
  const { db } = web.store
  const history = isId(id) ? await readCommentHistory(db, id) : null
  if (!history) return answerError(web, c, 404, { sentence: shared.noSuchComment })
  const story = await readDraft(db, history.storyId)
  if (!story) throw new Error('a comment without its story')
  const { id: by } = c.get('person')
  const now = web.now()
  const held = history.revisions.find(({ state }) => state === 'held')
  const [frame, reasons, holder, undoable] = await Promise.all([
    frameFor(web, c),
    readReasons(db),
    held ? whoHolds(db, held.id, by, now) : null,
    readUndoables(db, by, now),
  ])
  return c.html(
    renderCommentPage({
      ...frame,
      history,
      reasons,
      story: { id: story.id, headline: story.content.headline, path: story.state === 'draft' ? null : story.path },
      holder,
      undoable: undoable.filter(({ commentId }) => commentId === id),
      ...(problem ? { problem } : {}),
      ...(chosen ? { chosen } : {}),
      ...(note ? { note } : {}),
    }),
    problem ? 409 : 200,
  )
}
