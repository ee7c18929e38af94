/** All that was written in a draft, by whom and when; and what differs between two points of it. */
import type { Child } from 'hono/jsx'
import { draftingMessages as m, storyMessages } from '../../../messages/index.ts'
import { dayAndTime, instant, timeOfDay } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { Difference } from '../kit/difference.tsx'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame, StoryHead } from '../kit/props.ts'
import type { ShownChange } from './changed-places.ts'

export interface HistoryLine {
  /** The numbers of the draft that it goes from and to: the first is the one before it; null where there is none. */
  from: number | null
  to: number | null
  /** What was done, in words. */
  words: string
  startedAt: number
  endedAt: number
  /** Of a publication. */
  version: number | null
}

export const renderHistoryPage = ({
  story,
  lines,
  older,
  isNewest,
  begins,
  chosen,
  done,
  problem,
  ...frame
}: Frame & {
  story: StoryHead
  /** Newest first. */
  lines: readonly HistoryLine[]
  /** Where the next page begins; null at the end. */
  older: number | null
  isNewest: boolean
  /** Whether the story is older than its history. */
  begins: boolean
  chosen: { from: number; to: number } | null
  done?: string | undefined
  problem?: string | undefined
}): string => {
  const path = `/newsroom/stories/${story.id}`
  const points = lines.filter(({ to }) => to !== null)
  const marked = chosen ?? { from: points[1]?.to, to: points[0]?.to }
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.history,
    here: 'stories',
    children: (
      <>
        <StoryLink story={story} />
        <h1>{m.history}</h1>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem} />
        <p>
          {m.historyLead} {m.versionsToo(<a href={`${path}/versions`}>{storyMessages.versions}</a>)}
        </p>
        <form method="get" action={`${path}/history`} class="history">
          {points.length > 1 ? (
            <p class="acts">
              <button type="submit">{m.compare}</button> <span class="hint">{m.compareHint}</span>
            </p>
          ) : null}
          <ol class="plain lines">
            {lines.map((line) => (
              <li>
                {line.to === null || points.length < 2 ? null : (
                  <span class="ends">
                    <End name="from" label={m.from} line={line} checked={line.to === marked.from} />
                    <End name="to" label={m.to} line={line} checked={line.to === marked.to} />
                  </span>
                )}
                <span class="point">
                  <LineWords path={path} line={line} />
                  <span class="meta">
                    <Span site={frame.site} line={line} />
                  </span>
                </span>
              </li>
            ))}
          </ol>
        </form>
        {begins && older === null ? <p class="meta">{m.historyBegins}</p> : null}
        <p class="acts">
          {isNewest ? null : <a href={`${path}/history`}>{m.newest}</a>}
          {older === null ? null : <a href={`${path}/history?before=${older}`}>{m.older}</a>}
        </p>
      </>
    ),
  })
}

const StoryLink = ({ story }: { story: StoryHead }) => (
  <p class="label">
    <a href={`/newsroom/stories/${story.id}`}>{story.headline || storyMessages.headline}</a>
  </p>
)

const End = ({ name, label, line, checked }: { name: string; label: string; line: HistoryLine; checked: boolean }) => (
  <label>
    <input type="radio" name={name} value={String(line.to)} checked={checked} />
    <span aria-hidden="true">{label}</span>
    <span class="visually-hidden">{`${label}: ${line.words}`}</span>
  </label>
)

const LineWords = ({ path, line }: { path: string; line: HistoryLine }) => {
  if (line.version !== null)
    return (
      <a href={`${path}/versions/${line.version}`}>
        <strong>{line.words}</strong>
      </a>
    )
  if (line.from === null || line.to === null) return <span>{line.words}</span>
  return <a href={`${path}/history?from=${line.from}&to=${line.to}`}>{line.words}</a>
}

const Span = ({ site, line }: { site: Site; line: HistoryLine }) => {
  const [from, to] = [dayAndTime(site, line.startedAt), timeOfDay(site, line.endedAt)]
  const same = timeOfDay(site, line.startedAt) === to
  return <time datetime={instant(line.startedAt)}>{same ? from : m.between(from, to)}</time>
}

/** One of the two points that are compared. */
export interface ComparedPoint {
  number: number
  words: string
  at: number | null
  isNow: boolean
}

export const renderDifferencePage = ({
  story,
  from,
  to,
  changes,
  mayRestore,
  ...frame
}: Frame & {
  story: StoryHead
  from: ComparedPoint
  to: ComparedPoint
  changes: readonly (ShownChange & { by: string | null })[]
  mayRestore: boolean
}): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.whatChanged,
    here: 'stories',
    children: (
      <>
        <StoryLink story={story} />
        <h1>{m.whatChanged}</h1>
        <p class="label">
          <a href={`/newsroom/stories/${story.id}/history`}>{m.history}</a>
        </p>
        <dl class="compared">
          <Compared label={m.earlier} point={from} {...{ story, mayRestore }} site={frame.site} />
          <Compared label={m.later} point={to} {...{ story, mayRestore }} site={frame.site} />
        </dl>
        {changes.length === 0 ? <p class="empty">{m.nothingBetween}</p> : null}
        {changes.map((change) => (
          <section class="change">
            <h2 class="label">{change.label}</h2>
            <Difference from={change.from} to={change.to} />
            {change.last ? (
              <p class="meta">
                {m.changedBy(change.by ?? m.commandLine, <When site={frame.site} at={change.last.at} />)}
              </p>
            ) : null}
          </section>
        ))}
      </>
    ),
  })

const Compared = ({
  label,
  point,
  story,
  mayRestore,
  site,
}: {
  label: string
  point: ComparedPoint
  story: StoryHead
  mayRestore: boolean
  site: Site
}) => (
  <div>
    <dt>{label}</dt>
    <dd>
      <p>{joined(point.words, point.isNow ? m.isNow : null)}</p>
      {point.at === null ? null : (
        <p class="meta">
          <When site={site} at={point.at} />
        </p>
      )}
      {mayRestore && !point.isNow ? (
        <form method="post" action={`/newsroom/stories/${story.id}/history/restore`}>
          <input type="hidden" name="number" value={String(point.number)} />
          <button type="submit" class="quiet" title={m.restoreHint}>
            {m.restore}
          </button>
        </form>
      ) : null}
    </dd>
  </div>
)

const joined = (...parts: (string | null)[]): Child => parts.filter(Boolean).join(', ')

const When = ({ site, at }: { site: Site; at: number }) => <time datetime={instant(at)}>{dayAndTime(site, at)}</time>
