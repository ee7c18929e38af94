/**
 * Review. Without JavaScript the first item is in hand and every button is a
 * form; with it, <review-desk> works through the same items by key.
 */
import { CommentText } from '../site/comment-text.tsx'
import { dayAndTime, instant } from '../site/format.ts'
import { newsroomDocument, Problem, since } from './layout.tsx'
import type { QueueItemsProps, QueuePageProps } from './props.ts'
import { Difference } from './versions-page.tsx'

const DONE = { approve: 'Approved', reject: 'Rejected', remove: 'Taken down' } as const

export const renderQueuePage = (props: QueuePageProps): string => {
  const { items, total, reasons, justDecided, conflict, ...frame } = props
  const { site, now } = frame
  return newsroomDocument({
    site,
    frame,
    title: total === 0 ? 'Review' : `Review (${total})`,
    here: 'review',
    script: frame.reviewScript,
    children: (
      <review-desk>
        <div class="head">
          <h1>Review</h1>
          <p class="meta">
            <span data-waiting-line>
              {total === 0 ? 'Nothing waits' : total === 1 ? 'One comment waits' : `${total} comments wait`}
            </span>
            , oldest first.{' '}
            <button type="button" class="quiet" data-keys hidden>
              Keys <kbd>?</kbd>
            </button>
          </p>
        </div>
        <div data-messages aria-live="polite">
          <Problem sentence={conflict} />
          {justDecided ? (
            <form method="post" action="/newsroom/review/undo" class="undo">
              <span>
                {DONE[justDecided.action]}: <bdi>{justDecided.authorName}</bdi>’s comment.
              </span>
              <input type="hidden" name="decision" value={justDecided.decisionId} />
              <button type="submit">
                Undo <span class="meta">({Math.max(0, Math.ceil((justDecided.undoUntil - now) / 1000))} s)</span>
              </button>
            </form>
          ) : null}
        </div>
        <section class="empty-queue" data-empty hidden={items.length > 0}>
          <h2>Nothing waits</h2>
          <p>Every comment has been read. New ones come up here, oldest first.</p>
        </section>
        <ol class="plain queue" data-queue>
          <Items site={site} now={now} items={items} reasons={reasons} />
        </ol>
        <dialog data-help aria-labelledby="keys-heading">
          <h2 id="keys-heading">Keys</h2>
          <dl class="keys">
            <dt>
              <kbd>A</kbd>
            </dt>
            <dd>Approve, and on to the next</dd>
            {reasons.map(({ key, title }) => (
              <>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>Reject: {title.toLowerCase()}</dd>
              </>
            ))}
            <dt>
              <kbd>J</kbd> <kbd>K</kbd>
            </dt>
            <dd>Next, previous, without deciding</dd>
            <dt>
              <kbd>U</kbd>
            </dt>
            <dd>Undo the last decision, for ten seconds</dd>
            <dt>
              <kbd>?</kbd>
            </dt>
            <dd>This list</dd>
          </dl>
          <form method="dialog">
            <button type="submit">Close</button>
          </form>
        </dialog>
      </review-desk>
    ),
  })
}

/** Further items, for the page that is open already. */
export const renderQueueItems = (props: QueueItemsProps): string => String(<Items {...props} />)

const Items = ({ site, now, items, reasons }: QueueItemsProps) => (
  <>
    {items.map((item) => (
      <li class="item" data-item={item.revisionId} tabindex={-1} aria-labelledby={`who-${item.revisionId}`}>
        <div class="item-context">
          <p class="meta">
            On{' '}
            {item.story.path ? (
              <a href={item.story.path}>{item.story.headline}</a>
            ) : (
              <>
                <span>{item.story.headline}</span> (not on the site)
              </>
            )}
          </p>
          {item.parent ? (
            <blockquote class="parent">
              <p class="meta">
                In answer to <bdi>{item.parent.authorName}</bdi>
              </p>
              <CommentText text={item.parent.revision.text} />
            </blockquote>
          ) : null}
        </div>
        <article class="comment">
          <header>
            <h2 id={`who-${item.revisionId}`}>
              <bdi class="who">{item.authorName}</bdi>
            </h2>
            <a class="meta" href={`/newsroom/comments/${item.commentId}`}>
              <time datetime={instant(item.createdAt)} title={dayAndTime(site, item.createdAt)}>
                {since(now, item.createdAt) === 'just now' ? 'just now' : `waiting ${since(now, item.createdAt)}`}
              </time>
            </a>
            {item.authorMail ? <span class="meta">{item.authorMail}</span> : null}
            {item.approved ? <span class="label">Edit of a published comment</span> : null}
          </header>
          <CommentText text={item.text} />
          {item.approved ? (
            <details open>
              <summary>What changes against the published words</summary>
              <Difference from={item.approved.revision.text} to={item.text} />
            </details>
          ) : null}
        </article>
        {item.signals.length > 0 ? (
          <ul class="plain signals" aria-label="Signals">
            {item.signals.map(({ state, words, weight }) => (
              <li class={`signal ${state}`}>
                {state === 'not-checked' ? 'Not checked: ' : ''}
                {words}
                {weight > 0 ? <span class="meta"> {Math.round(weight * 100)} of 100</span> : null}
              </li>
            ))}
          </ul>
        ) : null}
        <form method="post" action="/newsroom/review/decide" class="decide">
          <input type="hidden" name="revision" value={item.revisionId} />
          <button class="first" type="submit" name="action" value="approve">
            Approve <kbd>A</kbd>
          </button>
        </form>
        <form method="post" action="/newsroom/review/decide" class="decide reject">
          <input type="hidden" name="revision" value={item.revisionId} />
          <input type="hidden" name="action" value="reject" />
          <span class="label">Reject:</span>
          {reasons.map(({ code, title, key }) => (
            <button type="submit" name="reason" value={code}>
              {title} <kbd>{key}</kbd>
            </button>
          ))}
        </form>
      </li>
    ))}
  </>
)
