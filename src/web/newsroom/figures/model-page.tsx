/** The spam model as its editor sees it: what it has learnt, how often it is right, and where it was wrong. */
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
    title: 'Spam model',
    here: 'review',
    children: (
      <>
        <ReviewPlaces frame={frame} here="model" />
        <div class="head">
          <h1>The spam model</h1>
        </div>
        <p>
          It puts comments in order and says why; only a person decides. It learns from the decisions made here, on this
          site’s own disk, and forgets what is taken back. Being disliked, off topic or unreadable teaches it nothing.
        </p>
        <Learnt site={site} figures={figures} />
        {figures.decisions === 0 ? null : (
          <>
            <HowGood figures={figures} />
            <Weeks site={site} figures={figures} />
            <section>
              <h2>Calibration</h2>
              {figures.decisions < LEAST_FOR_PLOT ? (
                <p class="empty">
                  That takes {LEAST_FOR_PLOT} decisions; there{' '}
                  {figures.decisions === 1 ? 'is one' : `are ${figures.decisions}`} so far.
                </p>
              ) : (
                <ReliabilityPlot bins={figures.bins} />
              )}
            </section>
            <Wrong site={site} title="False alarms" none="None in these weeks." list={figures.falseAlarms} />
            <Wrong site={site} title="Spam that it missed" none="None in these weeks." list={figures.missed} />
          </>
        )}
        <Weighs weighed={weighed} />
        <section>
          <h2>Limits on what one person can teach it</h2>
          <p>
            An author’s first eight decisions count in full, each further one half of the one before: ten decisions at
            the most, however many comments. A campaign that is decided as one is one lesson; near-identical comments
            decided one by one count two at the most from the moment that they are known for a campaign. What a machine
            approved without a look teaches nothing.
          </p>
        </section>
      </>
    ),
  })
}

const Learnt = ({ site, figures: { learnt, since } }: { site: Site; figures: ModelFigures }) => {
  if (since === null) {
    return (
      <p class="empty">
        It has learnt nothing here yet. Until then it goes by what it came with: comments under music videos, of which
        it kept weights and no words. Its figures begin with the first decisions.
      </p>
    )
  }
  return (
    <>
      <dl class="figures-row">
        <div>
          <dt>Learnt as fine</dt>
          <dd>{learnt.fine.toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>as spam</dt>
          <dd>{learnt.spam.toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>as breaking a rule</dt>
          <dd>{learnt['broke-rules'].toLocaleString('en')}</dd>
        </div>
        <div>
          <dt>Since</dt>
          <dd>{shortDay(site, since)}</dd>
        </div>
      </dl>
      <p class="hint">
        Lessons, not decisions: many comments by one author, or of one campaign, teach less than as many by different
        people.
      </p>
    </>
  )
}

const HowGood = ({ figures: { decisions, spam, rules } }: { figures: ModelFigures }) => (
  <section>
    <h2>How often it is right</h2>
    <p class="hint">
      By what it had said before each of{' '}
      {decisions >= MOST_LESSONS ? `the last ${MOST_LESSONS.toLocaleString('en')}` : decisions.toLocaleString('en')}{' '}
      decisions in {WEEKS} weeks. It says yes from even chances on.
    </p>
    <div class="scroll" tabindex={0}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">Of</th>
            <th scope="col">Actual</th>
            <th scope="col">Flagged</th>
            <th scope="col">Right when it says so (precision)</th>
            <th scope="col">Found of all (recall)</th>
          </tr>
        </thead>
        <tbody>
          <HitsRow name="Spam" hits={spam} />
          <HitsRow name="Breaks a rule" hits={rules} />
        </tbody>
      </table>
    </div>
  </section>
)

const HitsRow = ({ name, hits }: { name: string; hits: Hits }) => (
  <tr>
    <th scope="row">{name}</th>
    <td>{hits.was.toLocaleString('en')}</td>
    <td>{hits.said.toLocaleString('en')}</td>
    <td>{share(hits.right, hits.said)}</td>
    <td>{share(hits.right, hits.was)}</td>
  </tr>
)

const Weeks = ({ site, figures: { weeks } }: { site: Site; figures: ModelFigures }) => (
  <section>
    <h2>Week by week</h2>
    <div class="scroll" tabindex={0}>
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">Week from</th>
            <th scope="col">Decisions</th>
            <th scope="col">Spam</th>
            <th scope="col">False alarms</th>
            <th scope="col">Precision</th>
            <th scope="col">Recall</th>
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ from, decisions, spam }) => (
            <tr>
              <th scope="row">{shortDay(site, from)}</th>
              <td>{decisions.toLocaleString('en')}</td>
              <td>{spam.was.toLocaleString('en')}</td>
              <td>{(spam.said - spam.right).toLocaleString('en')}</td>
              <td>{share(spam.right, spam.said)}</td>
              <td>{share(spam.right, spam.was)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  </section>
)

const Wrong = ({
  site,
  title,
  none,
  list,
}: {
  site: Site
  title: string
  none: string
  list: readonly Misjudged[]
}) => (
  <section>
    <h2>{title}</h2>
    {list.length === 0 ? <p class="empty">{none}</p> : <MisjudgedList site={site} list={list} />}
  </section>
)

const MisjudgedList = ({ site, list }: { site: Site; list: readonly Misjudged[] }) => (
  <ol class="plain members">
    {list.map(({ commentId, authorName, text, chance, at }) => (
      <li>
        <p class="meta">
          <a href={`/newsroom/comments/${commentId}`}>
            <bdi class="who">{authorName}</bdi>, <time datetime={instant(at)}>{dayAndTime(site, at)}</time>
          </a>
          : it gave {Math.min(99, Math.max(1, Math.round(chance * 100)))} of 100
        </p>
        <p dir="auto">{shortened(text)}</p>
      </li>
    ))}
  </ol>
)

const Weighs = ({ weighed }: { weighed: readonly Weighed[] }) => (
  <section>
    <h2>What it weighs most</h2>
    {weighed.length === 0 ? (
      <p class="empty">It is shown by the latest decided comments, once there are some.</p>
    ) : (
      <>
        <p class="hint">
          In the latest decided comments. Each adds so much to the log odds of spam: +0.7 doubles them, −0.7 halves
          them.
        </p>
        <div class="scroll" tabindex={0}>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Weight</th>
                <th scope="col">Comments</th>
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

const share = (part: number, whole: number): string => (whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`)

function shortened(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')]
  return letters.length <= SAMPLE ? letters.join('') : `${letters.slice(0, SAMPLE).join('').trimEnd()} …`
}
