/** What became of a report, for who sent it. The comment's own words are not repeated: they may be gone by now. */
import { reportingMessages as m, receiptMessages } from '../../../messages/index.ts'
import { CommentText } from '../kit/comment-text.tsx'
import { shortDay } from '../kit/format.ts'
import { KeepAddress } from '../kit/keep-address.tsx'
import { document } from '../kit/layout.tsx'
import type { ReportReceiptProps } from './report-props.ts'

/** Whether a second look can be asked for. */
export const mayAppeal = ({ appeal, appealUntil, shown }: ReportReceiptProps['report'], now: number): boolean =>
  appeal === null && appealUntil !== null && now <= appealUntil && shown

export function renderReportReceiptPage({ site, report, path, story, now }: ReportReceiptProps): string {
  const { title, tone, sentence } = stateOf(report)
  const last = report.appeal?.outcome ?? report.outcome
  const what = report.kind === 'law' ? m.yourNotice : m.yourReport
  return document({
    site,
    title: `${title} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single receipt">
        <p class="label">{what}</p>
        <h1>{title}</h1>
        <p class="about">
          {m.about({
            day: shortDay(site, report.at),
            what:
              report.shown && story ? (
                <a href={`${story.path}#c-${report.commentId}`}>{m.aCommentOn(story.headline)}</a>
              ) : story ? (
                m.aCommentOn(<a href={story.path}>{story.headline}</a>)
              ) : (
                m.aComment
              ),
            reason: report.ground,
          })}
        </p>
        <div class={`state ${tone}`} role="status">
          <p>{sentence}</p>
          {last?.reason ? <p>{receiptMessages.reason(last.reason.title, last.reason.sentence)}</p> : null}
          {last?.note ? (
            <blockquote class="from-newsroom">
              <CommentText text={last.note} />
            </blockquote>
          ) : null}
          {report.appeal?.outcome?.alone ? <p class="meta">{m.sameAnswered}</p> : null}
        </div>
        {report.appeal ? (
          <section class="appeal-told" id="appeal">
            <h2>{m.yourAppeal}</h2>
            <p class="meta">
              {report.appeal.outcome || !report.shown
                ? m.appealSent(shortDay(site, report.appeal.at))
                : m.appealSentWaiting(shortDay(site, report.appeal.at))}
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
            <h2>{m.whatYouWrote}</h2>
            <article class="comment as-it-looks">
              <CommentText text={report.words} />
            </article>
          </section>
        ) : null}
        {report.outcome ? (
          <section>
            <h2>{m.disagree}</h2>
            {mayAppeal(report, now) && report.appealUntil !== null ? (
              <p class="appeal-way">
                <a class="button" href={`${path}/appeal`}>
                  {m.secondLook}
                </a>{' '}
                <span class="meta">{m.secondLookUntil(shortDay(site, report.appealUntil))}</span>
              </p>
            ) : null}
            <p>{m.redress}</p>
          </section>
        ) : null}
        <KeepAddress
          site={site}
          path={path}
          title={m.keepAddress}
          says={report.mail && site.mailLeaves ? m.onlyWayBackBesideEmail : m.onlyWayBack}
        />
      </section>
    ),
  })
}

function stateOf({ outcome, appeal, shown }: ReportReceiptProps['report']) {
  if (appeal?.outcome?.action === 'remove') return { ...m.states.removedOnAppeal, tone: 'good' }
  if (appeal?.outcome) return { ...m.states.staysOnAppeal, tone: 'end' }
  if (appeal && shown) return { ...m.states.appealed, tone: 'wait' }
  if (!shown && (appeal || !outcome)) return { ...m.states.gone, tone: 'end' }
  if (outcome?.action === 'remove') return { ...m.states.removed, tone: 'good' }
  if (outcome) return { ...m.states.stays, tone: 'end' }
  return { ...m.states.waiting, tone: 'wait' }
}
