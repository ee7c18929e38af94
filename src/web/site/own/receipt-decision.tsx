/** A decision told to the author: the appeal, and the statement of reasons. */
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
    if (decision.reopened) return <p class="meta">The newsroom has taken these words up again since.</p>
    if (!appealPath || appealUntil === null)
      return <p class="meta">The six months in which this could be appealed against are over.</p>
    return (
      <p class="appeal-way">
        <a class="button" href={appealPath}>
          Appeal against this
        </a>{' '}
        <span class="meta">Until {shortDay(site, appealUntil)}, free of charge.</span>
      </p>
    )
  }
  const { outcome } = appeal
  return (
    <div class="appeal-told" id="appeal">
      <h2>Your appeal</h2>
      <p class="meta">Sent on {shortDay(site, appeal.at)}.</p>
      <blockquote>
        <CommentText text={appeal.words} />
      </blockquote>
      {outcome ? (
        <>
          <p>
            <strong>{outcome.verdict === 'overturn' ? 'You were right.' : 'The decision stands.'}</strong>{' '}
            {outcome.verdict === 'overturn' ? 'The newsroom has brought your words back' : 'The newsroom has answered'}{' '}
            on {shortDay(site, outcome.at)}.{' '}
            {outcome.alone
              ? 'The person who had decided answered, since nobody else reviews comments here.'
              : 'Someone else than the person who had decided answered.'}
          </p>
          {outcome.note ? (
            <blockquote class="from-newsroom">
              <CommentText text={outcome.note} />
            </blockquote>
          ) : null}
        </>
      ) : decision.reopened || appealUntil === null ? (
        <p>The newsroom has taken these words up again, so there is nothing left to appeal against.</p>
      ) : (
        <p>It is waiting for an answer, which you will find here.</p>
      )}
    </div>
  )
}
