/** Comments that readers reported and that are still shown, each with what is said of it. */
import type { Reason } from '../../../house-rules/index.ts'
import type { ReportedComment } from '../../../redress/index.ts'
import { CommentText } from '../../site/kit/comment-text.tsx'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { newsroomDocument, Problem, since } from '../kit/layout.tsx'
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
    title: total === 0 ? 'Reports' : `Reports (${total})`,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="reports" />
        <div class="head">
          <h1>Reports</h1>
          {total > 0 ? (
            <p class="meta">
              {total === 1 ? 'One comment is' : `${total} comments are`} reported; the longest waiting first.
              {total > reported.length ? ` These are the first ${reported.length}.` : ''}
            </p>
          ) : null}
        </div>
        {decided ? <Decided decided={decided} /> : null}
        {problem && !reported.some(({ comment }) => comment.id === problem.commentId) ? <TooLate {...problem} /> : null}
        {reported.length === 0 ? (
          <section class="empty-queue">
            <h2>Nothing is reported</h2>
            <p>
              Under every comment readers find “Report”. What they send comes up here; the comment stays until then.
            </p>
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
      {decided.action === 'remove' ? 'Taken down.' : 'It stays.'} Those who reported it see your answer on their page.
    </p>
  ) : (
    <form method="post" action="/newsroom/review/reports/undo" class="undo">
      <span role="status">Taken down. In ten seconds its author and those who reported it can see so.</span>
      <input type="hidden" name="decision" value={decided.undo} />
      <button type="submit">Undo</button>
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
          <a href={`/newsroom/comments/${comment.id}`}>its record</a>
        </p>
      </header>
      <div class="comment">
        <CommentText text={comment.revision.text} />
      </div>
      <section>
        <h3 class="label">{reports.length === 1 ? 'One report' : `${reports.length} reports`}</h3>
        <ul class="plain lines">
          {reports.map((report) => (
            <li>
              <span>
                <strong class={report.kind === 'law' ? 'held' : undefined}>
                  {report.kind === 'law' ? 'Notice under the law: ' : ''}
                  {report.ground}
                </strong>{' '}
                <span class="meta">
                  {since(now, report.at)}
                  {report.earlierText === null ? '' : ', of words that were edited since'}
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
          Your answer (required if the comment stays){' '}
          <span class="hint">Sent to those who reported it, and to the author if you take it down.</span>
        </label>
        <SentenceField about={comment.id} problem={problem} />
        <TakeDownOrKeep about={comment.id} reasons={reasons} problem={problem} name="act" remove="remove" keep="keep" />
      </form>
    </>
  )
}
