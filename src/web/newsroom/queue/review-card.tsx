/** The context card beside a comment: what a moderator would otherwise look up. */

import type { DecidedAlike } from '../../../moderation/campaigns/index.ts'
import type { AuthorRecord, Card } from '../../../moderation/comments/index.ts'
import type { RevisionStateName } from '../../../store/index.ts'
import { ago } from '../kit/layout.tsx'

export const ReviewCard = ({ now, card }: { now: number; card: Card }) => (
  <dl class="card">
    {card.onHold ? (
      <div>
        <dt>On hold</dt>
        <dd>Comments on this story are on hold: they are taken, and none appears before someone has read it.</dd>
      </div>
    ) : null}
    {card.paragraph ? (
      <div>
        <dt>The story says, paragraph {card.paragraph.number}</dt>
        <dd>
          <blockquote class="story-says">{card.paragraph.text}</blockquote>
        </dd>
      </div>
    ) : null}
    {card.near.length > 0 ? (
      <div>
        <dt>Near-identical</dt>
        <dd>
          <BecameOf decided={card.decided} />
          <ul class="plain near">
            {card.near.map(({ commentId, authorName, text, state, createdAt, alike }) => (
              <li>
                <a href={`/newsroom/comments/${commentId}`}>
                  <bdi>{authorName}</bdi>
                </a>{' '}
                <span class="meta">
                  {STATES[state]}, {Math.round(alike * 100)} % the same, {ago(now, createdAt)}
                </span>
                {alike < 1 ? <q>{beginningOf(text)}</q> : null}
              </li>
            ))}
          </ul>
          {card.campaignId ? (
            <a href={`/newsroom/review/campaigns/${card.campaignId}`}>See them together, and decide them as one</a>
          ) : null}
        </dd>
      </div>
    ) : null}
    <div>
      <dt>The author</dt>
      <dd>
        <Record record={card.author} now={now} />
      </dd>
    </div>
  </dl>
)

const STATES: Record<RevisionStateName, string> = {
  held: 'waiting',
  approved: 'published',
  rejected: 'rejected',
  spam: 'spam',
  withdrawn: 'withdrawn',
  removed: 'taken down',
}

const BecameOf = ({ decided: { approved, rejected, spam } }: { decided: DecidedAlike }) => {
  const parts = [
    approved > 0 ? `${approved} approved` : '',
    rejected > 0 ? `${rejected} rejected` : '',
    spam > 0 ? `${spam} as spam` : '',
  ].filter((part) => part !== '')
  return <p>{parts.length === 0 ? 'None like it was decided yet.' : `Decided before: ${parts.join(', ')}.`}</p>
}

const beginningOf = (text: string): string => (text.length > 140 ? `${text.slice(0, 140).trimEnd()}…` : text)

const Record = ({ record, now }: { record: AuthorRecord; now: number }) => {
  if (!record.verified) {
    const others =
      record.sameNetwork === 0
        ? 'No other comments from this network that day.'
        : record.sameNetwork === 1
          ? 'One more comment from this network that day.'
          : `${record.sameNetwork} more comments from this network that day.`
    return <>Not verified: anyone can take this name. {others}</>
  }
  const { approved, rejected, spam, waiting } = record
  const parts = [
    approved > 0 ? `${approved} approved` : '',
    rejected > 0 ? `${rejected} rejected` : '',
    spam > 0 ? `${spam} spam` : '',
    waiting > 0 ? `${waiting} waiting` : '',
  ].filter((part) => part !== '')
  return (
    <>
      Verified. {parts.length === 0 ? 'Their first comment here.' : `${parts.join(', ')}`}
      {record.since !== null ? `, the first ${ago(now, record.since)}.` : ''}
    </>
  )
}
