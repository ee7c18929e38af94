/** The rules of the house: all of them, and what an editor lets through without a look. */
import { rulesMessages as m, ruleMessages as one } from '../../../messages/index.ts'
import { FEWEST_KNOWN, MOST_KNOWN, type Rule } from '../../../moderation/filters/index.ts'
import { shortDay } from '../../site/kit/format.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { ReviewPlaces } from '../queue/review-places.tsx'
import { Shown, Theirs } from '../settings/shown.tsx'
import { wordsOfPattern } from './rule-words.ts'

/** What is sent where nothing is to be approved without a look. */
export const OFF = 'off'

export interface RulesPageProps extends Frame {
  rules: readonly Rule[]
  /** What is approved without a look; null where nothing is. */
  known: { comments: number; by: string | null; at: number } | null
  /** The number as typed, where it has to be put right, and what its sender has seen before. */
  typed?: string
  shown?: string | undefined
  /** What somebody else has chosen meanwhile. */
  theirs?: string
  problem?: string
  saved?: boolean
}

export const renderRulesPage = ({
  rules,
  known,
  typed,
  shown,
  theirs,
  problem,
  saved,
  ...frame
}: RulesPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="rules" />
        <div class="head">
          <h1>{m.title}</h1>
          <a class="button" href="/newsroom/review/rules/new">
            {m.newRule}
          </a>
        </div>
        {saved ? <Done>{m.saved}</Done> : null}
        <p>{m.lead}</p>
        {rules.length === 0 ? (
          <p class="empty">{m.empty}</p>
        ) : (
          <ul class="plain lines rules">
            {rules.map((rule) => (
              <RuleLine frame={frame} rule={rule} />
            ))}
          </ul>
        )}
        <section>
          <h2>{m.oneStory}</h2>
          <p>{m.oneStoryHint(<a href="/newsroom/review/bans">{m.bans}</a>)}</p>
        </section>
        <KnownReaders frame={frame} known={known} typed={typed} shown={shown} theirs={theirs} problem={problem} />
      </>
    ),
  })

const RuleLine = ({ frame, rule }: { frame: Frame; rule: Rule }) => (
  <li>
    <p>
      <span class={`label rule-${rule.state}`}>{one.states[rule.state]}</span>{' '}
      <a href={`/newsroom/review/rules/${rule.id}`}>
        <strong dir="auto">{rule.name}</strong>
      </a>
      {rule.onVersion !== null && rule.onVersion !== rule.version ? <span class="meta">{m.newerDraft}</span> : null}
    </p>
    <p>{m.looksFor(<bdi>{wordsOfPattern(rule.pattern)}</bdi>, one.effects[rule.effect].does)}</p>
    <p class="meta">
      {rule.switchedAt === null
        ? m.drafted(rule.madeBy, shortDay(frame.site, rule.madeAt))
        : (rule.state === 'on' ? m.switchedOn : m.switchedOff)(rule.switchedBy, shortDay(frame.site, rule.switchedAt))}
    </p>
  </li>
)

const KnownReaders = ({
  frame,
  known,
  typed,
  shown = String(known?.comments ?? OFF),
  theirs,
  problem,
}: {
  frame: Frame
  known: RulesPageProps['known']
  typed: string | undefined
  shown: string | undefined
  theirs: string | undefined
  problem: string | undefined
}) => (
  <section id="without-review">
    <h2>{m.withoutReview}</h2>
    <p>{known ? m.withoutReviewOn(known.comments, known.by, shortDay(frame.site, known.at)) : m.withoutReviewOff}</p>
    <p class="alert">{m.withoutReviewHint}</p>
    <Problem sentence={problem} id="known-problem" />
    <form method="post" action="/newsroom/review/rules/known-readers" class="acts">
      <Shown fields={{ comments: shown }} />
      <label for="known-comments">{m.commentsNeeded}</label>
      <input
        id="known-comments"
        name="comments"
        type="number"
        class="short"
        min={FEWEST_KNOWN}
        max={MOST_KNOWN}
        required
        value={typed ?? String(known?.comments ?? 10)}
        {...(problem
          ? ({
              'aria-invalid': 'true',
              'aria-describedby': theirs === undefined ? 'known-problem' : 'known-problem known-theirs',
            } as const)
          : {})}
      />
      <Theirs id="known-theirs" value={theirs} />
      <button type="submit">{known ? m.changeNumber : m.start}</button>
    </form>
    {known ? (
      <form method="post" action="/newsroom/review/rules/known-readers">
        <input type="hidden" name="comments" value={OFF} />
        <button type="submit" class="first">
          {m.stop}
        </button>
      </form>
    ) : null}
  </section>
)
