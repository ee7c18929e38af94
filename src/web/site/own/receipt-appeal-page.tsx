/** The form in which an author objects to a decision. */
import { receiptMessages as m, siteFrameMessages } from '../../../messages/index.ts'
import { CommentText } from '../kit/comment-text.tsx'
import { shortDay } from '../kit/format.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'
import type { ReceiptDecision } from './receipt-props.ts'

interface AppealPageProps {
  site: Site
  receiptPath: string
  /** The words that were decided on. */
  text: string
  decision: ReceiptDecision
  /** What was typed before. */
  words: string
  problem?: string
}

export const renderAppealPage = ({ site, receiptPath, text, decision, words, problem }: AppealPageProps): string =>
  document({
    site,
    title: `${m.appeal} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single receipt">
        <p class="label">
          <a href={receiptPath}>{siteFrameMessages.yourComment}</a>
        </p>
        <h1>{m.appeal}</h1>
        <p class="about">{decision.statement.decision}</p>
        <div class="state end">
          <p>{m.reason(decision.title, decision.sentence)}</p>
        </div>
        <article class="comment as-it-looks">
          <CommentText text={text} />
        </article>
        <AppealForm
          site={site}
          action={`${receiptPath}/appeal/${decision.id}`}
          until={decision.appealUntil}
          words={words}
          problem={problem}
        />
      </section>
    ),
  })

interface AppealFormProps {
  site: Site
  action: string
  /** Null where it is over, or was used. */
  until: number | null
  /** What was typed before. */
  words: string
  problem: string | undefined
}

/** For whoever objects to a decision: the author of a comment, or who reported one. */
export const AppealForm = ({ site, action, until, words, problem }: AppealFormProps) => (
  <>
    {problem ? (
      <p class="alert" role="alert" id="appeal-problem">
        {problem}
      </p>
    ) : null}
    <form method="post" action={action} class="comment-form">
      <label for="appeal-words">
        {m.whyWrong} <span class="hint">{m.whyWrongHint}</span>
      </label>
      <textarea
        id="appeal-words"
        name="words"
        rows={7}
        required
        dir="auto"
        {...(problem ? { 'aria-invalid': 'true' as const, 'aria-describedby': 'appeal-problem' } : {})}
      >
        {`\n${words}`}
      </textarea>
      <p class="send">
        <button class="first" type="submit">
          {m.sendAppeal}
        </button>
        {until === null ? null : <span class="meta">{m.appealOnceUntil(shortDay(site, until))}</span>}
      </p>
    </form>
  </>
)
