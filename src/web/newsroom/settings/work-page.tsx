/** Work in the background: what was given up and why, what waits and is being done, and what comes again by itself. */
import { workMessages as m } from '../../../messages/index.ts'
import type { DeadJob, JobCount } from '../../../store/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { SettingsPlaces } from './settings-places.tsx'
import { whyGivenUp, wordsOfKind } from './work-words.ts'

/** What a job was about, with a page of its own. */
export interface WorkMatter {
  title: string
  href: string
}

export interface WorkPageProps extends Frame {
  counts: readonly JobCount[]
  /** The last first; perhaps not all of them. */
  givenUp: readonly (DeadJob & { matter: WorkMatter | null })[]
  done?: string
  problem?: string
}

export const renderWorkPage = ({ counts, givenUp, done, problem, ...frame }: WorkPageProps): string => {
  const regular = counts.filter(({ kind }) => wordsOfKind(kind).isRegular)
  const now = counts.filter(
    ({ kind, waiting, running }) => !regular.some((r) => r.kind === kind) && waiting + running > 0,
  )
  const dead = counts.reduce((sum, { dead }) => sum + dead, 0)
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.title,
    here: 'settings',
    children: (
      <>
        <SettingsPlaces here="work" />
        <h1>{m.title}</h1>
        <p>{m.lead}</p>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem} />
        {dead === 0 && now.length === 0 ? <p class="empty">{m.allDone}</p> : null}
        {dead > 0 ? <GivenUp site={frame.site} jobs={givenUp} count={dead} /> : null}
        {now.length > 0 ? (
          <section>
            <h2>{m.waiting}</h2>
            <Kinds site={frame.site} now={frame.now} counts={now} />
          </section>
        ) : null}
        {regular.length > 0 ? (
          <section>
            <h2>{m.onSchedule}</h2>
            <Kinds site={frame.site} now={frame.now} counts={regular} />
          </section>
        ) : null}
      </>
    ),
  })
}

const GivenUp = ({ site, jobs, count }: { site: Site; jobs: WorkPageProps['givenUp']; count: number }) => (
  <section>
    <h2>{m.failed}</h2>
    <p class="meta">{m.failedHint}</p>
    <ul class="plain lines">
      {jobs.map((job) => (
        <li>
          <Lost site={site} job={job} />
        </li>
      ))}
    </ul>
    {count > jobs.length ? <p class="meta">{m.moreFailed(count - jobs.length)}</p> : null}
  </section>
)

const Lost = ({ site, job }: { site: Site; job: WorkPageProps['givenUp'][number] }) => {
  const { what, without, isRegular } = wordsOfKind(job.kind)
  const { matter } = job
  const of = `: ${what}${matter ? `, ${matter.title}` : ''}`
  return (
    <>
      <p>
        <strong>{what}</strong>
        {matter ? (
          <>
            : <a href={matter.href}>{matter.title}</a>
          </>
        ) : null}
      </p>
      <p>
        {whyGivenUp(job)} {without}
      </p>
      <p class="meta">
        {m.tried(job.attempts, <When site={site} at={job.queuedAt} />, <When site={site} at={job.deadAt} />)}
      </p>
      {job.problem === '' ? null : (
        <details>
          <summary>{m.whatTheProgramSays}</summary>
          <pre dir="auto">{job.problem}</pre>
        </details>
      )}
      <div class="acts">
        <form method="post" action={`/newsroom/work/${job.number}/again`}>
          <button type="submit">
            {m.tryAgain}
            <span class="visually-hidden">{of}</span>
          </button>
        </form>
        {/* What comes again and again is always needed. */}
        {isRegular ? null : (
          <form method="post" action={`/newsroom/work/${job.number}/let-go`}>
            <button type="submit" class="quiet">
              {m.remove}
              <span class="visually-hidden">{of}</span>
            </button>
          </form>
        )}
      </div>
    </>
  )
}

const Kinds = ({ site, now, counts }: { site: Site; now: number; counts: readonly JobCount[] }) => (
  <ul class="plain lines">
    {counts.map((count) => (
      <li>
        <p>
          <strong>{wordsOfKind(count.kind).what}</strong>
        </p>
        <p class="meta">
          <State site={site} now={now} count={count} />
        </p>
      </li>
    ))}
  </ul>
)

const State = ({ site, now, count }: { site: Site; now: number; count: JobCount }) => {
  const { waiting, failing, running, dead, nextAt } = count
  const isRegular = wordsOfKind(count.kind).isRegular
  const at = nextAt === null ? null : nextAt <= now ? m.soon : <When site={site} at={nextAt} />
  return (
    <>
      {running > 0 ? m.running(running) : null}
      {at === null ? null : isRegular ? m.next(at) : m.waits(waiting, at)}
      {failing > 0 ? m.retried(failing, waiting) : null}
      {isRegular && dead > 0 ? m.failedAbove : null}
    </>
  )
}

const When = ({ site, at }: { site: Site; at: number }) => <time datetime={instant(at)}>{dayAndTime(site, at)}</time>
