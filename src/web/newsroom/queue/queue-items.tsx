/** The items of the queue, each with all its buttons: the page's first ones, and those that come after. */
import { queueMessages as m, frameMessages as shared } from '../../../messages/index.ts'
import { filterFields, type QueueFilter, type QueueItem } from '../../../moderation/queue/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import { Difference } from '../../site/kit/difference.tsx'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { Band } from '../kit/bands.tsx'
import { InAnswerTo, RejectHead } from '../kit/comment-parts.tsx'
import type { QueueItemsProps, ReasonButton } from '../kit/props.ts'
import { ReviewCard } from './review-card.tsx'

/** The queue's address under a filter. */
export const queueAddress = (filter: QueueFilter): string => {
  const fields = filterFields(filter)
  return `/newsroom/review${fields.length > 0 ? `?${new URLSearchParams(fields)}` : ''}`
}

/** Further items, for the page that is open already. */
export const renderQueueItems = (props: QueueItemsProps): string => String(<Items {...props} />)

export const Items = ({ site, now, items, cards, reasons, filter, typed }: QueueItemsProps) => (
  <>
    {items.map((item) => {
      const card = cards.get(item.revisionId)
      return (
        <li
          class="item"
          data-item={item.revisionId}
          data-of-band={item.band}
          tabindex={-1}
          aria-labelledby={`who-${item.revisionId}`}
        >
          <Context item={item} filter={filter} />
          <article class="comment" aria-labelledby={`who-${item.revisionId}`}>
            <Head item={item} site={site} now={now} filter={filter} />
            <CommentText text={item.text} />
            {item.approved ? (
              <details open>
                <summary>{m.changesToPublished}</summary>
                <Difference from={item.approved.revision.text} to={item.text} />
              </details>
            ) : null}
          </article>
          <Signals item={item} />
          <Buttons
            item={item}
            reasons={reasons}
            filter={filter}
            note={typed?.revisionId === item.revisionId ? typed.note : ''}
          />
          {card ? <ReviewCard now={now} card={card} /> : null}
        </li>
      )
    })}
  </>
)

const Context = ({ item, filter }: { item: QueueItem; filter: QueueFilter }) => (
  <div class="item-context">
    <p class="meta item-story">
      <span>
        {m.onStory(
          item.story.path ? (
            <a href={item.story.path}>{item.story.headline}</a>
          ) : (
            m.notOnSite(<span>{item.story.headline}</span>)
          ),
        )}
      </span>
      {filter.story === item.story.id ? null : (
        <a class="only" href={queueAddress({ ...filter, story: item.story.id })}>
          {m.onlyThisStory}
        </a>
      )}
    </p>
    <InAnswerTo parent={item.parent} />
  </div>
)

const Head = ({ item, site, now, filter }: { item: QueueItem; site: Site; now: number; filter: QueueFilter }) => (
  <header>
    <h2 id={`who-${item.revisionId}`}>
      <bdi class="who">{item.authorName}</bdi>
    </h2>
    <Band band={item.band} />
    <a class="meta" href={`/newsroom/comments/${item.commentId}`}>
      <time datetime={instant(item.createdAt)} title={dayAndTime(site, item.createdAt)}>
        {shared.waitingFor(now - item.createdAt)}
      </time>
    </a>
    {item.authorMail ? <span class="meta">{item.authorMail}</span> : null}
    {item.approved ? <span class="label">{shared.editOfPublished}</span> : null}
    <AlsoWaiting item={item} filter={filter} />
  </header>
)

/** Nothing where the comment is the only one, or where the page is about those others already. */
const AlsoWaiting = ({ item, filter }: { item: QueueItem; filter: QueueFilter }) => {
  const { byName, fromSender } = item.alsoWaiting
  const ways = [
    ...(byName && filter.author !== item.authorName
      ? [<a href={queueAddress({ ...filter, author: item.authorName })}>{m.byThisName}</a>]
      : []),
    ...(fromSender && filter.from === undefined
      ? [<a href={queueAddress({ ...filter, from: item.commentId })}>{m.fromThisSender}</a>]
      : []),
  ]
  if (ways.length === 0) return null
  return <span class="meta more-by">{m.moreWaiting(ways)}</span>
}

const Signals = ({ item }: { item: QueueItem }) =>
  item.signals.length > 0 ? (
    <ul class="plain signals" aria-label={shared.signals}>
      {item.signals.map(({ state, words, weight }) => (
        <li class={`signal ${state}`}>
          {state === 'not-checked' ? shared.notChecked(words) : words}
          {weight >= 0.005 ? <span class="meta"> {m.weight(Math.round(weight * 100))}</span> : null}
        </li>
      ))}
    </ul>
  ) : null

const Buttons = ({
  item,
  reasons,
  filter,
  note,
}: {
  item: QueueItem
  reasons: readonly ReasonButton[]
  filter: QueueFilter
  note: string
}) => (
  <div class="item-buttons">
    <form method="post" action="/newsroom/review/decide" class="decide">
      <input type="hidden" name="revision" value={item.revisionId} />
      <Back filter={filter} />
      <button class="first" type="submit" name="action" value="approve">
        {shared.approve} <kbd>A</kbd>
      </button>
    </form>
    <form method="post" action="/newsroom/review/decide" class="decide reject">
      <input type="hidden" name="revision" value={item.revisionId} />
      <input type="hidden" name="action" value="reject" />
      <Back filter={filter} />
      <RejectHead about={item.revisionId} typed={note} />
      <div class="reasons">
        {reasons.map(({ code, title, key }) => (
          <button type="submit" name="reason" value={code}>
            <span>{title}</span> <kbd>{key}</kbd>
          </button>
        ))}
      </div>
    </form>
  </div>
)

/** Where a form leads back to, so that a decision does not lose the filter. */
export const Back = ({ filter }: { filter: QueueFilter }) => {
  const fields = new URLSearchParams(filterFields(filter)).toString()
  return fields ? <input type="hidden" name="filter" value={fields} /> : null
}
