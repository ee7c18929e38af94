/** The context card beside a comment: what a moderator would otherwise look up. */
import type { AuthorRecord, Card } from '../../review/index.ts'
import type { Site } from '../site/props.ts'
import { since } from './layout.tsx'

export const ReviewCard = ({ site: _site, now, card }: { site: Site; now: number; card: Card }) => (
  <dl class="card">
    {card.paragraph ? (
      <div>
        <dt>The story says, paragraph {card.paragraph.number}</dt>
        <dd>
          <blockquote class="story-says">{card.paragraph.text}</blockquote>
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

const Record = ({ record, now }: { record: AuthorRecord; now: number }) => {
  if (!record.verified) {
    const others =
      record.sameNetwork === 0
        ? 'None other came from their network that day.'
        : record.sameNetwork === 1
          ? 'One more comment came from their network that day.'
          : `${record.sameNetwork} more comments came from their network that day.`
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
      {record.since !== null
        ? `, the first ${since(now, record.since) === 'just now' ? 'just now' : `${since(now, record.since)} ago`}.`
        : ''}
    </>
  )
}
