/** The rules of the house in words, for everyone: what is not published, who decides, and what can be done about it. */
import type { Publicity, Reason } from '../../../house-rules/index.ts'
import {
  publicCorrectionMessages as corrections,
  moderationMessages as m,
  siteFrameMessages,
} from '../../../messages/index.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'

export interface HouseRulesProps {
  site: Site
  /** As they are worded now. */
  reasons: readonly Reason[]
  publicity: Publicity
  /** How readers reach the newsroom; empty where nothing is known. */
  contact: string
}

export function renderHouseRulesPage({ site, reasons, publicity, contact }: HouseRulesProps): string {
  const rules = reasons.filter(({ ground }) => ground === 'house rule')
  const laws = reasons.filter(({ ground }) => ground === 'law')
  return document({
    site,
    title: `${siteFrameMessages.houseRules} · ${site.name}`,
    description: m.rulesDescription(site.name),
    path: '/house-rules',
    children: (
      <section class="single house-rules">
        <h1>{siteFrameMessages.houseRules}</h1>
        {site.houseRule ? <p class="house-rule">{site.houseRule}</p> : null}
        <h2>{m.notPublished}</h2>
        <dl>
          {rules.map(({ code, title, sentence }) => (
            <div id={`rule-${code}`}>
              <dt>{title}</dt>
              <dd>{sentence}</dd>
            </div>
          ))}
        </dl>
        <h2>{m.forbidden}</h2>
        <dl>
          {laws.map(({ code, title, sentence, law }) => (
            <div id={`rule-${code}`}>
              <dt>{title}</dt>
              <dd>
                {sentence} <span class="meta">{m.law(law)}</span>
              </dd>
            </div>
          ))}
        </dl>
        <h2>{m.whoDecides}</h2>
        <p>{m.decides(site.withoutReview ?? null)}</p>
        <h2>{m.disagree}</h2>
        <p>{m.disagreeing(<a href="/receipts">{m.browserReceipts}</a>, contact ? <bdi>{contact}</bdi> : null)}</p>
        <h2>{m.seeSomething}</h2>
        <p>{m.reporting}</p>
        <h2>{siteFrameMessages.corrections}</h2>
        <p>{corrections.house(<a href="/corrections">{siteFrameMessages.corrections}</a>)}</p>
        {publicity.log || publicity.report ? (
          <>
            <h2>{m.whatWasDecided}</h2>
            <p>{whereDecisionsAre(publicity)}</p>
          </>
        ) : null}
      </section>
    ),
  })
}

function whereDecisionsAre({ log, report }: Publicity) {
  const [toLog, toReports] = [<a href="/moderation">{m.log}</a>, <a href="/moderation/years">{m.yearly}</a>]
  return log && report ? m.logAndReports(toLog, toReports) : log ? m.onlyLog(toLog) : m.onlyReports(toReports)
}
