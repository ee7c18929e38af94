/** A decision told to the author: the appeal, and the statement of reasons. */
import { receiptMessages as m } from '../../../messages/index.ts'
import { CommentText } from '../kit/comment-text.tsx'
import { shortDay } from '../kit/format.ts'
import type { Site } from '../kit/props.ts'
import { Statement } from '../said/statement.tsx'
import type { ReceiptDecision } from './receipt-props.ts'

export const DecisionTold = ({ site, decision }: { site: Site; decision: ReceiptDecision }) => (
  <section class="decision-told">
    <AppealTold site={site} decision={decision} />
    <Statement statement={decision.statement} />
  </section>
)

/** How to appeal, or what became of the appeal. */
function AppealTold({ site, decision }: { site: Site; decision: ReceiptDecision }) {
  const { appeal, appealPath, appealUntil } = decision
  if (!appeal) {
    if (decision.reopened) return <p class="meta">{m.reviewedAgain}</p>
    if (!appealPath || appealUntil === null) return <p class="meta">{m.appealOver}</p>
    return (
      <p class="appeal-way">
        <a class="button" href={appealPath}>
          {m.appeal}
        </a>{' '}
        <span class="meta">{m.appealUntil(shortDay(site, appealUntil))}</span>
      </p>
    )
  }
  const { outcome } = appeal
  return (
    <div class="appeal-told" id="appeal">
      <h2>{m.yourAppeal}</h2>
      <p class="meta">{m.sentOn(shortDay(site, appeal.at))}</p>
      <blockquote>
        <CommentText text={appeal.words} />
      </blockquote>
      {outcome ? (
        <>
          <p>
            <strong>{outcome.verdict === 'overturn' ? m.succeeded : m.stands}</strong>{' '}
            {outcome.verdict === 'overturn'
              ? m.publishedOn(shortDay(site, outcome.at))
              : m.answeredOn(shortDay(site, outcome.at))}{' '}
            {outcome.alone ? m.answeredAlone : m.answeredByOther}
          </p>
          {outcome.note ? (
            <blockquote class="from-newsroom">
              <CommentText text={outcome.note} />
            </blockquote>
          ) : null}
        </>
      ) : decision.reopened || appealUntil === null ? (
        <p>{m.appealSuperseded}</p>
      ) : (
        <p>{m.appealWaiting}</p>
      )}
    </div>
  )
}
