/** The rules of the house in words, for everyone: what is not published, who decides, and what can be done about it. */
import type { Publicity, Reason } from '../../../house-rules/index.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'
import { withoutReviewSentence } from '../story/story-mode.ts'

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
    title: `House rules · ${site.name}`,
    description: `What ${site.name} publishes under its stories, what it does not, and how to object.`,
    path: '/house-rules',
    children: (
      <section class="single house-rules">
        <h1>House rules</h1>
        {site.houseRule ? <p class="house-rule">{site.houseRule}</p> : null}
        <h2>What is not published</h2>
        <dl>
          {rules.map(({ code, title, sentence }) => (
            <div id={`rule-${code}`}>
              <dt>{title}</dt>
              <dd>{sentence}</dd>
            </div>
          ))}
        </dl>
        <h2>What the law forbids</h2>
        <dl>
          {laws.map(({ code, title, sentence, law }) => (
            <div id={`rule-${code}`}>
              <dt>{title}</dt>
              <dd>
                {sentence} <span class="meta">{law}.</span>
              </dd>
            </div>
          ))}
        </dl>
        <h2>Who decides</h2>
        <p>
          A person of the newsroom reads every comment before anyone else sees it.{' '}
          {typeof site.withoutReview === 'number'
            ? `One exception: ${firstLower(withoutReviewSentence(site.withoutReview))} `
            : ''}
          Programs put comments in an order, mark what looks like advertising and show which are alike; they reject
          nothing and take nothing down.
        </p>
        <h2>If you disagree</h2>
        <p>
          What was decided on your comment, and for which of these reasons, is on its receipt: the page whose address
          you were given when you sent it. <a href="/receipts">This browser’s receipts</a>. There you can appeal within
          six months, free of charge. Another person of the newsroom answers where there is one. A certified
          out-of-court dispute settlement body, and a court, can be asked as well. Whoever is banned from commenting is
          told the reason and the end of it when they send a comment, and can object to the newsroom in the same way
          {contact ? (
            <>
              : <bdi>{contact}</bdi>
            </>
          ) : null}
          .
        </p>
        <h2>If you see something</h2>
        <p>
          Every comment has a “Report” link. A report, or a notice that a comment breaks the law, is read by a person;
          the comment stays until they have decided, and you are told what became of it. Where it stays, you can ask for
          a second look within six months, free of charge, from the page that your report has.
        </p>
        {publicity.log || publicity.report ? (
          <>
            <h2>What was decided</h2>
            <p>
              {publicity.log ? <a href="/moderation">The log of moderation</a> : null}
              {publicity.log && publicity.report ? ' lists decisions without names; ' : null}
              {publicity.report ? <a href="/moderation/years">the yearly reports</a> : null}
              {publicity.report ? ' have the figures.' : ' lists decisions without names.'}
            </p>
          </>
        ) : null}
      </section>
    ),
  })
}

const firstLower = (sentence: string): string => sentence.slice(0, 1).toLowerCase() + sentence.slice(1)
