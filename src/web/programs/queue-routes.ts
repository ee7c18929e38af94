/** The queue for programs: read, and decided as its person would. */
import type { Hono } from 'hono'
import type { PublicComment } from '../../discussion/index.ts'
import { apiMessages as m } from '../../messages/index.ts'
import { decide } from '../../moderation/decisions/index.ts'
import { type QueueItem, readQueue } from '../../moderation/queue/index.ts'
import { storeThrough } from '../../programs/index.ts'
import { isId } from '../../store/index.ts'
import { addOperation } from '../api/kit/add-operation.ts'
import { AT_ONCE } from '../api/kit/operation.ts'
import type { Env, Web } from '../context.ts'
import { instant } from '../site/kit/format.ts'
import { STAFF } from './addresses.ts'

export function addQueueRoutes(app: Hono<Env>, web: Web): void {
  addOperation(app, web, STAFF.queue, async ({ query: { after, limit = AT_ONCE } }) => {
    if (after !== undefined && !isId(after)) return { refused: 400, sentence: m.wrongAfter }
    const found = await readQueue(web.store.db, { limit: limit + 1, after })
    const waiting = found.slice(0, limit)
    const last = found.length > limit ? waiting.at(-1) : undefined
    return { value: { waiting: waiting.map((item) => waitingOf(web, item)), after: last?.revisionId ?? null } }
  })
  addOperation(app, web, STAFF.decide, async ({ c, body: { action, reason, note = '' } }) => {
    const revisionId = c.req.param('id') ?? ''
    if (!isId(revisionId)) return { refused: 404, sentence: m.noSuchHeld }
    const store = storeThrough(web.store, c.get('program').id)
    const by = c.get('person').id
    const done = await decide(store, { revisionId, action, reason: reason ?? null, note, by }, web.now())
    if (!done.decided) return { refused: 409, sentence: done.sentence }
    return { value: { decision: done.decisionId, comment: done.commentId, undoUntil: instant(done.undoUntil) } }
  })
}

/** All that is needed to decide, but no address of its author's and nothing of where it came from. */
const waitingOf = (web: Web, item: QueueItem) => ({
  id: item.revisionId,
  comment: item.commentId,
  number: item.number,
  name: item.authorName,
  text: item.text,
  createdAt: instant(item.createdAt),
  band: item.band,
  language: item.language,
  story: {
    id: item.story.id,
    url: item.story.path === null ? null : `${web.url()}${item.story.path}`,
    headline: item.story.headline,
  },
  answers: shownOf(item.parent),
  before: shownOf(item.approved),
  signals: item.signals.map(({ phase, state, words, weight }) => ({ phase, state, words, weight })),
})

const shownOf = (comment: PublicComment | null) =>
  comment && { id: comment.id, name: comment.authorName, text: comment.revision.text }
