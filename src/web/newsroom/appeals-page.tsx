/** The appeals that wait, each with the words, the decision, and the two ways to answer. */
import { LONGEST_SENTENCE, type OpenAppeal } from '../../review/index.ts'
import { CommentText } from '../site/comment-text.tsx'
import { dayAndTime, instant } from '../site/format.ts'
import { Done, newsroomDocument, Problem, since } from './layout.tsx'
import type { Frame } from './props.ts'
import { ReviewPlaces } from './review-places.tsx'
import { TooLate } from './too-late.tsx'

export interface AppealsPageProps extends Frame {
  appeals: readonly OpenAppeal[]
  /** How many wait in all. */
  total: number
  /** What was typed for one of them, and what has to be put right. */
  problem?: { appealId: string; sentence: string; typed: string }
  answered?: boolean
}

const DONE: Record<string, string> = { reject: 'rejected it', remove: 'took it down' }

export const renderAppealsPage = ({ appeals, total, problem, answered, ...frame }: AppealsPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: total === 0 ? 'Appeals' : `Appeals (${total})`,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="appeals" />
        <div class="head">
          <h1>Appeals</h1>
          {total > 0 ? (
            <p class="meta">
              {total === 1 ? 'One waits' : `${total} wait`}, the longest first.
              {total > appeals.length ? ` These are the first ${appeals.length}.` : ''}
            </p>
          ) : null}
        </div>
        {answered ? <Done>Answered. Its author is told on the comment’s receipt.</Done> : null}
        {problem && !appeals.some(({ id }) => id === problem.appealId) ? <TooLate {...problem} /> : null}
        {appeals.length === 0 ? (
          <section class="empty-queue">
            <h2>No appeal waits</h2>
            <p>Authors can appeal against a decision on their words for six months. What they write comes up here.</p>
          </section>
        ) : null}
        <ol class="plain queue">
          {appeals.map((one) => (
            <li class="item" id={`appeal-${one.id}`}>
              <Appeal frame={frame} appeal={one} problem={problem?.appealId === one.id ? problem : undefined} />
            </li>
          ))}
        </ol>
      </>
    ),
  })

interface AppealProps {
  frame: Frame
  appeal: OpenAppeal
  problem: AppealsPageProps['problem'] | undefined
}

const Appeal = ({ frame: { site, now }, appeal, problem }: AppealProps) => (
  <>
    <header>
      <h2>
        <bdi>{appeal.authorName}</bdi> appeals
      </h2>
      <p class="meta">
        {since(now, appeal.at)}, on <a href={`/newsroom/comments/${appeal.commentId}`}>a comment</a> under{' '}
        {appeal.story.headline}
      </p>
    </header>
    <div class="two-sides">
      <section>
        <h3 class="label">What they say</h3>
        <CommentText text={appeal.words} />
      </section>
      <section class="decided-on">
        <h3 class="label">The words</h3>
        <CommentText text={appeal.text} />
        <p class="meta">
          <strong>{appeal.decision.by}</strong> {DONE[appeal.decision.action] ?? 'decided'}
          {appeal.decision.reason ? `: ${appeal.decision.reason.title}` : ''},{' '}
          <time datetime={instant(appeal.decision.at)}>{dayAndTime(site, appeal.decision.at)}</time>
          {appeal.decision.note ? `. To the author: “${appeal.decision.note}”` : ''}
        </p>
      </section>
    </div>
    {appeal.may === 'other' ? (
      <p class="notice">You made this decision, so someone else answers the appeal.</p>
    ) : (
      <AnswerForm appeal={appeal} problem={problem} />
    )}
  </>
)

const AnswerForm = ({ appeal, problem }: Omit<AppealProps, 'frame'>) => (
  <form method="post" action={`/newsroom/review/appeals/${appeal.id}`} class="stack">
    {appeal.may === 'alone' ? (
      <p class="hint">
        You made this decision. Nobody else reviews comments here, so you may answer; the author is told so.
      </p>
    ) : null}
    <Problem sentence={problem?.sentence} id={`problem-${appeal.id}`} />
    <label for={`sentence-${appeal.id}`}>
      To the author <span class="hint">Why the decision stands; if it does not, you may leave it empty.</span>
    </label>
    <textarea
      id={`sentence-${appeal.id}`}
      name="sentence"
      rows={2}
      maxlength={LONGEST_SENTENCE}
      dir="auto"
      {...(problem ? { 'aria-invalid': 'true' as const, 'aria-describedby': `problem-${appeal.id}` } : {})}
    >
      {`\n${problem?.typed ?? ''}`}
    </textarea>
    <p class="decide">
      <button type="submit" name="verdict" value="uphold">
        The decision stands
      </button>
      <button type="submit" name="verdict" value="overturn">
        Overturn it: publish the words
      </button>
    </p>
  </form>
)
