/** Review: the queue as it is handed out, a decision, and taking it back. */
import type { Hono } from 'hono'
import { readReasons } from '../../../house-rules/index.ts'
import { queueMessages as m } from '../../../messages/index.ts'
import { countHeld, readCards, readCommentHistory } from '../../../moderation/comments/index.ts'
import { decide } from '../../../moderation/decisions/index.ts'
import {
  countBands,
  countSince,
  keepShowing,
  openHand,
  type QueueFilter,
  readChoices,
  readFilter,
  readItems,
  readQueueState,
  releaseHand,
  takeMore,
} from '../../../moderation/queue/index.ts'
import { readUndoables, undo } from '../../../moderation/undo/index.ts'
import { isId, newId } from '../../../store/index.ts'
import { findStory, readHeadlines } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError, wantsJson } from '../../kit/answer.ts'
import type { Form } from '../../kit/form.ts'
import { withForm } from '../../kit/with-form.ts'
import { readSite } from '../../site/kit/site.ts'
import { shortCount } from '../kit/counts.ts'
import { frameFor } from '../kit/frame.ts'
import type { TypedNote } from '../kit/props.ts'
import { addStaffCommentRoutes, commentPage } from './comment-routes.ts'
import { queueAddress, renderQueueItems } from './queue-items.tsx'
import { renderQueuePage } from './queue-page.tsx'
import { addSearchRoutes } from './search-routes.ts'

/** More than these no page shows. */
const MOST_SHOWN = 200

export function addReviewRoutes(app: Hono<Env>, web: Web): void {
  addStaffCommentRoutes(app, web)
  addSearchRoutes(app, web)

  app.get('/newsroom/review', (c) => queuePage(web, c))
  app.post('/newsroom/review/more', (c) =>
    withForm(web, c, async (form) => {
      const filter = filterOf(form.get('filter'))
      const ids = await takeMore(web.store, handOf(c, form), filter, showingOf(form), web.now())
      const items = await readItems(web.store.db, ids)
      const [site, cards, reasons] = await Promise.all([
        readSite(web),
        readCards(web.store.db, items),
        readReasons(web.store.db),
      ])
      const now = web.now()
      return c.html(renderQueueItems({ site, items, cards, reasons, filter, now }), 200, { 'x-now': String(now) })
    }),
  )
  app.post('/newsroom/review/keep', (c) =>
    withForm(web, c, async (form) => {
      await keepShowing(web.store, handOf(c, form), showingOf(form), web.now())
      const since = Number(form.get('since'))
      const [fresh, state, bands] = await Promise.all([
        countSince(web.store.db, Number.isSafeInteger(since) ? since : web.now()),
        readQueueState(web.store.db),
        countBands(web.store.db),
      ])
      return c.json({
        ok: true,
        fresh,
        waiting: shortCount({ count: state.waiting, more: state.more }),
        bands: Object.fromEntries(Object.entries(bands).map(([band, count]) => [band, shortCount(count)])),
        now: web.now(),
      })
    }),
  )
  app.post('/newsroom/review/release', (c) =>
    withForm(web, c, async (form) => {
      await releaseHand(web.store, handOf(c, form), web.now())
      return wantsJson(c) ? c.json({ ok: true }) : c.redirect('/newsroom', 303)
    }),
  )
  app.post('/newsroom/review/decide', (c) =>
    withForm(web, c, async (form) => {
      const action = form.get('action')
      const revisionId = form.get('revision')
      if (!isId(revisionId) || (action !== 'approve' && action !== 'reject')) return answerError(web, c, 400)
      const note = action === 'reject' ? form.get('note') : ''
      const decision = { revisionId, action, reason: form.get('reason') || null, note, by: c.get('person').id } as const
      const result = await decide(web.store, decision, web.now())
      if (wantsJson(c)) {
        return result.decided
          ? c.json({ ok: true, decision: { id: result.decisionId, undoUntil: result.undoUntil, now: web.now() } })
          : c.json({ ok: false, decidedElsewhere: true, sentence: result.sentence }, 409)
      }
      return backToPage(web, c, form, result.decided ? null : result.sentence, { revisionId, note })
    }),
  )
  app.post('/newsroom/review/undo', (c) =>
    withForm(web, c, async (form) => {
      const result = await undo(web.store, form.get('decision'), c.get('person').id, web.now(), form.get('hand'))
      if (wantsJson(c)) {
        return c.json(
          result.undone ? { ok: true, revision: result.revisionId } : { ok: false, sentence: result.sentence },
          result.undone ? 200 : 409,
        )
      }
      return backToPage(web, c, form, result.undone ? null : result.sentence)
    }),
  )
}

/** To the page that a form was on, a comment's or the queue; with `problem`, why it could not be done. */
function backToPage(
  web: Web,
  c: Call,
  form: Form,
  problem: string | null,
  typed: TypedNote = { revisionId: '', note: '' },
): Response | Promise<Response> {
  const comment = form.get('comment')
  if (isId(comment)) {
    if (problem === null) return c.redirect(`/newsroom/comments/${comment}`, 303)
    return commentPage(web, c, comment, { problem, note: typed.note })
  }
  const filter = filterOf(form.get('filter'))
  if (problem === null) return c.redirect(queueAddress(filter), 303)
  return queuePage(web, c, { filter, conflict: problem, ...(typed.note === '' ? {} : { typed }) })
}

const handOf = (c: Call, form: Form) => ({ by: c.get('person').id, hand: form.get('hand').slice(0, 40) })

const showingOf = (form: Form): string[] => form.get('showing').split(' ').filter(isId).slice(0, MOST_SHOWN)

const filterOf = (query: string): QueueFilter => {
  const fields = new URLSearchParams(query)
  return readFilter((name) => fields.get(name) ?? undefined)
}

/** Stories with most that waits are offered first, as far as they have some of what has waited longest. */
const STORIES_OFFERED = 60
const LOOKED_AT_FOR_STORIES = 500

async function headlinesWaiting({ store: { db } }: Web): Promise<string[]> {
  const most = [...(await countHeld(db, LOOKED_AT_FOR_STORIES))]
    .sort(([, one], [, other]) => other - one)
    .slice(0, STORIES_OFFERED)
  const headlines = await readHeadlines(
    db,
    most.map(([id]) => id),
  )
  return most.map(([id]) => headlines.get(id) ?? '').filter((headline) => headline !== '')
}

/** The queue, with what is handed out to this person by it. */
async function queuePage(
  web: Web,
  c: Call,
  { filter: known, conflict, typed: note }: { filter?: QueueFilter; conflict?: string; typed?: TypedNote } = {},
): Promise<Response> {
  const { db } = web.store
  const now = web.now()
  const hand = newId(now)
  const { id: by } = c.get('person')
  const typed = known ? (known.story ?? '') : (c.req.query('story') ?? '').trim()
  const story = typed ? await findStory(db, typed) : null
  const filter = { ...(known ?? readFilter((name) => c.req.query(name))), ...(story ? { story: story.id } : {}) }
  const problem = typed && !story ? m.noStory : undefined
  // Asked for one after the other, since the page tells what is in hand once it has been handed out.
  const items = problem ? [] : await readItems(db, await openHand(web.store, { by, hand }, filter, now))
  const [frame, bands, choices, stories, cards, reasons, undoable, sender] = await Promise.all([
    frameFor(web, c),
    countBands(db),
    readChoices(db),
    headlinesWaiting(web),
    readCards(db, items),
    readReasons(db),
    readUndoables(db, by, now),
    filter.from ? readCommentHistory(db, filter.from) : null,
  ])
  return c.html(
    renderQueuePage({
      ...frame,
      items,
      cards,
      reasons,
      filter,
      hand,
      bands,
      choices,
      stories,
      story: { headline: story?.headline ?? null, typed: story?.path ?? typed },
      sender: sender?.authorName ?? null,
      undoable,
      ...(conflict ? { conflict } : {}),
      ...(note ? { typed: note } : {}),
      ...(problem ? { problem } : {}),
    }),
    conflict ? 409 : 200,
  )
}
