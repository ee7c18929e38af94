import { CommentText } from '../../site/kit/comment-text.tsx'
import { Problem } from './layout.tsx'

/** An answer to what waits no more: why it was not taken, and what was typed for it, which has no field to stand in. */
export const TooLate = ({ sentence, typed }: { sentence: string; typed: string }) => (
  <>
    <Problem sentence={sentence} />
    {typed.trim() === '' ? null : (
      <blockquote class="parent">
        <p class="meta">You had written</p>
        <CommentText text={typed} />
      </blockquote>
    )}
  </>
)
