/** What several of the newsroom's pages show around a comment. */
import type { PublicComment } from '../../../discussion/index.ts'
import { LONGEST_SENTENCE } from '../../../house-rules/index.ts'
import { frameMessages as m } from '../../../messages/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import type { ReasonButton } from './props.ts'

/** The comment that is answered; nothing where none is, or where readers don't see it. */
export const InAnswerTo = ({ parent }: { parent: PublicComment | null }) =>
  parent ? (
    <blockquote class="parent">
      <p class="meta">{m.replyTo(<bdi>{parent.authorName}</bdi>)}</p>
      <CommentText text={parent.revision.text} />
    </blockquote>
  ) : null

interface NoteFieldProps {
  /** The id of what is decided. */
  about: string
  /** What was typed before, and could not be kept. */
  typed: string | undefined
}

/** What stands over the reasons: what they do, and the way to a note. */
export const RejectHead = (props: NoteFieldProps) => (
  <div class="reject-head">
    <span class="label">{m.reject}</span>
    <NoteField {...props} />
  </div>
)

/** A sentence to the author, which goes with whichever reason is pressed. Folded away: most rejections need none. */
export const NoteField = ({ about, typed = '' }: NoteFieldProps) => (
  <details class="note" open={typed !== ''}>
    <summary>{m.addNote}</summary>
    <label for={`note-${about}`}>
      {m.note} <span class="hint">{m.noteHint}</span>
    </label>
    <textarea id={`note-${about}`} name="note" rows={2} maxlength={LONGEST_SENTENCE} dir="auto">
      {escapedText(`\n${typed}`)}
    </textarea>
  </details>
)

interface DecideFormsProps {
  action: string
  revisionId: string
  /** The comment whose page this is. */
  commentId?: string
  reasons: readonly ReasonButton[]
  /** The note that was typed, where it could not be decided. */
  note?: string
}

/** A button for each decision, without keys. */
export const DecideForms = ({ action, revisionId, commentId, reasons, note }: DecideFormsProps) => {
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
          {m.approve}
        </button>
      </form>
      <form method="post" action={action} class="decide reject">
        {about}
        <input type="hidden" name="action" value="reject" />
        <RejectHead about={revisionId} typed={note} />
        <div class="reasons">
          {reasons.map(({ code, title }) => (
            <button type="submit" name="reason" value={code}>
              {title}
            </button>
          ))}
        </div>
      </form>
    </>
  )
}
