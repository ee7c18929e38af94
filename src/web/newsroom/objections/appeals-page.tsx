/** The appeals that wait, each with the words, the decision, and the two ways to answer. */

import type { Reason } from '../../../house-rules/index.ts'
import type { OpenAppeal } from '../../../redress/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { Done, newsroomDocument, Problem, since } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { TooLate } from '../kit/too-late.tsx'
import { Earlier, SentenceField, TakeDownOrKeep } from '../kit/verdict-fields.tsx'
import { ReviewPlaces } from '../queue/review-places.tsx'

export interface AppealsPageProps extends Frame {
  appeals: readonly OpenAppeal[]
  /** How many wait in all. */
  total: number
  reasons: readonly Reason[]
  /** What was typed for one of them, and what has to be put right. */
  problem?: { appealId: string; sentence: string; typed: string; reason: string }
  /** Something was just answered; `undo` is the removal that can still be taken back. */
  answered?: { undo?: string }
}

const DONE: Record<string, string> = { reject: 'rejected it', remove: 'took it down', keep: 'let it stand' }

export const renderAppealsPage = ({ appeals, total, reasons, problem, answered, ...frame }: AppealsPageProps): string =>
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
        {answered ? <JustAnswered {...answered} /> : null}
        {problem && !appeals.some(({ id }) => id === problem.appealId) ? <TooLate {...problem} /> : null}
        {appeals.length === 0 ? (
          <section class="empty-queue">
            <h2>No appeal waits</h2>
            <p>
              For six months authors can appeal against a decision on their words, and who reported a comment against
              its staying. What they write comes up here.
            </p>
          </section>
        ) : null}
        <ol class="plain queue">
          {appeals.map((one) => (
            <li class="item" id={`appeal-${one.id}`}>
              <Appeal
                frame={frame}
                appeal={one}
                reasons={reasons}
                problem={problem?.appealId === one.id ? problem : undefined}
              />
            </li>
          ))}
        </ol>
      </>
    ),
  })

const JustAnswered = ({ undo }: { undo?: string }) =>
  undo === undefined ? (
    <Done>Answered. Who appealed is told on their page.</Done>
  ) : (
    <form method="post" action="/newsroom/review/appeals/undo" class="undo">
      <span role="status">Taken down. In ten seconds its author and who reported it can see so.</span>
      <input type="hidden" name="decision" value={undo} />
      <button type="submit">Undo</button>
    </form>
  )

interface AppealProps {
  frame: Frame
  appeal: OpenAppeal
  reasons: readonly Reason[]
  problem: AppealsPageProps['problem'] | undefined
}

const Appeal = ({ frame: { site, now }, appeal, reasons, problem }: AppealProps) => (
  <>
    <header>
      {appeal.reporter ? (
        <h2>{appeal.reporter.name ? <bdi>{appeal.reporter.name}</bdi> : 'Somebody'}, who reported it, appeals</h2>
      ) : (
        <h2>
          <bdi>{appeal.authorName}</bdi> appeals
        </h2>
      )}
      <p class="meta">
        {since(now, appeal.at)}, on <a href={`/newsroom/comments/${appeal.commentId}`}>a comment</a> under{' '}
        {appeal.story.headline}
      </p>
    </header>
    <div class="two-sides">
      <section>
        <h3 class="label">What they say</h3>
        <CommentText text={appeal.words} />
        {appeal.reporter ? (
          <>
            <h3 class="label">Their report: {appeal.reporter.ground}</h3>
            {appeal.reporter.words ? <CommentText text={appeal.reporter.words} /> : null}
            {appeal.reporter.earlierText === null ? null : <Earlier text={appeal.reporter.earlierText} />}
          </>
        ) : null}
      </section>
      <section class="decided-on">
        <h3 class="label">
          {appeal.reporter ? (
            <>
              The words of <bdi>{appeal.authorName}</bdi>, as readers see them
            </>
          ) : (
            'The words'
          )}
        </h3>
        <CommentText text={appeal.text} />
        <p class="meta">
          <strong>{appeal.decision.by}</strong> {DONE[appeal.decision.action] ?? 'decided'}
          {appeal.decision.reason ? `: ${appeal.decision.reason.title}` : ''},{' '}
          <time datetime={instant(appeal.decision.at)}>{dayAndTime(site, appeal.decision.at)}</time>
          {appeal.decision.note ? `. ${TO[toWhom(appeal)]}: “${appeal.decision.note}”` : ''}
        </p>
      </section>
    </div>
    {appeal.may === 'other' ? (
      <p class="notice">You made this decision, so someone else answers the appeal.</p>
    ) : (
      <AnswerForm appeal={appeal} reasons={reasons} problem={problem} />
    )}
  </>
)

const toWhom = ({ reporter }: OpenAppeal) => (reporter ? 'reporter' : 'author')
const TO = { author: 'To the author', reporter: 'To who reported it' } as const
const HINTS = {
  author: 'Why the decision stands; if it does not, you may leave it empty.',
  reporter: 'Why it stays. If you take it down you may leave it empty; its author reads it too then.',
} as const

const AnswerForm = ({ appeal, reasons, problem }: Omit<AppealProps, 'frame'>) => (
  <form method="post" action={`/newsroom/review/appeals/${appeal.id}`} class="stack">
    {appeal.may === 'alone' ? (
      <p class="hint">
        You made this decision. Nobody else reviews comments here, so you may answer; who appeals is told so.
      </p>
    ) : null}
    {appeal.shownRevision === null ? null : <input type="hidden" name="revision" value={appeal.shownRevision} />}
    <Problem sentence={problem?.sentence} id={`problem-${appeal.id}`} />
    <label for={`sentence-${appeal.id}`}>
      {TO[toWhom(appeal)]} <span class="hint">{HINTS[toWhom(appeal)]}</span>
    </label>
    <SentenceField about={appeal.id} problem={problem} />
    {appeal.reporter ? (
      <TakeDownOrKeep
        about={appeal.id}
        reasons={reasons}
        problem={problem}
        name="verdict"
        remove="overturn"
        keep="uphold"
      />
    ) : (
      <p class="decide">
        <button type="submit" name="verdict" value="uphold">
          The decision stands
        </button>
        <button type="submit" name="verdict" value="overturn">
          Overturn it: publish the words
        </button>
      </p>
    )}
  </form>
)
