/** Everything that staff did, newest first. */
import { logMessages as m } from '../../../messages/index.ts'
import { LOG_KINDS, type Person, type StaffLogLine } from '../../../people/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { newsroomDocument } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'

interface LogPageProps extends Frame {
  lines: readonly StaffLogLine[]
  people: readonly Person[]
  /** The names of the programs that did some of it. */
  programs: ReadonlyMap<string, string>
  asked: { by: string; kind: string }
  /** The address of what came before; null at the end. */
  next: string | null
  /** Whether it is not the first part. */
  later: boolean
}

export const renderStaffLogPage = ({ lines, people, programs, asked, next, later, ...frame }: LogPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'log',
    children: (
      <>
        <h1>{m.title}</h1>
        <p class="meta">{m.lead(frame.site.timeZone)}</p>
        <form method="get" action="/newsroom/log" class="pair">
          <div>
            <label for="by">{m.who}</label>
            <select id="by" name="by">
              <option value="">{m.everyone}</option>
              {people.map(({ id, name }) => (
                <option value={id} selected={asked.by === id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label for="kind">{m.what}</label>
            <select id="kind" name="kind">
              <option value="">{m.everything}</option>
              {LOG_KINDS.map((code) => (
                <option value={code} selected={asked.kind === code}>
                  {m.kinds[code]}
                </option>
              ))}
            </select>
          </div>
          <p>
            <button type="submit">{m.show}</button>
          </p>
        </form>
        {lines.length === 0 ? (
          <p class="empty">{later ? m.nothingOlder : m.nothingYet}</p>
        ) : (
          <ol class="plain lines log">
            {lines.map((line) => (
              <li>
                <span>
                  {m.line(<strong>{whoDid(line, programs)}</strong>, <bdi>{wordsOf(line)}</bdi>, <About line={line} />)}
                </span>
                <span class="meta">
                  <time datetime={instant(line.at)}>{dayAndTime(frame.site, line.at)}</time>
                </span>
              </li>
            ))}
          </ol>
        )}
        <p class="acts">
          {later ? <a href={logAddress(asked)}>{m.newest}</a> : null}
          {next ? <a href={next}>{m.older}</a> : null}
        </p>
      </>
    ),
  })

/** The log's address, with what it was asked for. */
export function logAddress(asked: { by: string; kind: string }, after?: string): string {
  const query = new URLSearchParams(
    Object.entries({ ...asked, after: after ?? '' }).filter(([, value]) => value !== ''),
  ).toString()
  return `/newsroom/log${query ? `?${query}` : ''}`
}

function whoDid({ by, byId, act, through }: StaffLogLine, programs: ReadonlyMap<string, string>): string {
  const person = by ?? (act === 'session.failed' ? m.someone : byId === null ? m.siteItself : m.staff)
  return through === null ? person : m.program(programs.get(through) ?? m.unknownProgram, person)
}

function wordsOf({ act, detail }: StaffLogLine): string {
  if (!act.startsWith('decision.')) return detail
  const name = act.slice('decision.'.length)
  const decision = Object.hasOwn(m.decisions, name) ? m.decisions[name as keyof typeof m.decisions] : act
  return detail === '' ? decision : m.decisionFor(decision, detail)
}

const About = ({ line: { act, about } }: { line: StaffLogLine }) => {
  if (about === null) return null
  if (act.startsWith('decision.') || (act.startsWith('comment.') && act !== 'comment.erased'))
    return <a href={`/newsroom/comments/${about}`}>{m.aboutComment}</a>
  if (['story.', 'reading.', 'front.'].some((kind) => act.startsWith(kind)))
    return <a href={`/newsroom/stories/${about}`}>{m.aboutStory}</a>
  if (act.startsWith('reader.')) return <a href={`/newsroom/readers/${about}`}>{m.aboutReader}</a>
  return null
}
