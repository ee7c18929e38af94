/** What became of a report, for who sent it. The comment's own words are not repeated: they may be gone by now. */
import { CommentText } from './comment-text.tsx'
import { shortDay } from './format.ts'
import { document } from './layout.tsx'
import type { ReportReceiptProps } from './report-props.ts'

export function renderReportReceiptPage({ site, report, path, story }: ReportReceiptProps): string {
  const { title, tone, sentence } = stateOf(report)
  const what = report.kind === 'law' ? 'Your notice under the law' : 'Your report'
  return document({
    site,
    title: `${title} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single receipt">
        <p class="label">{what}</p>
        <h1>{title}</h1>
        <p class="about">
          Sent on {shortDay(site, report.at)}, about{' '}
          {report.shown && story ? (
            <a href={`${story.path}#c-${report.commentId}`}>a comment on {story.headline}</a>
          ) : story ? (
            <>
              a comment on <a href={story.path}>{story.headline}</a>
            </>
          ) : (
            'a comment'
          )}
          . Named: {report.ground}.
        </p>
        <div class={`state ${tone}`} role="status">
          <p>{sentence}</p>
          {report.outcome?.reason ? (
            <p>
              The reason: <strong>{report.outcome.reason.title}.</strong> {report.outcome.reason.sentence}
            </p>
          ) : null}
          {report.outcome?.note ? (
            <blockquote class="from-newsroom">
              <CommentText text={report.outcome.note} />
            </blockquote>
          ) : null}
        </div>
        {report.words ? (
          <section>
            <h2>What you wrote</h2>
            <article class="comment as-it-looks">
              <CommentText text={report.words} />
            </article>
          </section>
        ) : null}
        {report.outcome ? (
          <section>
            <h2>If you disagree</h2>
            <p>
              No program decided; a person did. If you have something to add, report the comment again and say what the
              newsroom did not know. You can also go to an out-of-court dispute settlement body that your country’s
              Digital Services Coordinator has certified, or to court.
            </p>
          </section>
        ) : null}
        <aside class="keep">
          <h2>Keep this page’s address</h2>
          <p>It is the only way back to your report{report.mail ? ', besides the letter to you' : ''}.</p>
          <p class="address">
            <a href={path} dir="ltr">
              {site.url}
              {path}
            </a>
          </p>
        </aside>
      </section>
    ),
  })
}

function stateOf({ outcome, shown }: ReportReceiptProps['report']) {
  if (outcome?.action === 'remove')
    return { title: 'Taken down', tone: 'good', sentence: 'The newsroom read your report and took the comment down.' }
  if (outcome) return { title: 'It stays', tone: 'end', sentence: 'The newsroom read your report and lets it stand.' }
  if (!shown)
    return {
      title: 'No longer shown',
      tone: 'end',
      sentence: 'The comment is not on the page at the moment: its author took it back, or the newsroom did.',
    }
  return {
    title: 'Waiting for a decision',
    tone: 'wait',
    sentence: 'A person will read it and decide; the comment stays until then. What is decided will stand here.',
  }
}
