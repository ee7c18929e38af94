/** Everything about one comment: all its words, all that was decided, and by whom. */
import { reasonOf } from '../../review/index.ts'
import { CommentText } from '../site/comment-text.tsx'
import { dayAndTime, instant } from '../site/format.ts'
import { newsroomDocument } from './layout.tsx'
import type { CommentPageProps } from './props.ts'

const STATES: Record<string, string> = {
  held: 'Waiting for review',
  approved: 'Published',
  rejected: 'Rejected',
  spam: 'Spam',
  withdrawn: 'Withdrawn or replaced by its author',
  removed: 'Taken down',
}
const ACTIONS: Record<string, string> = {
  approve: 'approved it',
  reject: 'rejected it',
  remove: 'took it down',
  undo: 'took that decision back',
}

export const renderCommentPage = ({ history, reasons, story, ...frame }: CommentPageProps): string => {
  const { site } = frame
  const isShown = history.revisions.some(({ state }) => state === 'approved')
  const waits = history.revisions.some(({ state }) => state === 'held')
  return newsroomDocument({
    site,
    frame,
    title: `Comment by ${history.authorName}`,
    here: 'review',
    children: (
      <>
        <p class="label">
          <a href="/newsroom/review">Review</a>
        </p>
        <h1>
          Comment by <bdi>{history.authorName}</bdi>
        </h1>
        <p class="meta">
          On <a href={`/newsroom/stories/${story.id}`}>{story.headline}</a>
          {history.authorMail ? `, ${history.authorMail}` : ''}
          {isShown && story.path ? (
            <>
              {', '}
              <a href={`${story.path}#c-${history.commentId}`}>see it on the page</a>
            </>
          ) : null}
        </p>
        {history.parent ? (
          <blockquote class="parent">
            <p class="meta">
              In answer to <bdi>{history.parent.authorName}</bdi>
            </p>
            <CommentText text={history.parent.revision.text} />
          </blockquote>
        ) : null}
        {history.revisions.map((revision) => (
          <article class="comment revision">
            <h2 class="label">
              {history.revisions.length > 1 ? `Words ${revision.number}: ` : ''}
              {STATES[revision.state]}
            </h2>
            <CommentText text={revision.text} />
            <p class="meta">
              Sent <time datetime={instant(revision.createdAt)}>{dayAndTime(site, revision.createdAt)}</time>
            </p>
          </article>
        ))}
        {waits ? (
          <p class="notice">
            Its words wait in <a href="/newsroom/review">the queue</a>.
          </p>
        ) : null}
        {isShown ? (
          <section>
            <h2>Take it down</h2>
            <p class="hint">Readers see it no more, its author is told the reason, and the record stays.</p>
            <form method="post" action={`/newsroom/comments/${history.commentId}/remove`} class="decide">
              {reasons.map(({ code, title }) => (
                <button type="submit" name="reason" value={code}>
                  {title}
                </button>
              ))}
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
                  {decision.reason ? `: ${reasonOf(decision.reason)?.title ?? decision.reason}` : ''}
                </span>
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
