/** Work in the background: what was given up and why, what waits and is being done, and what comes again by itself. */
import type { DeadJob, JobCount } from '../../../store/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { SettingsPlaces } from './settings-places.tsx'
import { times, whyGivenUp, wordsOfKind } from './work-words.ts'

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
    title: 'Background work',
    here: 'settings',
    children: (
      <>
        <SettingsPlaces here="work" />
        <h1>Background work</h1>
        <p>
          What the site does by itself, beside readers and editors. Where something goes wrong it tries again, later
          each time. After eight times it gives up and tells you here.
        </p>
        {done ? <Done>{done}</Done> : null}
        <Problem sentence={problem} />
        {dead === 0 && now.length === 0 ? (
          <p class="empty">All is done. Nothing waits, and nothing was given up.</p>
        ) : null}
        {dead > 0 ? <GivenUp site={frame.site} jobs={givenUp} count={dead} /> : null}
        {now.length > 0 ? (
          <section>
            <h2>Waiting</h2>
            <Kinds site={frame.site} now={frame.now} counts={now} />
          </section>
        ) : null}
        {regular.length > 0 ? (
          <section>
            <h2>On a schedule</h2>
            <Kinds site={frame.site} now={frame.now} counts={regular} />
          </section>
        ) : null}
      </>
    ),
  })
}

const GivenUp = ({ site, jobs, count }: { site: Site; jobs: WorkPageProps['givenUp']; count: number }) => (
  <section>
    <h2>Given up</h2>
    <p class="meta">Try again what has been put right since; let go what isn’t needed any more.</p>
    <ul class="plain lines">
      {jobs.map((job) => (
        <li>
          <Lost site={site} job={job} />
        </li>
      ))}
    </ul>
    {count > jobs.length ? <p class="meta">And {(count - jobs.length).toLocaleString('en')} more.</p> : null}
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
        Tried {times(job.attempts)} since <When site={site} at={job.queuedAt} />, given up{' '}
        <When site={site} at={job.deadAt} />.
      </p>
      {job.problem === '' ? null : (
        <details>
          <summary>What the program says</summary>
          <pre dir="auto">{job.problem}</pre>
        </details>
      )}
      <div class="acts">
        <form method="post" action={`/newsroom/work/${job.number}/again`}>
          <button type="submit">
            Try again<span class="visually-hidden">{of}</span>
          </button>
        </form>
        {/* What comes again and again is always needed. */}
        {isRegular ? null : (
          <form method="post" action={`/newsroom/work/${job.number}/let-go`}>
            <button type="submit" class="quiet">
              Let it go<span class="visually-hidden">{of}</span>
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
  const at = nextAt === null ? null : nextAt <= now ? 'in a moment' : <When site={site} at={nextAt} />
  return (
    <>
      {running > 0 ? (running === 1 ? 'Being done. ' : `${running.toLocaleString('en')} are being done. `) : null}
      {at === null ? null : isRegular ? (
        <>Next {at}. </>
      ) : waiting === 1 ? (
        <>One waits, and begins {at}. </>
      ) : (
        <>
          {waiting.toLocaleString('en')} wait, the first begins {at}.{' '}
        </>
      )}
      {failing === 0
        ? null
        : waiting === 1
          ? 'It went wrong, and is tried again. '
          : `${failing} went wrong, and are tried again. `}
      {isRegular && dead > 0 ? 'Given up; see above. ' : null}
    </>
  )
}

const When = ({ site, at }: { site: Site; at: number }) => <time datetime={instant(at)}>{dayAndTime(site, at)}</time>
