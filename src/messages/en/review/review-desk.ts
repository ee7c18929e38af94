/** Review, as the browser works through it: these travel to it, so that there are few. */
import { counted } from '../../count.ts'

export const reviewDeskMessages = {
  waitingLine: (count: number, more: boolean) =>
    count === 0
      ? 'No comments waiting'
      : more
        ? counted(count, { other: 'More than # comments waiting' })
        : counted(count, { one: '# comment waiting', other: '# comments waiting' }),
  fresh: (count: number, more: boolean) =>
    more
      ? counted(count, { other: 'More than # new comments.' })
      : counted(count, { one: '# new comment.', other: '# new comments.' }),

  approved: (author: string) => `Approved ${author}’s comment.`,
  rejected: (author: string, reason: string) => `Rejected ${author}’s comment (${reason}).`,
  undo: 'Undo',
  secondsLeft: (seconds: number) => `(${seconds} s)`,
  undone: 'Undone. The comment is back in the queue.',
  nothingToUndo: 'There is no decision to undo.',
  notSent: 'Your decision wasn’t saved, so the comment is back in the queue. Try again.',
  undoNotSent: 'The decision wasn’t undone. Try again.',
  offline: 'The newsroom can’t be reached, so nothing was saved. Check your connection and try again.',
}
