/** What became of a report, for who sent it. The comment's own words are not repeated: they may be gone by now. */
import { CommentText } from '../kit/comment-text.tsx'
import { shortDay } from '../kit/format.ts'
import { document } from '../kit/layout.tsx'
import type { ReportReceiptProps } from './report-props.ts'

/** Whether a second look can be asked for. */
export const mayAppeal = ({ appeal, appealUntil, shown }: ReportReceiptProps['report'], now: number): boolean =>
  appeal === null && appealUntil !== null && now <= appealUntil && shown

export function renderReportReceiptPage({ site, report, path, story, now }: ReportReceiptProps): string {
  const { title, tone, sentence } = stateOf(report)
  const last = report.appeal?.outcome ?? report.outcome
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
          {last?.reason ? (
            <p>
              The reason: <strong>{last.reason.title}.</strong> {last.reason.sentence}
            </p>
          ) : null}
          {last?.note ? (
            <blockquote class="from-newsroom">
              <CommentText text={last.note} />
            </blockquote>
          ) : null}
          {report.appeal?.outcome?.alone ? (
            <p class="meta">Nobody else reviews comments here, so the same person answered.</p>
          ) : null}
        </div>
        {report.appeal ? (
          <section class="appeal-told" id="appeal">
            <h2>Your appeal</h2>
            <p class="meta">
              Sent on {shortDay(site, report.appeal.at)}.
              {report.appeal.outcome || !report.shown
                ? ''
                : ' Another person reads it where there is one, and decides.'}
            </p>
            {report.appeal.words ? (
              <article class="comment as-it-looks">
                <CommentText text={report.appeal.words} />
              </article>
            ) : null}
          </section>
        ) : null}
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
            {mayAppeal(report, now) && report.appealUntil !== null ? (
              <p class="appeal-way">
                <a class="button" href={`${path}/appeal`}>
                  Ask for a second look
                </a>{' '}
                <span class="meta">Free of charge, until {shortDay(site, report.appealUntil)}; once.</span>
              </p>
            ) : null}
            <p>
              No program decided; a person did. You can also go to an out-of-court dispute settlement body that your
              country’s Digital Services Coordinator has certified, or to court.
            </p>
          </section>
        ) : null}
        <aside class="keep">
          <h2>Keep this page’s address</h2>
          <p>
            It is the only way back to your report
            {report.mail && site.mailLeaves ? ', besides the email we send you' : ''}.
          </p>
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

function stateOf({ outcome, appeal, shown }: ReportReceiptProps['report']) {
  if (appeal?.outcome?.action === 'remove')
    return {
      title: 'Taken down',
      tone: 'good',
      sentence: 'You asked for a second look, and the newsroom took the comment down.',
    }
  if (appeal?.outcome)
    return {
      title: 'It stays',
      tone: 'end',
      sentence: 'You asked for a second look. The newsroom took it, and lets the comment stand.',
    }
  if (appeal && shown)
    return {
      title: 'Waiting for a second look',
      tone: 'wait',
      sentence: 'The newsroom had let the comment stand, and will look again. What comes of it will stand here.',
    }
  if (!shown && (appeal || !outcome))
    return {
      title: 'No longer shown',
      tone: 'end',
      sentence: 'The comment is not on the page at the moment: its author took it back, or the newsroom did.',
    }
  if (outcome?.action === 'remove')
    return { title: 'Taken down', tone: 'good', sentence: 'The newsroom read your report and took the comment down.' }
  if (outcome) return { title: 'It stays', tone: 'end', sentence: 'The newsroom read your report and lets it stand.' }
  return {
    title: 'Waiting for a decision',
    tone: 'wait',
    sentence: 'A person will read it and decide; the comment stays until then. What is decided will stand here.',
  }
}
