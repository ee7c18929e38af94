/** A draft beside its reading: who says what, who speaks how much, and what an editor has to look at. */
import { countOf } from '../../site/said/said-view.tsx'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import { StatementList } from './reading-list.tsx'
import { NameList, TimesAndAmounts } from './reading-names.tsx'
import type { ReadingPageProps } from './reading-props.ts'
import { type Share, sharesOf, toLookAt } from './reading-shares.ts'
import { lineId, TextWithReading } from './reading-text.tsx'

export const renderReadingPage = (props: ReadingPageProps): string => {
  const { story, text, reading, ...frame } = props
  return newsroomDocument({
    site: frame.site,
    frame,
    title: `Who says what: ${story.headline}`,
    here: 'stories',
    wide: true,
    children: (
      <>
        <p class="label">
          <a href={`/newsroom/stories/${story.id}`}>{story.headline || 'Without a headline'}</a>
        </p>
        <div class="head">
          <h1>Who says what</h1>
          <div class="acts">
            {story.path ? (
              <a class="button" href={story.path}>
                View the story
              </a>
            ) : null}
          </div>
        </div>
        <Trouble {...props} />
        {props.saved ? (
          <Done>
            Saved.{' '}
            {story.path === null
              ? `Once it is published, readers ${props.whoSaysSo ? 'see' : 'don’t see'} “Who says so” under this story.`
              : `Readers ${props.whoSaysSo ? 'see' : 'no longer see'} “Who says so” under this story.`}
          </Done>
        ) : null}
        {story.state === 'changed' ? (
          <p class="notice">This is the draft. Readers see the reading of what was last published.</p>
        ) : null}
        <Switch {...props} />
        <div class="columns reading">
          <section aria-labelledby="story-words" tabindex={0}>
            <h2 id="story-words">The story</h2>
            <p class="meta legend">
              <span class="words direct">direct</span> <span class="words reported">reported</span>{' '}
              <span class="words mixed">mixed</span> Each leads to its line in the list.
            </p>
            <TextWithReading text={text} reading={reading} />
          </section>
          <div class="beside">
            <WhoSpeaks {...props} />
            <LookAt {...props} />
            <StatementList {...props} />
            <NameList {...props} />
            <TimesAndAmounts {...props} />
          </div>
        </div>
      </>
    ),
  })
}

/** What could not be done, unless it stands with the form that it is about; words whose form is gone are given back. */
const Trouble = ({ reading, problem, typed }: ReadingPageProps) => {
  if (typed && reading.statements.some(({ id }) => id === typed.statement)) return null
  const words = typed ? [typed.speaker, typed.source].filter((one) => one !== '') : []
  return (
    <>
      <Problem sentence={problem} />
      {words.length > 0 ? (
        <p class="notice">
          You had typed{' '}
          {words.map((one, index) => (
            <>
              {index > 0 ? ', ' : ''}
              <q dir="auto">{one}</q>
            </>
          ))}
          .
        </p>
      ) : null}
    </>
  )
}

const Switch = ({ story, whoSaysSo, mayChange }: ReadingPageProps) =>
  mayChange ? (
    <form method="post" action={`/newsroom/stories/${story.id}/reading/panel`} class="acts rule switch">
      <label class="check">
        <input type="checkbox" name="shown" value="yes" checked={whoSaysSo} /> Show “Who says so” under the story
      </label>
      <button type="submit">Save</button>
    </form>
  ) : (
    <p class="meta">“Who says so” is {whoSaysSo ? 'shown' : 'not shown'} under the story.</p>
  )

/** A bar for each speaker; what it says stands beside it in figures. */
const WhoSpeaks = ({ reading, text }: ReadingPageProps) => {
  const { words, speakers, own } = sharesOf(reading, text.blocks)
  return (
    <section aria-labelledby="who-speaks">
      <h2 id="who-speaks">Who speaks</h2>
      <ul class="plain shares">
        {speakers.map((share) => (
          <li>
            <span>
              <a href={`#${lineId(share.statements[0] ?? '')}`}>{share.label || 'Without a speaker'}</a>{' '}
              <span class="meta">
                {percent(share.share)}, {countOf(share.words, 'word')}
              </span>
            </span>
            <Bar {...share} />
          </li>
        ))}
        <li class="own">
          <span>
            The paper’s own words{' '}
            <span class="meta">
              {percent(own.share)}, {countOf(own.words, 'word')}
            </span>
          </span>
          <Bar share={own.share} />
        </li>
      </ul>
      <p class="meta">Of {countOf(words, 'word')}, headline and captions included.</p>
    </section>
  )
}

const Bar = ({ share }: Pick<Share, 'share'>) => (
  <svg class="share" width="100%" height="8" aria-hidden="true">
    <rect class="all" width="100%" height="8" />
    <rect width={`${Math.round(share * 1000) / 10}%`} height="8" />
  </svg>
)

const percent = (share: number): string => (share > 0 && share < 0.01 ? 'under 1 %' : `${Math.round(share * 100)} %`)

const LookAt = ({ reading }: ReadingPageProps) => {
  const numbers = new Map(reading.statements.map(({ id }, index) => [id, index + 1]))
  const { withoutSpeaker, withoutSource, doubtful, hostile } = toLookAt(reading)
  const lines = [
    ['Without a speaker', withoutSpeaker],
    ['Only the speaker as source', withoutSource],
    ['With a doubtful cue', doubtful],
    ['With a hostile cue', hostile],
  ] as const
  const found = lines.filter(([, ids]) => ids.length > 0)
  if (reading.statements.length === 0) return null
  return (
    <section aria-labelledby="look-at">
      <h2 id="look-at">To look at</h2>
      {found.length === 0 ? <p class="empty">Every statement has its speaker and its source.</p> : null}
      <ul class="plain lines">
        {found.map(([title, ids]) => (
          <li>
            <span>
              {title}: <strong>{ids.length}</strong>
            </span>
            <span class="numbers">
              {ids.map((id) => (
                <a class="number" href={`#${lineId(id)}`}>
                  <span class="visually-hidden">Statement </span>
                  {numbers.get(id)}
                </a>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
