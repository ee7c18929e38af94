/** The form in which who reported a comment asks for a second look. The comment's own words are not repeated. */
import { reportingMessages as m, receiptMessages } from '../../../messages/index.ts'
import { CommentText } from '../kit/comment-text.tsx'
import { shortDay } from '../kit/format.ts'
import { document } from '../kit/layout.tsx'
import { AppealForm } from '../own/receipt-appeal-page.tsx'
import type { ReportReceiptProps } from './report-props.ts'

export const renderReportAppealPage = ({
  site,
  report,
  path,
  story,
  words,
  problem,
}: ReportReceiptProps & { words: string; problem?: string }): string =>
  document({
    site,
    title: `${receiptMessages.appeal} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single receipt">
        <p class="label">
          <a href={path}>{m.yourReport}</a>
        </p>
        <h1>{m.secondLook}</h1>
        <p class="about">
          {m.leftUp({
            day: report.outcome && shortDay(site, report.outcome.at),
            what: story ? (
              <a href={`${story.path}#c-${report.commentId}`}>{m.aCommentOn(story.headline)}</a>
            ) : (
              m.aComment
            ),
            reason: report.ground,
          })}
        </p>
        {report.outcome?.note ? (
          <blockquote class="from-newsroom">
            <CommentText text={report.outcome.note} />
          </blockquote>
        ) : null}
        <AppealForm
          site={site}
          action={`${path}/appeal`}
          until={report.appeal ? null : report.appealUntil}
          words={words}
          problem={problem}
        />
      </section>
    ),
  })
