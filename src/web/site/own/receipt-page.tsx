/** The author's own pages. They alone show words that nobody has reviewed, to the one who wrote them. */
import { receiptMessages as m, siteFrameMessages } from '../../../messages/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { CommentText } from '../kit/comment-text.tsx'
import { dayAndTime, instant } from '../kit/format.ts'
import { KeepAddress } from '../kit/keep-address.tsx'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'
import { BanTold } from '../reports/ban-told.tsx'
import { CommentField, PROBLEM } from '../story/comment-form.tsx'
import { AnswersTold } from './receipt-answers.tsx'
import { DecisionTold } from './receipt-decision.tsx'
import type { ReceiptPageProps, ReceiptView } from './receipt-props.ts'

type State = ReceiptView['revisions'][number]['state']

const TONES: Record<State, 'wait' | 'good' | 'end'> = {
  held: 'wait',
  approved: 'good',
  rejected: 'end',
  spam: 'end',
  withdrawn: 'end',
  removed: 'end',
}

export function renderReceiptPage({ site, receipt, answers, problem }: ReceiptPageProps): string {
  const [newest, ...older] = receipt.revisions
  if (!newest) throw new Error('a receipt without words')
  const stillUp = newest.state !== 'approved' && older.some(({ state }) => state === 'approved')
  const isNew = newest.state === 'held' && older.length === 0
  const canChange = stillUp || newest.state === 'held' || newest.state === 'approved'
  return document({
    site,
    title: `${m.states[newest.state].title} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single receipt">
        <p class="label">{isNew ? m.states[newest.state].title : siteFrameMessages.yourComment}</p>
        <h1>{isNew ? m.thankYou : m.states[newest.state].title}</h1>
        <p class="about">
          {m.onStory(
            receipt.story.path ? <a href={receipt.story.path}>{receipt.story.headline}</a> : receipt.story.headline,
            <time datetime={instant(receipt.createdAt)}>{dayAndTime(site, receipt.createdAt)}</time>,
          )}
        </p>
        <StateNote revision={newest} publicPath={receipt.publicPath} stillUp={stillUp} />
        {newest.text === '' ? (
          <p class="empty">{m.textErased}</p>
        ) : (
          <Words name={receipt.authorName} text={newest.text} />
        )}
        {newest.decision ? <DecisionTold site={site} decision={newest.decision} /> : null}
        {canChange && !receipt.story.isOpen ? (
          <>
            {problem ? <TooLate {...problem} /> : <p class="empty">{m.closed}</p>}
            <Withdraw path={receipt.path} />
          </>
        ) : canChange ? (
          <Change
            receipt={receipt}
            text={problem?.text ?? newest.text}
            wasApproved={stillUp || newest.state === 'approved'}
            problem={problem}
          />
        ) : problem ? (
          <TooLate {...problem} />
        ) : null}
        {answers.state === 'told' || (canChange && site.mailLeaves) ? (
          <AnswersTold path={receipt.path} answers={answers} />
        ) : null}
        <KeepAddress
          site={site}
          path={receipt.path}
          title={m.keepAddress}
          says={canChange ? m.onlyWayBackAndKey : m.onlyWayBack}
        />
        <section>
          <h2>{m.yourData}</h2>
          <p>
            {m.downloadOrErase(
              <a href={`${receipt.path}/export`}>{m.downloadData}</a>,
              <a href={`${receipt.path}/erase`}>{m.eraseNameOrText}</a>,
            )}
          </p>
        </section>
        {older.length > 0 ? (
          <section>
            <h2>{m.earlierVersions}</h2>
            <ol class="plain">
              {older.map((revision) => (
                <li class="earlier">
                  <p class="meta">
                    {m.states[revision.state].title} · {dayAndTime(site, revision.createdAt)}
                  </p>
                  <CommentText text={revision.text} />
                  {revision.decision ? <DecisionTold site={site} decision={revision.decision} /> : null}
                </li>
              ))}
            </ol>
          </section>
        ) : null}
      </section>
    ),
  })
}

function StateNote({
  revision,
  publicPath,
  stillUp,
}: {
  revision: ReceiptView['revisions'][number]
  publicPath: string | null
  stillUp: boolean
}) {
  const { decision } = revision
  return (
    <div class={`state ${TONES[revision.state]}`} role="status">
      <p>
        {m.states[revision.state].sentence}{' '}
        {stillUp ? (revision.state === 'held' ? m.earlierStaysUntilThen : m.earlierStays) : ''}
      </p>
      {decision && revision.state !== 'held' && revision.state !== 'approved' ? (
        <>
          <p>{m.reason(decision.title, decision.sentence)}</p>
          {decision.note ? (
            <blockquote class="from-newsroom">
              <CommentText text={decision.note} />
            </blockquote>
          ) : null}
        </>
      ) : null}
      {publicPath ? (
        <p>
          <a href={publicPath}>{stillUp ? m.seeEarlier : m.seeIt}</a>
        </p>
      ) : null}
    </div>
  )
}

const Words = ({ name, text }: { name: string; text: string }) => (
  <article class="comment as-it-looks">
    <header>
      <bdi class="who">{name}</bdi>
    </header>
    <CommentText text={text} />
  </article>
)

const Change = ({
  receipt,
  text,
  wasApproved,
  problem,
}: {
  receipt: ReceiptView
  text: string
  wasApproved: boolean
  problem: ReceiptPageProps['problem']
}) => (
  <section>
    <h2>{m.edit}</h2>
    <p class="meta">{wasApproved ? m.editIsReviewed : m.editReplaces}</p>
    {problem?.ban ? (
      <BanTold ban={problem.ban} id={PROBLEM} />
    ) : problem ? (
      <p class="alert" role="alert" id={PROBLEM}>
        {problem.sentence}
      </p>
    ) : null}
    <form method="post" action={`${receipt.path}/edit`} class="comment-form">
      <label for="comment-text">{siteFrameMessages.yourComment}</label>
      <CommentField text={text} {...(problem ? { 'aria-invalid': 'true', 'aria-describedby': PROBLEM } : {})} />
      <p class="send">
        <button type="submit">{m.saveChanges}</button>
      </p>
    </form>
    <Withdraw path={receipt.path} />
  </section>
)

const Withdraw = ({ path }: { path: string }) => (
  <details class="withdraw">
    <summary>{m.withdraw}</summary>
    <form method="post" action={`${path}/withdraw`}>
      <p class="send">
        <button type="submit">{m.withdrawForGood}</button>
        <span class="meta">{m.withdrawHint}</span>
      </p>
    </form>
  </details>
)

/** New words that came when the comment could not be changed any more: they go back to who typed them. */
const TooLate = ({ sentence, text }: { sentence: string; text: string }) => (
  <section>
    <p class="alert" role="alert">
      {sentence}
    </p>
    <label for="lost-words">{m.newText}</label>
    <textarea id="lost-words" rows={8} readonly dir="auto">
      {escapedText(`\n${text}`)}
    </textarea>
  </section>
)

export function renderReceiptsPage({ site, receipts }: { site: Site; receipts: ReceiptView[] }): string {
  return document({
    site,
    title: `${siteFrameMessages.yourComments} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single">
        <h1>{m.fromThisBrowser}</h1>
        {receipts.length === 0 ? (
          <p class="empty">{m.noneRemembered}</p>
        ) : (
          <ReceiptLines site={site} receipts={receipts} />
        )}
        <p>{m.accountKeepsThem(<a href="/account">{m.anAccount}</a>)}</p>
      </section>
    ),
  })
}

/** Comments of one author, a line each, with what became of them. */
export const ReceiptLines = ({ site, receipts }: { site: Site; receipts: readonly ReceiptView[] }) => (
  <ul class="plain receipts">
    {receipts.map((receipt) => (
      <li>
        <p class="label">{m.states[receipt.revisions[0]?.state ?? 'held'].title}</p>
        <p>
          <a href={receipt.path}>
            <bdi>{excerpt(receipt.revisions[0]?.text ?? '') || m.erasedText}</bdi>
          </a>
        </p>
        <p class="meta">{m.onStory(receipt.story.headline, dayAndTime(site, receipt.createdAt))}</p>
      </li>
    ))}
  </ul>
)

const excerpt = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ')
  return flat.length > 120 ? `${flat.slice(0, 119)}…` : flat
}
