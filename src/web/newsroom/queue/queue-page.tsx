/**
 * Review. Without JavaScript the first item is in hand and every button is a
 * form; with it, <review-desk> works through the same items by key.
 */
import { queueMessages as m, frameMessages as shared } from '../../../messages/index.ts'
import { filterFields } from '../../../moderation/queue/index.ts'
import { shortCount, waitingLine } from '../kit/counts.ts'
import { newsroomDocument, Problem } from '../kit/layout.tsx'
import type { QueuePageProps, ReasonButton } from '../kit/props.ts'
import { NotSent } from '../kit/too-late.tsx'
import { UndoList } from '../kit/undo-list.tsx'
import { Filters, filterInWords } from './queue-filters.tsx'
import { Items } from './queue-items.tsx'
import { ObjectionsWait, ReviewPlaces } from './review-places.tsx'

/** How often an open page says that it is still looked at, in milliseconds; a tenth of a lease. */
const HEARTBEAT = 30_000

export const renderQueuePage = (props: QueuePageProps): string => {
  const { items, reasons, undoable, conflict, typed, hand, filter, ...frame } = props
  const { site, now } = frame
  const total = { count: frame.waiting, more: frame.moreWaiting }
  const fields = new URLSearchParams(filterFields(filter)).toString()
  return newsroomDocument({
    site,
    frame,
    title: frame.waiting === 0 ? shared.review : m.title(shortCount(total)),
    here: 'review',
    script: frame.reviewScript,
    wide: true,
    children: (
      <>
        <a class="skip" href="#comments">
          {m.skip}
        </a>
        <ReviewPlaces frame={frame} here="queue" />
        <review-desk data-hand={hand} data-filter={fields} data-since={String(now)} data-beat={String(HEARTBEAT)}>
          <div class="head">
            <h1>{shared.review}</h1>
            <div class="meta desk-line">
              <span data-waiting-line>{waitingLine(total)}</span>
              <button type="button" class="quiet" data-keys hidden>
                {m.keys} <kbd>?</kbd>
              </button>
              {items.length > 0 ? (
                <form method="post" action="/newsroom/review/release" class="release">
                  <input type="hidden" name="hand" value={hand} />
                  <button type="submit" class="quiet" title={m.releaseHint}>
                    {m.release}
                  </button>
                </form>
              ) : null}
            </div>
          </div>
          <div class="rail">
            <Filters {...props} />
            <div class="messages" aria-live="polite">
              <div data-said>
                <Problem sentence={conflict} />
                <NotSent typed={typed} items={items} />
              </div>
              <div data-undo class="undo-list">
                <UndoList action="/newsroom/review/undo" undoable={undoable} now={now} hand={hand} />
              </div>
            </div>
          </div>
          <p class="fresh" data-fresh hidden aria-live="polite">
            <span data-fresh-words></span>{' '}
            <button type="button" class="quiet" data-fresh-take>
              {m.addBelow}
            </button>
          </p>
          <Empty {...props} />
          <ol class="plain queue" data-queue id="comments" tabindex={-1}>
            <Items {...props} />
          </ol>
          <Keys reasons={reasons} />
        </review-desk>
      </>
    ),
  })
}

/** Nothing is in hand: because of the filter, because nothing waits, or because others have it all. */
const Empty = (props: QueuePageProps) => {
  const { items, filter, waiting, problem } = props
  const isFiltered = filterFields(filter).length > 0
  return (
    <section class="empty-queue" data-empty hidden={items.length > 0}>
      {problem ? (
        <EmptyWords title={m.nothingToShow} sentence={m.correctFilter} />
      ) : isFiltered ? (
        <EmptyWords title={m.noMatch} sentence={m.noneFits(filterInWords(props))} />
      ) : (
        <>
          <div data-nothing hidden={waiting > 0}>
            <EmptyWords title={m.noneWaiting} sentence={m.allReviewed} />
          </div>
          <div data-others hidden={waiting === 0}>
            <EmptyWords title={m.othersReview} sentence={m.othersReviewHint} />
          </div>
        </>
      )}
      <ObjectionsWait frame={props} />
      {isFiltered || problem ? (
        <p>
          <a href="/newsroom/review">{m.clearFilters}</a>
        </p>
      ) : null}
    </section>
  )
}

const EmptyWords = ({ title, sentence }: { title: string; sentence: string }) => (
  <>
    <h2>{title}</h2>
    <p>{sentence}</p>
  </>
)

const Keys = ({ reasons }: { reasons: readonly ReasonButton[] }) => (
  <dialog data-help aria-labelledby="keys-heading">
    <h2 id="keys-heading">{m.keysTitle}</h2>
    <dl class="keys">
      <Key keys={['A']} does={m.keyApprove} />
      {reasons.map(({ key, title }) => (
        <Key keys={[key]} does={m.keyReject(title)} />
      ))}
      <Key keys={['J', 'K']} does={m.keyMove} />
      <Key keys={['U']} does={m.keyUndo} />
      <Key keys={['?']} does={m.keyHelp} />
    </dl>
    <form method="dialog">
      <button type="submit">{m.close}</button>
    </form>
  </dialog>
)

const Key = ({ keys, does }: { keys: readonly string[]; does: string }) => (
  <>
    <dt>
      {keys.map((key) => (
        <kbd>{key}</kbd>
      ))}
    </dt>
    <dd>{does}</dd>
  </>
)
