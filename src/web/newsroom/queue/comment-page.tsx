/** Everything about one comment: all its words, all that was decided, and by whom. */
import { may } from '../../../people/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { DecideForms, InAnswerTo, NoteField } from '../kit/comment-parts.tsx'
import { STATES, wasDecided } from '../kit/comment-states.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { CommentPageProps, ReasonButton } from '../kit/props.ts'
import { UndoList } from '../kit/undo-list.tsx'
import { ReviewPlaces } from './review-places.tsx'

const ACTIONS: Record<string, string> = {
  approve: 'approved it',
  reject: 'rejected it',
  remove: 'took it down',
  undo: 'took that decision back',
  reopen: 'reopened it',
  overturn: 'decided otherwise on an appeal',
  uphold: 'upheld the decision on an appeal',
  keep: 'kept it after a report',
}

export const renderCommentPage = ({
  history,
  reasons,
  story,
  holder,
  undoable,
  problem,
  chosen,
  note,
  ...frame
}: CommentPageProps): string => {
  const { site } = frame
  // Newest first.
  const shown = history.revisions.find(({ state }) => state === 'approved')
  const held = history.revisions.find(({ state }) => state === 'held')
  const last = history.revisions[0]
  return newsroomDocument({
    site,
    frame,
    title: `Comment by ${history.authorName}`,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} />
        <div class="head">
          <h1>
            Comment by <bdi>{history.authorName}</bdi>
          </h1>
        </div>
        <p class="meta">
          On <a href={`/newsroom/stories/${story.id}`}>{story.headline}</a>
          {history.authorMail ? `, ${history.authorMail}` : ''}
          {shown && story.path ? (
            <>
              {', '}
              <a href={`${story.path}#c-${history.commentId}`}>see it on the page</a>
            </>
          ) : null}
        </p>
        <Problem sentence={problem} />
        <UndoList action="/newsroom/review/undo" undoable={undoable} now={frame.now} comment={history.commentId} />
        <InAnswerTo parent={history.parent} />
        {history.revisions.map((revision) => (
          <article class="comment revision" aria-labelledby={`words-${revision.number}`}>
            <h2 class="label" id={`words-${revision.number}`}>
              {history.revisions.length > 1 ? `Version ${revision.number}: ` : ''}
              {STATES[revision.state]}
            </h2>
            <CommentText text={revision.text} />
            <p class="meta">
              Sent <time datetime={instant(revision.createdAt)}>{dayAndTime(site, revision.createdAt)}</time>
            </p>
          </article>
        ))}
        {held ? (
          <Decide revisionId={held.id} commentId={history.commentId} reasons={reasons} holder={holder} note={note} />
        ) : null}
        {shown ? (
          <section>
            <h2>Take it down</h2>
            <p class="hint">Readers see it no more, its author is told the reason, and the record stays.</p>
            <form method="post" action={`/newsroom/comments/${history.commentId}/remove`} class="decide reject">
              <input type="hidden" name="revision" value={shown.id} />
              <NoteField about={shown.id} typed={note} />
              <div class="reasons">
                {reasons.map(({ code, title }) => (
                  <button type="submit" name="reason" value={code} class={code === chosen ? 'first' : undefined}>
                    {title}
                  </button>
                ))}
              </div>
            </form>
          </section>
        ) : null}
        <p>
          <a href={`/newsroom/comments/${history.commentId}/ban`}>Ban its author</a>
          {may(frame.person, 'settings') ? (
            <>
              {' · '}
              <a href={`/newsroom/comments/${history.commentId}/erase`}>Erase its author’s data</a>
            </>
          ) : null}
        </p>
        {last && wasDecided(last.state) ? (
          <section>
            <h2>Reopen it</h2>
            <p class="hint">
              Its last words go back to the queue and are decided anew; the record says that you reopened it.
              {last.state === 'approved' ? ' Readers don’t see these words until then.' : ''}
            </p>
            <form method="post" action={`/newsroom/comments/${history.commentId}/reopen`}>
              <button type="submit">Reopen</button>
            </form>
          </section>
        ) : null}
        <section>
          <h2>Decisions</h2>
          {history.decisions.length === 0 ? <p class="empty">None yet.</p> : null}
          <ol class="plain lines">
            {history.decisions.map((decision) => (
              <li>
                <span>
                  <strong>{decision.by}</strong> {ACTIONS[decision.action] ?? decision.action}
                  {decision.reason ? `: ${titleOf(reasons, decision.reason)}` : ''}
                </span>
                {decision.note ? (
                  <blockquote class="parent">
                    <CommentText text={decision.note} />
                  </blockquote>
                ) : null}
                <span class="meta">
                  <time datetime={instant(decision.at)}>{dayAndTime(site, decision.at)}</time>
                </span>
              </li>
            ))}
          </ol>
        </section>
      </>
    ),
  })
}

/** A comment that waits is decided here as it is in the queue, unless a colleague has it in hand. */
const Decide = ({
  revisionId,
  commentId,
  reasons,
  holder,
  note,
}: {
  revisionId: string
  commentId: string
  reasons: readonly ReasonButton[]
  holder: string | null
  note: string | undefined
}) => (
  <section>
    <h2>Decide</h2>
    {holder ? (
      <p class="notice">{holder} It can be decided here once they have put it down.</p>
    ) : (
      <DecideForms
        action="/newsroom/review/decide"
        revisionId={revisionId}
        commentId={commentId}
        reasons={reasons}
        {...(note ? { note } : {})}
      />
    )}
  </section>
)

const titleOf = (reasons: readonly ReasonButton[], code: string): string =>
  reasons.find((reason) => reason.code === code)?.title ?? code
