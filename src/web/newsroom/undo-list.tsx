import type { Undoable } from '../../review/index.ts'

const DONE = { approve: 'Approved', reject: 'Rejected', remove: 'Taken down' } as const

/** Decisions that can still be taken back, the last one first; `then` is where the page goes on. */
export const UndoList = ({ undoable, now, hand }: { undoable: readonly Undoable[]; now: number; hand?: string }) => (
  <>
    {undoable.map(({ decisionId, action, authorName, undoUntil }) => {
      const left = Math.max(0, Math.ceil((undoUntil - now) / 1000))
      return (
        <form method="post" action="/newsroom/review/undo" class="undo" data-left={String(left)}>
          <span>
            {DONE[action]}: <bdi>{authorName}</bdi>’s comment.
          </span>
          <input type="hidden" name="decision" value={decisionId} />
          {hand ? <input type="hidden" name="hand" value={hand} /> : null}
          <button type="submit">
            Undo{' '}
            <span class="meta" data-seconds>
              ({left} s)
            </span>
          </button>
        </form>
      )
    })}
  </>
)
