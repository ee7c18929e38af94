/** The desk's own week: how fast, how much waited, how often two people agree. */
import type { AnswerTimes, Week } from '../../../moderation/figures/index.ts'
import type { Appealed } from '../../../redress/index.ts'
import { dayAndTime, instant, minutesInWords } from '../../site/kit/format.ts'
import { newsroomDocument } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { ReviewPlaces } from '../queue/review-places.tsx'
import { WaitingChart } from '../queue/waiting-chart.tsx'

export interface WeekPageProps extends Frame {
  week: Week
  /** What readers are told, in minutes; null where too little is known. */
  promised: number | null
  /** Whether there is a decision of someone else's to look at again. */
  hasSample: boolean
}

export const renderWeekPage = ({ week, promised, hasSample, ...frame }: WeekPageProps): string => {
  const { site } = frame
  const { mine, all, before, agreement } = week
  return newsroomDocument({
    site,
    frame,
    title: 'Figures',
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="week" />
        <div class="head">
          <h1>Figures of the last seven days</h1>
        </div>
        <div class="scroll">
          <table class="figures">
            <caption>From a comment’s arrival to its decision</caption>
            <thead>
              <tr>
                <td />
                <th scope="col">Decisions</th>
                <th scope="col">Median</th>
                <th scope="col">80 % within</th>
              </tr>
            </thead>
            <tbody>
              <Times name="You" times={mine} />
              <Times name="Everyone" times={all} />
              <Times name="The week before" times={before} />
            </tbody>
          </table>
        </div>
        <p class="hint">
          {promised === null
            ? 'Readers are not told a usual time yet. That takes twenty decisions in two weeks, spam not counted, and is worked out every half-hour.'
            : `Readers are told under each comment form: usually answered within ${minutesInWords(promised)}. The figure is of the last two weeks, without spam.`}
        </p>
        <section>
          <h2>Waiting, hour by hour</h2>
          <WaitingChart site={site} points={week.waiting} />
        </section>
        <section>
          <h2>Appealed and overturned</h2>
          <div class="scroll">
            <table class="figures">
              <caption>Rejections and removals of three months, without spam</caption>
              <thead>
                <tr>
                  <td />
                  <th scope="col">Decided</th>
                  <th scope="col">Appealed</th>
                  <th scope="col">Overturned</th>
                  <th scope="col">Open</th>
                </tr>
              </thead>
              <tbody>
                <AppealedRow name="Yours" appealed={week.appealed.mine} />
                <AppealedRow name="Everyone’s" appealed={week.appealed.all} />
              </tbody>
            </table>
          </div>
        </section>
        <section>
          <h2>Do we agree?</h2>
          <p>
            One decision in eight is looked at once more by someone else, who is not told what was decided.{' '}
            {agreement.looks === 0
              ? 'Nobody has looked yet.'
              : `Of ${agreement.looks === 1 ? 'one such look' : `${agreement.looks} such looks`} in three months, ${agreement.same} came to the same decision${
                  agreement.kappa === null ? '' : ` (Cohen’s kappa ${agreement.kappa.toFixed(2).replace('-', '−')})`
                }.`}
          </p>
          <p>
            {hasSample ? (
              <a class="button" href="/newsroom/review/sample">
                Look at one
              </a>
            ) : (
              <span class="empty">There is none for you to look at just now.</span>
            )}
          </p>
          {agreement.apart.length > 0 ? (
            <>
              <h3>Of different minds</h3>
              <ol class="plain lines">
                {agreement.apart.map(({ commentId, decided, looked, at }) => (
                  <li>
                    <a href={`/newsroom/comments/${commentId}`}>
                      One said {decided}, the other {looked}
                    </a>
                    <time class="meta" datetime={instant(at)}>
                      {dayAndTime(site, at)}
                    </time>
                  </li>
                ))}
              </ol>
            </>
          ) : null}
        </section>
      </>
    ),
  })
}

const AppealedRow = ({
  name,
  appealed: { decisions, appealed, overturned, open },
}: {
  name: string
  appealed: Appealed
}) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{decisions.toLocaleString('en')}</td>
    <td>{withShare(appealed, decisions)}</td>
    <td>{withShare(overturned, appealed)}</td>
    <td>{open}</td>
  </tr>
)

const withShare = (count: number, of: number): string =>
  count === 0 ? '0' : `${count.toLocaleString('en')} (${Math.round((count / of) * 100)} %)`

const Times = ({ name, times }: { name: string; times: AnswerTimes }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{times.decisions.toLocaleString('en')}</td>
    <td>{shortly(times.median)}</td>
    <td>{shortly(times.fourInFive)}</td>
  </tr>
)

/** A span in milliseconds as a table has room for: "under 1 min", "40 min", "3 h", "2 days". */
function shortly(span: number | null): string {
  if (span === null) return '–'
  const minutes = span / 60_000
  if (minutes < 1) return 'under 1 min'
  if (minutes < 60) return `${Math.round(minutes)} min`
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`
}
