/** Everything that staff did, newest first. */
import { LOG_KINDS, type Person, type StaffLogLine } from '../../../people/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { newsroomDocument } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'

interface LogPageProps extends Frame {
  lines: readonly StaffLogLine[]
  people: readonly Person[]
  asked: { by: string; kind: string }
  /** The address of what came before; null at the end. */
  next: string | null
  /** Whether it is not the first part. */
  later: boolean
}

const DECISIONS: Record<string, string> = {
  approve: 'Approved a comment',
  reject: 'Rejected a comment',
  remove: 'Took a comment down',
  undo: 'Took a decision back',
  reopen: 'Reopened a comment',
  overturn: 'Decided otherwise on an appeal',
  uphold: 'Upheld a decision on an appeal',
  keep: 'Kept a comment after a report',
  automated: 'Approved by the site’s rule for known good readers',
}

export const renderStaffLogPage = ({ lines, people, asked, next, later, ...frame }: LogPageProps): string =>
  newsroomDocument({
    site: frame.site,
    frame,
    title: 'Log',
    here: 'log',
    children: (
      <>
        <h1>Log</h1>
        <p class="meta">
          What staff did, newest first. Nothing here can be changed or removed. Times are those of {frame.site.timeZone}
          .
        </p>
        <form method="get" action="/newsroom/log" class="pair">
          <div>
            <label for="by">Who</label>
            <select id="by" name="by">
              <option value="">Everyone</option>
              {people.map(({ id, name }) => (
                <option value={id} selected={asked.by === id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div>
            <label for="kind">What</label>
            <select id="kind" name="kind">
              <option value="">Everything</option>
              {LOG_KINDS.map(({ code, title }) => (
                <option value={code} selected={asked.kind === code}>
                  {title}
                </option>
              ))}
            </select>
          </div>
          <p>
            <button type="submit">Show</button>
          </p>
        </form>
        {lines.length === 0 ? (
          <p class="empty">{later ? 'Nothing came before that.' : 'Nothing of the kind has been done yet.'}</p>
        ) : (
          <ol class="plain lines log">
            {lines.map((line) => (
              <li>
                <span>
                  <strong>{whoDid(line)}</strong>
                  {/^\p{Lu}/u.test(wordsOf(line)) ? ': ' : ' '}
                  <bdi>{wordsOf(line)}</bdi> <About line={line} />
                </span>
                <span class="meta">
                  <time datetime={instant(line.at)}>{dayAndTime(frame.site, line.at)}</time>
                </span>
              </li>
            ))}
          </ol>
        )}
        <p class="acts">
          {later ? <a href={logAddress(asked)}>The newest</a> : null}
          {next ? <a href={next}>What came before</a> : null}
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

const whoDid = ({ by, byId, act }: StaffLogLine): string =>
  by ?? (act === 'session.failed' ? 'Somebody' : byId === null ? 'On the command line, or the site itself' : 'A person')

function wordsOf({ act, detail }: StaffLogLine): string {
  const decision = act.startsWith('decision.') ? DECISIONS[act.slice('decision.'.length)] : undefined
  if (act.startsWith('decision.')) return `${decision ?? act}${detail ? ` (${detail})` : ''}`
  return detail
}

const About = ({ line: { act, about } }: { line: StaffLogLine }) => {
  if (about === null) return null
  if (act.startsWith('decision.') || (act.startsWith('comment.') && act !== 'comment.erased'))
    return <a href={`/newsroom/comments/${about}`}>the comment</a>
  if (act.startsWith('story.') || act.startsWith('reading.'))
    return <a href={`/newsroom/stories/${about}`}>the story</a>
  if (act.startsWith('reader.')) return <a href={`/newsroom/readers/${about}`}>the reader</a>
  return null
}
