/**
 * What webhooks hear of, from those who do it. Only ids are noted: what is told of
 * them is read when it is sent, from what readers see then (bodies.ts).
 */
import { readNotices } from '../corrections/index.ts'
import { readPublicComment } from '../discussion/index.ts'
import { UNDO_FOR } from '../moderation/decisions/index.ts'
import type { AnyInsideListener } from '../store/index.ts'
import { queueMessages } from './queue.ts'

export const noting: readonly AnyInsideListener[] = [
  {
    on: 'story.published',
    hear: (tx, { story: id, version, wasLive }) =>
      queueMessages(tx, async () => {
        const notices = (await readNotices(tx.rows, [{ id, version }])).get(id) ?? []
        const isCorrected = notices.some((notice) => notice.version === version && notice.kind !== 'update')
        const event = isCorrected ? 'story.corrected' : wasLive ? 'story.changed' : 'story.published'
        return [{ event, about: id, facts: { version } }]
      }),
  },
  {
    on: 'story.taken-down',
    hear: (tx, { story, path }) =>
      queueMessages(tx, () => [{ event: 'story.unpublished', about: story, facts: { path } }]),
  },
  {
    on: 'comments.held',
    hear: (tx, { comments }) =>
      queueMessages(tx, () =>
        comments.map(({ comment, story }) => ({ event: 'comment.held', about: comment, facts: { story } })),
      ),
  },
  {
    on: 'comment.changed',
    hear: (tx, { comment, story }) =>
      queueMessages(tx, async () => {
        const isShown = (await readPublicComment(tx.rows, comment)) !== null
        const event = isShown ? 'comment.approved' : 'comment.removed'
        // As long as whoever decided can take it back, it stays in the house.
        return [{ event, about: comment, facts: { story }, after: isShown ? UNDO_FOR + 1 : 0 }]
      }),
  },
]
