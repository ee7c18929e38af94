/** The appeals that wait, each with the words, the decision, and the two ways to answer. */

import type { Reason } from '../../../house-rules/index.ts'
import {
  decisionMessages as decided,
  reviewDeskMessages as desk,
  appealsMessages as m,
} from '../../../messages/index.ts'
import type { OpenAppeal } from '../../../redress/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { ago, Done, newsroomDocument, Problem } from '../kit/layout.tsx'
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

const DID: Readonly<Record<string, string>> = decided.did

export const renderAppealsPage = ({ appeals, total, reasons, problem, answered, ...frame }: AppealsPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: total === 0 ? m.title : m.titleOf(total),
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="appeals" />
        <div class="head">
          <h1>{m.title}</h1>
          {total > 0 ? (
            <p class="meta">
              {m.waiting(total)}
              {total > appeals.length ? ` ${m.theFirst(appeals.length)}` : ''}
            </p>
          ) : null}
        </div>
        {answered ? <JustAnswered {...answered} /> : null}
        {problem && !appeals.some(({ id }) => id === problem.appealId) ? <TooLate {...problem} /> : null}
        {appeals.length === 0 ? (
          <section class="empty-queue">
            <h2>{m.none}</h2>
            <p>{m.noneHint}</p>
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
    <Done>{m.answered}</Done>
  ) : (
    <form method="post" action="/newsroom/review/appeals/undo" class="undo">
      <span role="status">{m.removed}</span>
      <input type="hidden" name="decision" value={undo} />
      <button type="submit">{desk.undo}</button>
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
        <h2>{appeal.reporter.name ? m.byReporter(<bdi>{appeal.reporter.name}</bdi>) : m.bySomeReporter}</h2>
      ) : (
        <h2>{m.by(<bdi>{appeal.authorName}</bdi>)}</h2>
      )}
      <p class="meta">
        {m.about(
          ago(now, appeal.at),
          <a href={`/newsroom/comments/${appeal.commentId}`}>{m.aComment}</a>,
          appeal.story.headline,
        )}
      </p>
    </header>
    <div class="two-sides">
      <section>
        <h3 class="label">{m.theirAppeal}</h3>
        <CommentText text={appeal.words} />
        {appeal.reporter ? (
          <>
            <h3 class="label">{m.theirReport(appeal.reporter.ground)}</h3>
            {appeal.reporter.words ? <CommentText text={appeal.reporter.words} /> : null}
            {appeal.reporter.earlierText === null ? null : <Earlier text={appeal.reporter.earlierText} />}
          </>
        ) : null}
      </section>
      <section class="decided-on">
        <h3 class="label">{appeal.reporter ? m.commentNow(<bdi>{appeal.authorName}</bdi>) : m.comment}</h3>
        <CommentText text={appeal.text} />
        <p class="meta">
          {m.decision(
            <strong>{appeal.decision.by}</strong>,
            DID[appeal.decision.action] ?? appeal.decision.action,
            appeal.decision.reason?.title,
            <time datetime={instant(appeal.decision.at)}>{dayAndTime(site, appeal.decision.at)}</time>,
          )}
          {appeal.decision.note
            ? `. ${appeal.reporter ? m.noteToReporter(appeal.decision.note) : m.noteToAuthor(appeal.decision.note)}`
            : ''}
        </p>
      </section>
    </div>
    {appeal.may === 'other' ? (
      <p class="notice">{m.ownDecision}</p>
    ) : (
      <AnswerForm appeal={appeal} reasons={reasons} problem={problem} />
    )}
  </>
)

const AnswerForm = ({ appeal, reasons, problem }: Omit<AppealProps, 'frame'>) => (
  <form method="post" action={`/newsroom/review/appeals/${appeal.id}`} class="stack">
    {appeal.may === 'alone' ? <p class="hint">{m.alone}</p> : null}
    {appeal.shownRevision === null ? null : <input type="hidden" name="revision" value={appeal.shownRevision} />}
    <Problem sentence={problem?.sentence} id={`problem-${appeal.id}`} />
    <label for={`sentence-${appeal.id}`}>
      {appeal.reporter ? m.answerToReporter : m.answerToAuthor}{' '}
      <span class="hint">{appeal.reporter ? m.answerToReporterHint : m.answerToAuthorHint}</span>
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
          {m.uphold}
        </button>
        <button type="submit" name="verdict" value="overturn">
          {m.overturn}
        </button>
      </p>
    )}
  </form>
)
