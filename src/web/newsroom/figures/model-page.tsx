/** The spam model as its editor sees it: what it has learnt, how often it is right, and where it was wrong. */
import { modelMessages as m } from '../../../messages/index.ts'
import {
  type Hits,
  type Misjudged,
  MOST_LESSONS,
  type ModelFigures,
  WEEKS,
  type Weighed,
} from '../../../moderation/learning/index.ts'
import { dayAndTime, instant, shortDay } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { newsroomDocument } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { ReviewPlaces } from '../queue/review-places.tsx'
import { ReliabilityPlot } from './reliability-plot.tsx'

/** Under so many decisions a plot shows chance, not the model. */
const LEAST_FOR_PLOT = 30
const SAMPLE = 200

export interface ModelPageProps extends Frame {
  figures: ModelFigures
  weighed: readonly Weighed[]
}

export const renderModelPage = ({ figures, weighed, ...frame }: ModelPageProps): string => {
  const { site } = frame
  return newsroomDocument({
    site,
    frame,
    title: m.title,
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="model" />
        <div class="head">
          <h1>{m.title}</h1>
        </div>
        <p>{m.lead}</p>
        <Learnt site={site} figures={figures} />
        {figures.decisions === 0 ? null : (
          <>
            <HowGood figures={figures} />
            <Weeks site={site} figures={figures} />
            <section>
              <h2>{m.calibration}</h2>
              {figures.decisions < LEAST_FOR_PLOT ? (
                <p class="empty">{m.tooFew(LEAST_FOR_PLOT, figures.decisions)}</p>
              ) : (
                <ReliabilityPlot bins={figures.bins} />
              )}
            </section>
            <Wrong site={site} title={m.falseAlarms} list={figures.falseAlarms} />
            <Wrong site={site} title={m.missed} list={figures.missed} />
          </>
        )}
        <Weighs weighed={weighed} />
        <section>
          <h2>{m.limits}</h2>
          <p>{m.limitsHint}</p>
        </section>
      </>
    ),
  })
}

const Learnt = ({ site, figures: { learnt, since } }: { site: Site; figures: ModelFigures }) => {
  if (since === null) {
    return <p class="empty">{m.nothingLearnt}</p>
  }
  return (
    <>
      <dl class="figures-row">
        <div>
          <dt>{m.fine}</dt>
          <dd>{m.number(learnt.fine)}</dd>
        </div>
        <div>
          <dt>{m.asSpam}</dt>
          <dd>{m.number(learnt.spam)}</dd>
        </div>
        <div>
          <dt>{m.asRule}</dt>
          <dd>{m.number(learnt['broke-rules'])}</dd>
        </div>
        <div>
          <dt>{m.since}</dt>
          <dd>{shortDay(site, since)}</dd>
        </div>
      </dl>
      <p class="hint">{m.lessons}</p>
    </>
  )
}

const HowGood = ({ figures: { decisions, spam, rules } }: { figures: ModelFigures }) => (
  <section>
    <h2>{m.howGood}</h2>
    <p class="hint">
      {decisions >= MOST_LESSONS ? m.measuredOnLast(MOST_LESSONS, WEEKS) : m.measured(decisions, WEEKS)}
    </p>
    <div class="scroll" tabindex={0}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{m.kind}</th>
            <th scope="col">{m.actual}</th>
            <th scope="col">{m.flagged}</th>
            <th scope="col">{m.precision}</th>
            <th scope="col">{m.recall}</th>
          </tr>
        </thead>
        <tbody>
          <HitsRow name={m.spam} hits={spam} />
          <HitsRow name={m.breaksRule} hits={rules} />
        </tbody>
      </table>
    </div>
  </section>
)

const HitsRow = ({ name, hits }: { name: string; hits: Hits }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{m.number(hits.was)}</td>
    <td>{m.number(hits.said)}</td>
    <td>{share(hits.right, hits.said)}</td>
    <td>{share(hits.right, hits.was)}</td>
  </tr>
)

const Weeks = ({ site, figures: { weeks } }: { site: Site; figures: ModelFigures }) => (
  <section>
    <h2>{m.weeks}</h2>
    <div class="scroll" tabindex={0}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{m.weekFrom}</th>
            <th scope="col">{m.decisions}</th>
            <th scope="col">{m.spam}</th>
            <th scope="col">{m.falseAlarms}</th>
            <th scope="col">{m.shortPrecision}</th>
            <th scope="col">{m.shortRecall}</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ from, decisions, spam }) => (
            <tr>
              <th scope="row">{shortDay(site, from)}</th>
              <td>{m.number(decisions)}</td>
              <td>{m.number(spam.was)}</td>
              <td>{m.number(spam.said - spam.right)}</td>
              <td>{share(spam.right, spam.said)}</td>
              <td>{share(spam.right, spam.was)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
)

const Wrong = ({ site, title, list }: { site: Site; title: string; list: readonly Misjudged[] }) => (
  <section>
    <h2>{title}</h2>
    {list.length === 0 ? <p class="empty">{m.noneWrong}</p> : <MisjudgedList site={site} list={list} />}
  </section>
)

const MisjudgedList = ({ site, list }: { site: Site; list: readonly Misjudged[] }) => (
  <ol class="plain members">
    {list.map(({ commentId, authorName, text, chance, at }) => (
      <li>
        <p class="meta">
          {m.wrong(
            <a href={`/newsroom/comments/${commentId}`}>
              <bdi class="who">{authorName}</bdi>, <time datetime={instant(at)}>{dayAndTime(site, at)}</time>
            </a>,
            Math.min(99, Math.max(1, Math.round(chance * 100))),
          )}
        </p>
        <p dir="auto">{shortened(text)}</p>
      </li>
    ))}
  </ol>
)

const Weighs = ({ weighed }: { weighed: readonly Weighed[] }) => (
  <section>
    <h2>{m.weighs}</h2>
    {weighed.length === 0 ? (
      <p class="empty">{m.weighsNothing}</p>
    ) : (
      <>
        <p class="hint">{m.weighsHint}</p>
        <div class="scroll" tabindex={0}>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{m.sign}</th>
                <th scope="col">{m.weight}</th>
                <th scope="col">{m.comments}</th>
              </tr>
            </thead>
            <tbody>
              {weighed.map(({ words, weight, comments }) => (
                <tr>
                  <th scope="row" dir="auto">
                    {words}
                  </th>
                  <td>{`${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`}</td>
                  <td>{comments}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </>
    )}
  </section>
)

const share = (part: number, whole: number): string =>
  whole === 0 ? m.noPercent : m.percent(Math.round((100 * part) / whole))

function shortened(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')]
  return letters.length <= SAMPLE ? letters.join('') : `${letters.slice(0, SAMPLE).join('').trimEnd()} …`
}
