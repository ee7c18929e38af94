/** Comments that readers reported and that are still shown, each with what is said of it. */
import type { Reason } from '../../../house-rules/index.ts'
import { reviewDeskMessages as desk, reportsMessages as m } from '../../../messages/index.ts'
import type { ReportedComment } from '../../../redress/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { ago, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { TooLate } from '../kit/too-late.tsx'
import { Earlier, SentenceField, TakeDownOrKeep } from '../kit/verdict-fields.tsx'
import { ReviewPlaces } from '../queue/review-places.tsx'

export interface ReportsPageProps extends Frame {
  reported: readonly ReportedComment[]
  /** How many comments wait in all. */
  total: number
  reasons: readonly Reason[]
  /** What was typed for one of them, and what has to be put right. */
  problem?: { commentId: string; sentence: string; typed: string; reason: string }
  /** What was just decided; `undo` is the decision that can still be taken back. */
  decided?: { action: 'remove' | 'keep'; undo?: string }
}

export const renderReportsPage = (props: ReportsPageProps): string => {
  const { reported, total, reasons, problem, decided, ...frame } = props
  return newsroomDocument({
    site: frame.site,
    frame,
    title: total === 0 ? m.title : m.titleOf(total),
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="reports" />
        <div class="head">
          <h1>{m.title}</h1>
          {total > 0 ? (
            <p class="meta">
              {m.waiting(total)}
              {total > reported.length ? ` ${m.theFirst(reported.length)}` : ''}
            </p>
          ) : null}
        </div>
        {decided ? <Decided decided={decided} /> : null}
        {problem && !reported.some(({ comment }) => comment.id === problem.commentId) ? <TooLate {...problem} /> : null}
        {reported.length === 0 ? (
          <section class="empty-queue">
            <h2>{m.none}</h2>
            <p>{m.noneHint}</p>
          </section>
        ) : null}
        <ol class="plain queue">
          {reported.map((one) => (
            <li class="item" id={`reported-${one.comment.id}`}>
              <Reported
                frame={frame}
                one={one}
                reasons={reasons}
                problem={problem?.commentId === one.comment.id ? problem : undefined}
              />
            </li>
          ))}
        </ol>
      </>
    ),
  })
}

const Decided = ({ decided }: { decided: NonNullable<ReportsPageProps['decided']> }) =>
  decided.undo === undefined ? (
    <p class="notice" role="status">
      {decided.action === 'remove' ? m.removed : m.kept}
    </p>
  ) : (
    <form method="post" action="/newsroom/review/reports/undo" class="undo">
      <span role="status">{m.removedJustNow}</span>
      <input type="hidden" name="decision" value={decided.undo} />
      <button type="submit">{desk.undo}</button>
    </form>
  )

interface ReportedProps {
  frame: Frame
  one: ReportedComment
  reasons: readonly Reason[]
  problem: ReportsPageProps['problem'] | undefined
}

const Reported = ({ frame: { site, now }, one, reasons, problem }: ReportedProps) => {
  const { comment, story, reports } = one
  return (
    <>
      <header>
        <h2>
          <bdi>{comment.authorName}</bdi>
        </h2>
        <p class="meta">
          {story.path ? <a href={`${story.path}#c-${comment.id}`}>{story.headline}</a> : story.headline},{' '}
          <time datetime={instant(comment.createdAt)}>{dayAndTime(site, comment.createdAt)}</time>,{' '}
          <a href={`/newsroom/comments/${comment.id}`}>{m.record}</a>
        </p>
      </header>
      <div class="comment">
        <CommentText text={comment.revision.text} />
      </div>
      <section>
        <h3 class="label">{m.reports(reports.length)}</h3>
        <ul class="plain lines">
          {reports.map((report) => (
            <li>
              <span>
                <strong class={report.kind === 'law' ? 'held' : undefined}>
                  {report.kind === 'law' ? m.legalNotice(report.ground) : report.ground}
                </strong>{' '}
                <span class="meta">
                  {report.earlierText === null ? ago(now, report.at) : m.beforeEdit(ago(now, report.at))}
                </span>
              </span>
              {report.words ? <CommentText text={report.words} /> : null}
              {report.earlierText === null ? null : <Earlier text={report.earlierText} />}
              {report.name || report.mail ? (
                <span class="meta">
                  <bdi>{[report.name, report.mail].filter(Boolean).join(', ')}</bdi>
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <form method="post" action={`/newsroom/review/reports/${comment.id}`} class="stack">
        <Problem sentence={problem?.sentence} id={`problem-${comment.id}`} />
        <input type="hidden" name="revision" value={comment.revision.id} />
        <input type="hidden" name="last" value={reports.at(-1)?.id ?? ''} />
        <label for={`sentence-${comment.id}`}>
          {m.answer} <span class="hint">{m.answerHint}</span>
        </label>
        <SentenceField about={comment.id} problem={problem} />
        <TakeDownOrKeep about={comment.id} reasons={reasons} problem={problem} name="act" remove="remove" keep="keep" />
      </form>
    </>
  )
}
