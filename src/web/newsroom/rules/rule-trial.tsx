/** What a rule would have caught: the trial's figures, the approved comments among them, and the way to switch it on. */

import { type CaughtComment, MOST_APPROVED, type Rule, type Trial } from '../../../moderation/filters/index.ts'
import { dayAndTime, instant, monthOf, shortDay } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { beginningOf } from '../kit/beginning.ts'
import { thousands, wordsOfCatch } from './rule-words.ts'

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
      <h2>Tried over the archive</h2>
      {trial === null ? (
        <p>
          This version has not been tried. A trial puts every comment there is to it, newest first, and changes none of
          them.
        </p>
      ) : (
        <>
          {trial.state === 'running' ? <Running {...props} trial={trial} path={path} /> : null}
          <Result {...props} trial={trial} />
        </>
      )}
      {inTheWay ? (
        <div class="notice">
          <p>
            A trial of{' '}
            {inTheWay.id === rule.id ? (
              'an earlier version'
            ) : (
              <a href={`/newsroom/review/rules/${inTheWay.id}`}>
                <bdi>{inTheWay.name}</bdi>
              </a>
            )}{' '}
            is running. One runs at a time: wait until it is done, or stop it.
          </p>
          <form method="post" action={`/newsroom/review/rules/${inTheWay.id}/stop`}>
            <button type="submit">Stop that trial</button>
          </form>
        </div>
      ) : null}
      <div class="acts">
        {trial?.state === 'running' || inTheWay ? null : (
          <form method="post" action={`${path}/try`}>
            <button type="submit" class={trial === null ? 'first' : undefined}>
              {trial === null
                ? 'Try it over the archive'
                : trial.state === 'stopped'
                  ? 'Try it again, all of it'
                  : 'Try it again'}
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
      <p role="status">
        The trial is running: {thousands(trial.found.looked)} comments so far
        {trial.backTo === null ? '' : `, back to ${shortDay(site, trial.backTo)}`}.
      </p>
      <progress max={100} value={Math.round(Math.min(1, Math.max(0, done)) * 100)} aria-label="How far back it is" />
      <p class="meta">
        {reloads ? (
          <>
            This page looks again by itself every few seconds. <a href={`${path}?still`}>Stop that</a>
          </>
        ) : (
          <a href={path}>Look again</a>
        )}
      </p>
      <form method="post" action={`${path}/stop`}>
        <button type="submit">Stop the trial</button>
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
        <span>
          I know that only the comments{' '}
          {trial.backTo === null ? 'of no day at all' : `back to ${shortDay(site, trial.backTo)}`} were tried
        </span>
      </label>
    ) : null}
    <button type="submit" class="first">
      {trial.state === 'stopped'
        ? 'Switch it on after a part of the trial'
        : rule.state === 'on'
          ? `Switch version ${rule.version} on`
          : 'Switch it on'}
    </button>
  </form>
)

const STATES = [
  ['rejected', 'rejected'],
  ['spam', 'rejected as spam'],
  ['removed', 'taken down'],
  ['held', 'waiting'],
  ['withdrawn', 'withdrawn by their authors'],
] as const

const Result = ({ site, trial, approved, others }: TrialProps & { trial: Trial }) => {
  const { found } = trial
  const seen = found.states.approved ?? 0
  const rest = STATES.flatMap(([state, words]) =>
    found.states[state] ? [`${thousands(found.states[state])} ${words}`] : [],
  )
  const months = found.months.filter(({ caught }) => caught > 0)
  const most = Math.max(1, ...months.map(({ caught }) => caught))
  if (found.looked === 0 && trial.state !== 'running')
    return <p>There is no comment in the archive yet, so the rule could catch none.</p>
  return (
    <>
      {trial.state === 'running' ? null : (
        <p class="catch">
          <strong>{wordsOfCatch(found.caught, seen)}</strong>
        </p>
      )}
      <p class="meta">
        {trial.state === 'stopped' ? 'Stopped: ' : ''}
        {thousands(found.looked)} comments looked at
        {trial.state === 'finished'
          ? ', all there were'
          : trial.backTo
            ? `, back to ${shortDay(site, trial.backTo)}`
            : ''}
        {trial.endedAt === null ? '' : `, on ${shortDay(site, trial.endedAt)}`}.
        {rest.length > 0 ? ` Of the others it catches: ${rest.join(', ')}.` : ''}
      </p>
      {months.length > 1 ? (
        <details>
          <summary>By month</summary>
          <table class="figures months">
            <thead>
              <tr>
                <th scope="col">Month</th>
                <th scope="col">Caught</th>
                <th scope="col">Of</th>
              </tr>
            </thead>
            <tbody>
              {months.map(({ month, caught, looked }) => (
                <tr>
                  <th scope="row">{monthOf(site, `/${month.replace('-', '/')}`)}</th>
                  <td>
                    {thousands(caught)} <meter aria-hidden="true" max={most} value={caught} />
                  </td>
                  <td>{thousands(looked)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      ) : null}
      {approved.length > 0 ? (
        <>
          <h3>
            {seen > approved.length
              ? `Approved comments it catches: the newest ${Math.min(MOST_APPROVED, approved.length)}`
              : 'Approved comments it catches'}
          </h3>
          <Caught site={site} comments={approved} />
        </>
      ) : null}
      {others.length > 0 ? (
        <details open={approved.length === 0}>
          <summary>
            {others.length < found.caught - seen ? `Some of the other ${thousands(found.caught - seen)}` : 'The others'}
          </summary>
          <Caught site={site} comments={others} withState />
        </details>
      ) : null}
    </>
  )
}

const STATE_LABELS: Record<string, string> = {
  held: 'Waiting',
  approved: 'Published',
  rejected: 'Rejected',
  spam: 'Spam',
  withdrawn: 'Withdrawn',
  removed: 'Taken down',
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
            {withState ? ` · ${STATE_LABELS[comment.state]}` : ''}
          </span>
        </span>
        <span class="excerpt" dir="auto">
          {beginningOf(comment.text, 280)}
        </span>
      </li>
    ))}
  </ul>
)
