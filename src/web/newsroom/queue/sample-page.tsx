/** One decision of someone else's, looked at again without knowing it. */
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
    title: 'A second look',
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="week" />
        <div class="head">
          <h1>A second look</h1>
        </div>
        <Problem sentence={problem} />
        {looked ? (
          <Done>
            {looked.same ? 'The same decision. ' : 'Another decision. '}
            {looked.decided.by}{' '}
            {looked.decided.action === 'approve'
              ? 'had approved it'
              : `had rejected it (${looked.decided.reason?.title ?? 'no reason kept'})`}
            . <a href={`/newsroom/comments/${looked.commentId}`}>Open the comment</a>
          </Done>
        ) : null}
        {item ? (
          <>
            <p class="hint">
              Someone has decided this one. Say what you would have decided: it changes nothing about the comment, and
              then you are told.
            </p>
            <article class="comment revision">
              <h2 class="label">
                <bdi>{item.authorName}</bdi> on “{item.headline}”
              </h2>
              <CommentText text={item.text} />
            </article>
            {item.card?.paragraph ? (
              <blockquote class="story-says">
                <p class="label">The story says</p>
                <p>{item.card.paragraph.text}</p>
              </blockquote>
            ) : null}
            <form method="post" action="/newsroom/review/sample" class="decide">
              <input type="hidden" name="decision" value={item.decisionId} />
              <button class="first" type="submit" name="choice" value="approve">
                Approve
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
            There is nothing to look at again just now. One decision in eight comes here, for thirty days.{' '}
            <a href="/newsroom/review/week">Back to the figures</a>
          </p>
        )}
      </>
    ),
  })
}
