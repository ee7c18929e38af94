/** The context card beside a comment: what a moderator would otherwise look up. */

import { queueMessages as m, frameMessages as shared } from '../../../messages/index.ts'
import type { AuthorRecord, Card } from '../../../moderation/comments/index.ts'
import { beginningOf } from '../../../text/index.ts'
import { ago } from '../kit/layout.tsx'

export const ReviewCard = ({ now, card }: { now: number; card: Card }) => (
  <dl class="card">
    {card.onHold ? (
      <div>
        <dt>{m.onHold}</dt>
        <dd>{m.onHoldHint}</dd>
      </div>
    ) : null}
    {card.paragraph ? (
      <div>
        <dt>{m.storySays(card.paragraph.number)}</dt>
        <dd>
          <blockquote class="story-says">{card.paragraph.text}</blockquote>
        </dd>
      </div>
    ) : null}
    {card.near.length > 0 ? (
      <div>
        <dt>{m.nearIdentical}</dt>
        <dd>
          <p>{m.decidedAlike(card.decided)}</p>
          <ul class="plain near">
            {card.near.map(({ commentId, authorName, text, state, createdAt, alike }) => (
              <li>
                <a href={`/newsroom/comments/${commentId}`}>
                  <bdi>{authorName}</bdi>
                </a>{' '}
                <span class="meta">
                  {m.alike(shared.statesWithin[state], Math.round(alike * 100), ago(now, createdAt))}
                </span>
                {alike < 1 ? <q>{beginningOf(text, 140)}</q> : null}
              </li>
            ))}
          </ul>
          {card.campaignId ? <a href={`/newsroom/review/campaigns/${card.campaignId}`}>{m.reviewTogether}</a> : null}
        </dd>
      </div>
    ) : null}
    <div>
      <dt>{m.author}</dt>
      <dd>{recordInWords(now, card.author)}</dd>
    </div>
  </dl>
)

const recordInWords = (now: number, record: AuthorRecord): string =>
  record.verified
    ? m.verified(record, record.since === null ? null : ago(now, record.since))
    : m.notVerified(record.sameNetwork)
