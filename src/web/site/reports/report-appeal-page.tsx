/** The form in which who reported a comment asks for a second look. The comment's own words are not repeated. */
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
    title: `Appeal · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single receipt">
        <p class="label">
          <a href={path}>Your report</a>
        </p>
        <h1>Ask for a second look</h1>
        <p class="about">
          {report.outcome ? `On ${shortDay(site, report.outcome.at)} the newsroom let ` : 'The newsroom let '}
          {story ? <a href={`${story.path}#c-${report.commentId}`}>a comment on {story.headline}</a> : 'a comment'}{' '}
          stand that you had reported. Named: {report.ground}.
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
