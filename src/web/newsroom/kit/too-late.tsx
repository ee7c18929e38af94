import { frameMessages as m } from '../../../messages/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import { Problem } from './layout.tsx'
import type { TypedNote } from './props.ts'

/** An answer to what waits no more: why it was not taken, and what was typed for it, which has no field to stand in. */
export const TooLate = ({ sentence, typed }: { sentence: string; typed: string }) => (
  <>
    <Problem sentence={sentence} />
    <YouWrote typed={typed} />
  </>
)

const YouWrote = ({ typed }: { typed: string }) =>
  typed.trim() === '' ? null : (
    <blockquote class="parent">
      <p class="meta">{m.youWrote}</p>
      <CommentText text={typed} />
    </blockquote>
  )

/** A note for words that are not on this page any more. */
export const NotSent = ({
  typed,
  items,
}: {
  typed: TypedNote | undefined
  items: readonly { revisionId: string }[]
}) =>
  typed && !items.some(({ revisionId }) => revisionId === typed.revisionId) ? <YouWrote typed={typed.note} /> : null
