/** A draft beside its reading: who says what, who speaks how much, and what an editor has to look at. */
import { readingMessages as m, storiesMessages as stories } from '../../../messages/index.ts'
import { type Share, sharesOf } from '../../site/said/shares.ts'
import { Done, newsroomDocument, Problem } from '../kit/layout.tsx'
import { StatementList } from './reading-list.tsx'
import { NameList, TimesAndAmounts } from './reading-names.tsx'
import type { ReadingPageProps } from './reading-props.ts'
import { lineId, TextWithReading } from './reading-text.tsx'
import { toLookAt } from './reading-to-check.ts'

export const renderReadingPage = (props: ReadingPageProps): string => {
  const { story, text, reading, ...frame } = props
  return newsroomDocument({
    site: frame.site,
    frame,
    title: m.titleOf(story.headline),
    here: 'stories',
    wide: true,
    children: (
      <>
        <p class="label">
          <a href={`/newsroom/stories/${story.id}`}>{story.headline || stories.noHeadline}</a>
        </p>
        <div class="head">
          <h1>{m.title}</h1>
          <div class="acts">
            {story.path ? (
              <a class="button" href={story.path}>
                {stories.viewOnSite}
              </a>
            ) : null}
          </div>
        </div>
        <Trouble {...props} />
        {props.saved ? (
          <Done>
            {story.path === null
              ? props.whoSaysSo
                ? m.willSee
                : m.willNotSee
              : props.whoSaysSo
                ? m.nowSee
                : m.noLongerSee}
          </Done>
        ) : null}
        {story.state === 'changed' ? <p class="notice">{m.draft}</p> : null}
        <Switch {...props} />
        <div class="columns reading">
          <section aria-labelledby="story-words" tabindex={0}>
            <h2 id="story-words">{m.story}</h2>
            <p class="meta legend">
              <span class="words direct">{m.direct}</span> <span class="words reported">{m.reported}</span>{' '}
              <span class="words mixed">{m.mixed}</span> {m.legend}
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
          {m.youTyped(
            words.map((one, index) => (
              <>
                {index > 0 ? ', ' : ''}
                <q dir="auto">{one}</q>
              </>
            )),
          )}
        </p>
      ) : null}
    </>
  )
}

const Switch = ({ story, whoSaysSo, mayChange }: ReadingPageProps) =>
  mayChange ? (
    <form method="post" action={`/newsroom/stories/${story.id}/reading/panel`} class="acts rule switch">
      <label class="check">
        <input type="checkbox" name="shown" value="yes" checked={whoSaysSo} /> {m.show}
      </label>
      <button type="submit">{m.save}</button>
    </form>
  ) : (
    <p class="meta">{whoSaysSo ? m.isShown : m.isNotShown}</p>
  )

/** A bar for each speaker; what it says stands beside it in figures. */
const WhoSpeaks = ({ reading, text }: ReadingPageProps) => {
  const { words, speakers, own } = sharesOf(reading, text.blocks)
  return (
    <section aria-labelledby="who-speaks">
      <h2 id="who-speaks">{m.whoSpeaks}</h2>
      <ul class="plain shares">
        {speakers.map((share) => (
          <li>
            <span>
              <a href={`#${lineId(share.statements[0] ?? '')}`}>{share.label || m.withoutSpeaker}</a>{' '}
              <span class="meta">{m.share(share.share, share.words)}</span>
            </span>
            <Bar {...share} />
          </li>
        ))}
        <li class="own">
          <span>
            {m.ownWords} <span class="meta">{m.share(own.share, own.words)}</span>
          </span>
          <Bar share={own.share} />
        </li>
      </ul>
      <p class="meta">{m.outOf(words)}</p>
    </section>
  )
}

const Bar = ({ share }: Pick<Share, 'share'>) => (
  <svg class="share" width="100%" height="8" aria-hidden="true">
    <rect class="all" width="100%" height="8" />
    <rect width={`${Math.round(share * 1000) / 10}%`} height="8" />
  </svg>
)

const LookAt = ({ reading }: ReadingPageProps) => {
  const numbers = new Map(reading.statements.map(({ id }, index) => [id, index + 1]))
  const { withoutSpeaker, withoutSource, doubtful, hostile } = toLookAt(reading)
  const lines = [
    [m.withoutSpeaker, withoutSpeaker],
    [m.onlySpeaker, withoutSource],
    [m.doubtful, doubtful],
    [m.hostile, hostile],
  ] as const
  const found = lines.filter(([, ids]) => ids.length > 0)
  if (reading.statements.length === 0) return null
  return (
    <section aria-labelledby="look-at">
      <h2 id="look-at">{m.toCheck}</h2>
      {found.length === 0 ? <p class="empty">{m.nothingToCheck}</p> : null}
      <ul class="plain lines">
        {found.map(([title, ids]) => (
          <li>
            <span>
              {title}: <strong>{ids.length}</strong>
            </span>
            <span class="numbers">
              {ids.map((id) => (
                <a class="number" href={`#${lineId(id)}`}>
                  <span class="visually-hidden">{m.statement}</span>
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
