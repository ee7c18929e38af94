/** What several of the newsroom's pages show around a comment. */
import type { PublicComment } from '../../../discussion/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import type { ReasonButton } from './props.ts'

/** The comment that is answered; nothing where none is, or where readers don't see it. */
export const InAnswerTo = ({ parent }: { parent: PublicComment | null }) =>
  parent ? (
    <blockquote class="parent">
      <p class="meta">
        In answer to <bdi>{parent.authorName}</bdi>
      </p>
      <CommentText text={parent.revision.text} />
    </blockquote>
  ) : null

interface DecideFormsProps {
  action: string
  revisionId: string
  /** The comment whose page this is. */
  commentId?: string
  reasons: readonly ReasonButton[]
}

/** A button for each decision, without keys. */
export const DecideForms = ({ action, revisionId, commentId, reasons }: DecideFormsProps) => {
  const about = (
    <>
      <input type="hidden" name="revision" value={revisionId} />
      {commentId ? <input type="hidden" name="comment" value={commentId} /> : null}
    </>
  )
  return (
    <>
      <form method="post" action={action} class="decide">
        {about}
        <button class="first" type="submit" name="action" value="approve">
          Approve
        </button>
      </form>
      <form method="post" action={action} class="decide reject">
        {about}
        <input type="hidden" name="action" value="reject" />
        <span class="label">Reject:</span>
        {reasons.map(({ code, title }) => (
          <button type="submit" name="reason" value={code}>
            {title}
          </button>
        ))}
      </form>
    </>
  )
}
