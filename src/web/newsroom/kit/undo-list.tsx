import { reviewDeskMessages as desk, frameMessages as m } from '../../../messages/index.ts'
import type { Undoable } from '../../../moderation/undo/index.ts'

/** Decisions that can still be taken back, the last one first. */
interface UndoListProps {
  /** Where an undo is sent. */
  action: string
  undoable: readonly Undoable[]
  now: number
  /** The page that takes back what is undone. */
  hand?: string
  /** The comment whose page this is. */
  comment?: string
}

export const UndoList = ({ action: address, undoable, now, hand, comment }: UndoListProps) => (
  <>
    {undoable.map(({ decisionId, action, reason, authorName, undoUntil }) => {
      const left = Math.max(0, Math.ceil((undoUntil - now) / 1000))
      return (
        <form method="post" action={address} class="undo" data-left={String(left)}>
          <span>
            {action === 'approve'
              ? m.approved(<bdi>{authorName}</bdi>)
              : action === 'reject'
                ? m.rejected(<bdi>{authorName}</bdi>, reason ?? '')
                : m.removed(<bdi>{authorName}</bdi>, reason ?? '')}
          </span>
          <input type="hidden" name="decision" value={decisionId} />
          {hand ? <input type="hidden" name="hand" value={hand} /> : null}
          {comment ? <input type="hidden" name="comment" value={comment} /> : null}
          <button type="submit">
            {desk.undo}{' '}
            <span class="meta" data-seconds>
              {desk.secondsLeft(left)}
            </span>
          </button>
        </form>
      )
    })}
  </>
)
