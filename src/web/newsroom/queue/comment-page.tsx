/** Everything about one comment: all its words, all that was decided, and by whom. */
import { decisionMessages as decided, commentMessages as m } from '../../../messages/index.ts'
import { may } from '../../../people/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { DecideForms, InAnswerTo, NoteField } from '../kit/comment-parts.tsx'
import { STATES, wasDecided } from '../kit/comment-states.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { CommentPageProps, ReasonButton } from '../kit/props.ts'
import { UndoList } from '../kit/undo-list.tsx'
import { ReviewPlaces } from './review-places.tsx'

const DID: Readonly<Record<string, string>> = decided.did

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
    title: m.by(history.authorName),
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} />
        <div class="head">
          <h1>{m.heading(<bdi>{history.authorName}</bdi>)}</h1>
        </div>
        <p class="meta">
          {m.onStory(<a href={`/newsroom/stories/${story.id}`}>{story.headline}</a>)}
          {history.authorMail ? `, ${history.authorMail}` : ''}
          {shown && story.path ? (
            <>
              {', '}
              <a href={`${story.path}#c-${history.commentId}`}>{m.viewOnSite}</a>
            </>
          ) : null}
        </p>
        <Problem sentence={problem} />
        <UndoList action="/newsroom/review/undo" undoable={undoable} now={frame.now} comment={history.commentId} />
        <InAnswerTo parent={history.parent} />
        {history.revisions.map((revision) => (
          <article class="comment revision" aria-labelledby={`words-${revision.number}`}>
            <h2 class="label" id={`words-${revision.number}`}>
              {history.revisions.length > 1
                ? m.version(revision.number, STATES[revision.state])
                : STATES[revision.state]}
            </h2>
            <CommentText text={revision.text} />
            <p class="meta">
              {m.sent(<time datetime={instant(revision.createdAt)}>{dayAndTime(site, revision.createdAt)}</time>)}
            </p>
          </article>
        ))}
        {held ? (
          <Decide revisionId={held.id} commentId={history.commentId} reasons={reasons} holder={holder} note={note} />
        ) : null}
        {shown ? (
          <section>
            <h2>{m.remove}</h2>
            <p class="hint">{m.removeHint}</p>
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
          <a href={`/newsroom/comments/${history.commentId}/ban`}>{m.ban}</a>
          {may(frame.person, 'settings') ? (
            <>
              {' · '}
              <a href={`/newsroom/comments/${history.commentId}/erase`}>{m.erase}</a>
            </>
          ) : null}
        </p>
        {last && wasDecided(last.state) ? (
          <section>
            <h2>{m.reopen}</h2>
            <p class="hint">
              {m.reopenHint}
              {last.state === 'approved' ? ` ${m.reopenHides}` : ''}
            </p>
            <form method="post" action={`/newsroom/comments/${history.commentId}/reopen`}>
              <button type="submit">{m.reopen}</button>
            </form>
          </section>
        ) : null}
        <section>
          <h2>{m.decisions}</h2>
          {history.decisions.length === 0 ? <p class="empty">{m.noDecisions}</p> : null}
          <ol class="plain lines">
            {history.decisions.map((decision) => (
              <li>
                <span>
                  {m.decision(
                    <strong>{decision.by}</strong>,
                    DID[decision.action] ?? decision.action,
                    decision.reason ? titleOf(reasons, decision.reason) : null,
                  )}
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
    <h2>{m.decide}</h2>
    {holder ? (
      <p class="notice">{m.decideLater(holder)}</p>
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
