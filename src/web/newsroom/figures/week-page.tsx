/** The desk's own week: how fast, how much waited, how often two people agree. */
import { weekMessages as m } from '../../../messages/index.ts'
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
    title: m.title,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="week" />
        <div class="head">
          <h1>{m.title}</h1>
        </div>
        <div class="scroll">
          <table class="figures">
            <caption>{m.times}</caption>
            <thead>
              <tr>
                <td />
                <th scope="col">{m.decisions}</th>
                <th scope="col">{m.median}</th>
                <th scope="col">{m.fourInFive}</th>
              </tr>
            </thead>
            <tbody>
              <Times name={m.you} times={mine} />
              <Times name={m.everyone} times={all} />
              <Times name={m.weekBefore} times={before} />
            </tbody>
          </table>
        </div>
        <p class="hint">{promised === null ? m.notPromised : m.promised(minutesInWords(promised))}</p>
        <section>
          <h2>{m.waiting}</h2>
          <WaitingChart site={site} points={week.waiting} />
        </section>
        <section>
          <h2>{m.overturnedTitle}</h2>
          <div class="scroll">
            <table class="figures">
              <caption>{m.overturnedCaption}</caption>
              <thead>
                <tr>
                  <td />
                  <th scope="col">{m.decided}</th>
                  <th scope="col">{m.appealed}</th>
                  <th scope="col">{m.overturned}</th>
                  <th scope="col">{m.open}</th>
                </tr>
              </thead>
              <tbody>
                <AppealedRow name={m.yours} appealed={week.appealed.mine} />
                <AppealedRow name={m.everyones} appealed={week.appealed.all} />
              </tbody>
            </table>
          </div>
        </section>
        <section>
          <h2>{m.secondLooks}</h2>
          <p>
            {m.secondLooksLead} {agreed(agreement)}
          </p>
          <p>
            {hasSample ? (
              <a class="button" href="/newsroom/review/sample">
                {m.take}
              </a>
            ) : (
              <span class="empty">{m.noneForYou}</span>
            )}
          </p>
          {agreement.apart.length > 0 ? (
            <>
              <h3>{m.disagreed}</h3>
              <ol class="plain lines">
                {agreement.apart.map(({ commentId, decided, looked, at }) => (
                  <li>
                    <a href={`/newsroom/comments/${commentId}`}>{m.apart(decided, looked)}</a>
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
    <td>{m.number(decisions)}</td>
    <td>{withShare(appealed, decisions)}</td>
    <td>{withShare(overturned, appealed)}</td>
    <td>{open}</td>
  </tr>
)

const withShare = (count: number, of: number): string =>
  count === 0 ? '0' : m.share(count, Math.round((count / of) * 100))

const Times = ({ name, times }: { name: string; times: AnswerTimes }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{m.number(times.decisions)}</td>
    <td>{shortly(times.median)}</td>
    <td>{shortly(times.fourInFive)}</td>
  </tr>
)

const shortly = (span: number | null): string => (span === null ? '–' : (m.span(span) ?? m.underAMinute))

function agreed({ looks, same, kappa }: Week['agreement']): string {
  if (looks === 0) return m.noLooks
  return kappa === null ? m.agreed(looks, same) : m.agreedBeyondChance(looks, same, kappa.toFixed(2).replace('-', '−'))
}
