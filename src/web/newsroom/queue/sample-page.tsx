/** One decision of someone else's, looked at again without knowing it. */
import { secondLookMessages as m, frameMessages as shared } from '../../../messages/index.ts'
import type { Card } from '../../../moderation/comments/index.ts'
import type { Looked, SampleItem } from '../../../moderation/figures/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame, ReasonButton } from '../kit/props.ts'
import { ReviewPlaces } from './review-places.tsx'

export interface SamplePageProps extends Frame {
  item: (SampleItem & { headline: string; card: Card | null }) | null
  reasons: readonly ReasonButton[]
  /** What came of the look before. */
  looked?: Extract<Looked, { looked: true }>
  problem?: string
}

export const renderSamplePage = ({ item, reasons, looked, problem, ...frame }: SamplePageProps): string => {
  const { site } = frame
  return newsroomDocument({
    site,
    frame,
    title: m.title,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="week" />
        <div class="head">
          <h1>{m.title}</h1>
        </div>
        <Problem sentence={problem} />
        {looked ? (
          <Done>
            {looked.same ? m.same : m.different}{' '}
            {looked.decided.action === 'approve'
              ? m.approved(looked.decided.by)
              : m.rejected(looked.decided.by, looked.decided.reason?.title)}{' '}
            <a href={`/newsroom/comments/${looked.commentId}`}>{m.open}</a>
          </Done>
        ) : null}
        {item ? (
          <>
            <p class="hint">{m.lead}</p>
            <article class="comment revision">
              <h2 class="label">{m.byOn(<bdi>{item.authorName}</bdi>, item.headline)}</h2>
              <CommentText text={item.text} />
            </article>
            {item.card?.paragraph ? (
              <blockquote class="story-says">
                <p class="label">{m.storySays}</p>
                <p>{item.card.paragraph.text}</p>
              </blockquote>
            ) : null}
            <form method="post" action="/newsroom/review/sample" class="decide">
              <input type="hidden" name="decision" value={item.decisionId} />
              <button class="first" type="submit" name="choice" value="approve">
                {shared.approve}
              </button>
              {reasons.map(({ code, title }) => (
                <button type="submit" name="choice" value={code}>
                  {title}
                </button>
              ))}
            </form>
          </>
        ) : (
          <p class="empty">
            {m.none} <a href="/newsroom/review/week">{m.back}</a>
          </p>
        )}
      </>
    ),
  })
}
