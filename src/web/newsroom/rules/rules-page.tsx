/** The rules of the house: all of them, and what an editor lets through without a look. */
import { FEWEST_KNOWN, MOST_KNOWN, type Rule } from '../../../moderation/filters/index.ts'
import { shortDay } from '../../site/kit/format.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { ReviewPlaces } from '../queue/review-places.tsx'
import { Shown, Theirs } from '../settings/shown.tsx'
import { RULE_EFFECTS, RULE_STATES, wordsOfPattern } from './rule-words.ts'

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
    title: 'Rules of the house',
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="rules" />
        <div class="head">
          <h1>Rules of the house</h1>
          <a class="button" href="/newsroom/review/rules/new">
            New rule
          </a>
        </div>
        {saved ? <Done>Saved. It holds for every comment from now on, and the site says so.</Done> : null}
        <p>
          A rule puts a label on comments and orders them in the queue. It never approves and never rejects: a person
          does. Before it is switched on it is tried over the archive.
        </p>
        {rules.length === 0 ? (
          <p class="empty">There is no rule yet. Most sites begin with a list of words that only advertisers use.</p>
        ) : (
          <ul class="plain lines rules">
            {rules.map((rule) => (
              <RuleLine frame={frame} rule={rule} />
            ))}
          </ul>
        )}
        <section>
          <h2>One story, one person</h2>
          <p>
            Slow mode, hold and closing are chosen for a story, on its page under “Comments”. A person is banned from
            the page of a comment of theirs. <a href="/newsroom/review/bans">See all bans</a>
          </p>
        </section>
        <KnownReaders frame={frame} known={known} typed={typed} shown={shown} theirs={theirs} problem={problem} />
      </>
    ),
  })

const RuleLine = ({ frame, rule }: { frame: Frame; rule: Rule }) => (
  <li>
    <p>
      <span class={`label rule-${rule.state}`}>{RULE_STATES[rule.state]}</span>{' '}
      <a href={`/newsroom/review/rules/${rule.id}`}>
        <strong dir="auto">{rule.name}</strong>
      </a>
      {rule.onVersion !== null && rule.onVersion !== rule.version ? (
        <span class="meta"> with a newer version in draft</span>
      ) : null}
    </p>
    <p>
      Looks for <bdi>{wordsOfPattern(rule.pattern)}</bdi>; {RULE_EFFECTS[rule.effect].does}.
    </p>
    <p class="meta">
      {rule.switchedAt === null
        ? `Drafted by ${rule.madeBy ?? 'someone'}, ${shortDay(frame.site, rule.madeAt)}`
        : `Switched ${rule.state} by ${rule.switchedBy ?? 'someone'}, ${shortDay(frame.site, rule.switchedAt)}`}
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
    <h2>Approve without review</h2>
    <p>
      {known
        ? `On: comments by verified readers with at least ${known.comments} approved comments appear at once. Allowed by ${known.by ?? 'someone'}, ${shortDay(frame.site, known.at)}.`
        : 'Off: a person reads every comment before anyone sees it.'}
    </p>
    <p class="alert">
      With this on, words appear on your site that nobody in the newsroom has read. It is for verified readers alone, of
      whom none was rejected or taken down in 90 days, whose comment raises no signal, and on no story that is on hold.
      The site says in public that it is on; look whether your house rule promises otherwise.
    </p>
    <Problem sentence={problem} id="known-problem" />
    <form method="post" action="/newsroom/review/rules/known-readers" class="acts">
      <Shown fields={{ comments: shown }} />
      <label for="known-comments">Approved comments it takes</label>
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
      <button type="submit">{known ? 'Change the number' : 'Let them appear at once'}</button>
    </form>
    {known ? (
      <form method="post" action="/newsroom/review/rules/known-readers">
        <input type="hidden" name="comments" value={OFF} />
        <button type="submit" class="first">
          Read every comment again
        </button>
      </form>
    ) : null}
  </section>
)
