/** The author's own pages. They alone show words that nobody has reviewed, to the one who wrote them. */
import { escapedText } from '../../kit/escaped-text.ts'
import { CommentText } from '../kit/comment-text.tsx'
import { dayAndTime, instant } from '../kit/format.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'
import { BanTold } from '../reports/ban-told.tsx'
import { CommentField, PROBLEM } from '../story/comment-form.tsx'
import { AnswersTold } from './receipt-answers.tsx'
import { DecisionTold } from './receipt-decision.tsx'
import type { ReceiptPageProps, ReceiptView } from './receipt-props.ts'

type State = ReceiptView['revisions'][number]['state']

const STATES: Record<State, { title: string; sentence: string; tone: 'wait' | 'good' | 'end' }> = {
  held: {
    title: 'Waiting for review',
    sentence:
      'Only you and the newsroom can see it. A person will read it and decide; you will find the decision here.',
    tone: 'wait',
  },
  approved: { title: 'Published', sentence: 'Everyone can read it under the story.', tone: 'good' },
  rejected: { title: 'Not published', sentence: 'The newsroom read it and decided not to publish it.', tone: 'end' },
  spam: { title: 'Not published', sentence: 'The newsroom read it and decided not to publish it.', tone: 'end' },
  withdrawn: { title: 'Withdrawn by you', sentence: 'Nobody sees it any more.', tone: 'end' },
  removed: { title: 'Taken down', sentence: 'It was published, and the newsroom has taken it down.', tone: 'end' },
}

export function renderReceiptPage({ site, receipt, answers, problem }: ReceiptPageProps): string {
  const [newest, ...older] = receipt.revisions
  if (!newest) throw new Error('a receipt without words')
  const stillUp = newest.state !== 'approved' && older.some(({ state }) => state === 'approved')
  const isNew = newest.state === 'held' && older.length === 0
  const canChange = stillUp || newest.state === 'held' || newest.state === 'approved'
  return document({
    site,
    title: `${STATES[newest.state].title} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single receipt">
        <p class="label">{isNew ? STATES[newest.state].title : 'Your comment'}</p>
        <h1>{isNew ? 'Thank you for your comment' : STATES[newest.state].title}</h1>
        <p class="about">
          On {receipt.story.path ? <a href={receipt.story.path}>{receipt.story.headline}</a> : receipt.story.headline},{' '}
          <time datetime={instant(receipt.createdAt)}>{dayAndTime(site, receipt.createdAt)}</time>
        </p>
        <StateNote revision={newest} publicPath={receipt.publicPath} stillUp={stillUp} />
        {newest.text === '' ? (
          <p class="empty">Its text has been erased.</p>
        ) : (
          <Words name={receipt.authorName} text={newest.text} />
        )}
        {newest.decision ? <DecisionTold site={site} decision={newest.decision} /> : null}
        {canChange && !receipt.story.isOpen ? (
          <>
            {problem ? <TooLate {...problem} /> : <p class="empty">{CLOSED}</p>}
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
        <aside class="keep">
          <h2>Keep this page’s address</h2>
          <p>
            It is the only way back to your comment{canChange ? ', and whoever has it can change or withdraw it' : ''}.
            This browser remembers it under “Your comments”.
          </p>
          <p class="address">
            <a href={receipt.path} dir="ltr">
              {site.url}
              {receipt.path}
            </a>
          </p>
        </aside>
        <section>
          <h2>Your data</h2>
          <p>
            <a href={`${receipt.path}/export`}>Download your data</a>, or{' '}
            <a href={`${receipt.path}/erase`}>erase your name or your words</a>.
          </p>
        </section>
        {older.length > 0 ? (
          <section>
            <h2>Earlier words</h2>
            <ol class="plain">
              {older.map((revision) => (
                <li class="earlier">
                  <p class="meta">
                    {STATES[revision.state].title} · {dayAndTime(site, revision.createdAt)}
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
  const { sentence, tone } = STATES[revision.state]
  const { decision } = revision
  return (
    <div class={`state ${tone}`} role="status">
      <p>
        {sentence} {stillUp ? `Your earlier words stay up${revision.state === 'held' ? ' until then' : ''}.` : ''}
      </p>
      {decision && revision.state !== 'held' && revision.state !== 'approved' ? (
        <>
          <p>
            The reason: <strong>{decision.title}.</strong> {decision.sentence}
          </p>
          {decision.note ? (
            <blockquote class="from-newsroom">
              <CommentText text={decision.note} />
            </blockquote>
          ) : null}
        </>
      ) : null}
      {publicPath ? (
        <p>
          <a href={publicPath}>{stillUp ? 'See them under the story' : 'See it under the story'}</a>
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
    <h2>Change it</h2>
    <p class="meta">
      {wasApproved
        ? 'Your edit waits for review like any comment; the published version stays up until then.'
        : 'Your edit replaces this version.'}
    </p>
    {problem?.ban ? (
      <BanTold ban={problem.ban} id={PROBLEM} />
    ) : problem ? (
      <p class="alert" role="alert" id={PROBLEM}>
        {problem.sentence}
      </p>
    ) : null}
    <form method="post" action={`${receipt.path}/edit`} class="comment-form">
      <label for="comment-text">Your comment</label>
      <CommentField text={text} {...(problem ? { 'aria-invalid': 'true', 'aria-describedby': PROBLEM } : {})} />
      <p class="send">
        <button type="submit">Save changes</button>
      </p>
    </form>
    <Withdraw path={receipt.path} />
  </section>
)

const CLOSED = 'Comments on this story are closed, so this one can no longer be changed.'

const Withdraw = ({ path }: { path: string }) => (
  <details class="withdraw">
    <summary>Withdraw the comment …</summary>
    <form method="post" action={`${path}/withdraw`}>
      <p class="send">
        <button type="submit">Withdraw it for good</button>
        <span class="meta">Nobody sees it any more, and it can’t be brought back.</span>
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
    <label for="lost-words">Your new words, to copy</label>
    <textarea id="lost-words" rows={8} readonly dir="auto">
      {escapedText(`\n${text}`)}
    </textarea>
  </section>
)

export function renderReceiptsPage({ site, receipts }: { site: Site; receipts: ReceiptView[] }): string {
  return document({
    site,
    title: `Your comments · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single">
        <h1>Your comments from this browser</h1>
        {receipts.length === 0 ? (
          <p class="empty">
            This browser remembers no comment. If you wrote one elsewhere, open the address that was shown after you
            sent it.
          </p>
        ) : (
          <ReceiptLines site={site} receipts={receipts} />
        )}
        <p>
          <a href="/account">An account</a> keeps them in one place, on every device.
        </p>
      </section>
    ),
  })
}

/** Comments of one author, a line each, with what became of them. */
export const ReceiptLines = ({ site, receipts }: { site: Site; receipts: readonly ReceiptView[] }) => (
  <ul class="plain receipts">
    {receipts.map((receipt) => (
      <li>
        <p class="label">{STATES[receipt.revisions[0]?.state ?? 'held'].title}</p>
        <p>
          <a href={receipt.path}>
            <bdi>{excerpt(receipt.revisions[0]?.text ?? '') || 'Erased words'}</bdi>
          </a>
        </p>
        <p class="meta">
          On {receipt.story.headline}, {dayAndTime(site, receipt.createdAt)}
        </p>
      </li>
    ))}
  </ul>
)

const excerpt = (text: string): string => {
  const flat = text.replace(/\s+/g, ' ')
  return flat.length > 120 ? `${flat.slice(0, 119)}…` : flat
}
