/** What a rule would have caught: the trial's figures, the approved comments among them, and the way to switch it on. */

import { ruleTrialMessages as m } from '../../../messages/index.ts'
import { type CaughtComment, MOST_APPROVED, type Rule, type Trial } from '../../../moderation/filters/index.ts'
import { beginningOf } from '../../../text/index.ts'
import { dayAndTime, instant, monthOf, shortDay } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { STATES } from '../kit/comment-states.ts'
import { wordsOfCatch } from './rule-words.ts'

interface TrialProps {
  site: Site
  rule: Rule
  trial: Trial | null
  inTheWay: { id: string; name: string } | null
  approved: readonly CaughtComment[]
  others: readonly CaughtComment[]
  span: { newest: number; oldest: number } | null
  reloads: boolean
}

export const TrialSection = (props: TrialProps) => {
  const { site, rule, trial, inTheWay } = props
  const path = `/newsroom/review/rules/${rule.id}`
  return (
    <section id="trial" class="trial">
      <h2>{m.title}</h2>
      {trial === null ? (
        <p>{m.notTried}</p>
      ) : (
        <>
          {trial.state === 'running' ? <Running {...props} trial={trial} path={path} /> : null}
          <Result {...props} trial={trial} />
        </>
      )}
      {inTheWay ? (
        <div class="notice">
          <p>
            {inTheWay.id === rule.id
              ? m.earlierRunning
              : m.otherRunning(
                  <a href={`/newsroom/review/rules/${inTheWay.id}`}>
                    <bdi>{inTheWay.name}</bdi>
                  </a>,
                )}
          </p>
          <form method="post" action={`/newsroom/review/rules/${inTheWay.id}/stop`}>
            <button type="submit">{m.stopOther}</button>
          </form>
        </div>
      ) : null}
      <div class="acts">
        {trial?.state === 'running' || inTheWay ? null : (
          <form method="post" action={`${path}/try`}>
            <button type="submit" class={trial === null ? 'first' : undefined}>
              {trial === null ? m.start : trial.state === 'stopped' ? m.againWhole : m.again}
            </button>
          </form>
        )}
        {rule.onVersion === rule.version || trial === null || trial.state === 'running' ? null : (
          <SwitchOn site={site} rule={rule} trial={trial} path={path} />
        )}
      </div>
    </section>
  )
}

const Running = ({ site, trial, span, reloads, path }: TrialProps & { trial: Trial; path: string }) => {
  const done =
    span && trial.backTo !== null && span.newest > span.oldest
      ? (span.newest - trial.backTo) / (span.newest - span.oldest)
      : 0
  return (
    <div class="notice">
      <p role="status">{m.running(trial.found.looked, trial.backTo === null ? null : shortDay(site, trial.backTo))}</p>
      <progress max={100} value={Math.round(Math.min(1, Math.max(0, done)) * 100)} aria-label={m.progress} />
      <p class="meta">
        {reloads ? m.refreshes(<a href={`${path}?still`}>{m.stopRefreshing}</a>) : <a href={path}>{m.refresh}</a>}
      </p>
      <form method="post" action={`${path}/stop`}>
        <button type="submit">{m.stop}</button>
      </form>
    </div>
  )
}

const SwitchOn = ({ site, rule, trial, path }: { site: Site; rule: Rule; trial: Trial; path: string }) => (
  <form method="post" action={`${path}/on`} class="acts">
    <input type="hidden" name="version" value={String(rule.version)} />
    {trial.state === 'stopped' ? (
      <label class="check">
        <input type="checkbox" name="partial" value="yes" required />
        <span>{trial.backTo === null ? m.knownNone : m.knownPartial(shortDay(site, trial.backTo))}</span>
      </label>
    ) : null}
    <button type="submit" class="first">
      {trial.state === 'stopped'
        ? m.switchOnPartly
        : rule.state === 'on'
          ? m.switchOnVersion(rule.version)
          : m.switchOn}
    </button>
  </form>
)

/** In this order. */
const OTHERS = ['rejected', 'spam', 'removed', 'held', 'withdrawn'] as const

const Result = ({ site, trial, approved, others }: TrialProps & { trial: Trial }) => {
  const { found } = trial
  const seen = found.states.approved ?? 0
  const rest = OTHERS.flatMap((state) => (found.states[state] ? [m.counts[state](found.states[state])] : []))
  const months = found.months.filter(({ caught }) => caught > 0)
  const most = Math.max(1, ...months.map(({ caught }) => caught))
  if (found.looked === 0 && trial.state !== 'running') return <p>{m.nothingToTry}</p>
  return (
    <>
      {trial.state === 'running' ? null : (
        <p class="catch">
          <strong>{wordsOfCatch(found.caught, seen)}</strong>
        </p>
      )}
      <p class="meta">
        {howFar(site, trial)}
        {rest.length > 0 ? m.alsoCaught(rest) : null}
      </p>
      {months.length > 1 ? (
        <details>
          <summary>{m.byMonth}</summary>
          <table class="figures months">
            <thead>
              <tr>
                <th scope="col">{m.month}</th>
                <th scope="col">{m.caught}</th>
                <th scope="col">{m.comments}</th>
              </tr>
            </thead>
            <tbody>
              {months.map(({ month, caught, looked }) => (
                <tr>
                  <th scope="row">{monthOf(site, `/${month.replace('-', '/')}`)}</th>
                  <td>
                    {m.number(caught)} <meter aria-hidden="true" max={most} value={caught} />
                  </td>
                  <td>{m.number(looked)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
      {approved.length > 0 ? (
        <>
          <h3>{seen > approved.length ? m.newestApproved(Math.min(MOST_APPROVED, approved.length)) : m.approved}</h3>
          <Caught site={site} comments={approved} />
        </>
      ) : null}
      {others.length > 0 ? (
        <details open={approved.length === 0}>
          <summary>{others.length < found.caught - seen ? m.someOthers(found.caught - seen) : m.others}</summary>
          <Caught site={site} comments={others} withState />
        </details>
      ) : null}
    </>
  )
}

function howFar(site: Site, { state, found, backTo, endedAt }: Trial): string {
  const ended = endedAt === null ? null : shortDay(site, endedAt)
  if (state === 'finished' && ended !== null) return m.lookedAtAll(found.looked, ended)
  const sum = backTo === null ? m.lookedAt(found.looked) : m.lookedAtSoFar(found.looked, shortDay(site, backTo))
  return state === 'stopped' && ended !== null ? m.stoppedOn(ended) + sum : sum
}

const Caught = ({
  site,
  comments,
  withState,
}: {
  site: Site
  comments: readonly CaughtComment[]
  withState?: boolean
}) => (
  <ul class="plain lines">
    {comments.map((comment) => (
      <li>
        <span>
          <a href={`/newsroom/comments/${comment.id}`}>
            <bdi>{comment.authorName}</bdi>
          </a>{' '}
          <span class="meta">
            <time datetime={instant(comment.createdAt)}>{dayAndTime(site, comment.createdAt)}</time>
            {withState ? ` · ${STATES[comment.state]}` : ''}
          </span>
        </span>
        <span class="excerpt" dir="auto">
          {beginningOf(comment.text, 280)}
        </span>
      </li>
    ))}
  </ul>
)
