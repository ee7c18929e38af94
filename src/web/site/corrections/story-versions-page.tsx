/** The versions of a story that were published, and what differs between two of them. */
import { type PublicVersion, wordsByBlock } from '../../../corrections/index.ts'
import { publicCorrectionMessages as m, wrongMessages as wrong } from '../../../messages/index.ts'
import type { StoryContent } from '../../../story/index.ts'
import { Difference } from '../kit/difference.tsx'
import { dayAndTime, instant } from '../kit/format.ts'
import { document } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'

interface StoryName {
  path: string
  headline: string
}

/** Anyone can have any two compared, so less is looked for in a block than for the newsroom. */
const MOST_CHANGES = 1000

const When = ({ site, at }: { site: Site; at: number }) => <time datetime={instant(at)}>{dayAndTime(site, at)}</time>

const Over = ({ story }: { story: StoryName }) => (
  <p class="about" dir="auto">
    <a href={encodeURI(story.path)}>{story.headline}</a>
  </p>
)

/** `versions` the newest first. */
export function renderStoryVersionsPage({
  site,
  story,
  versions,
}: {
  site: Site
  story: StoryName
  versions: readonly PublicVersion[]
}): string {
  const path = `${encodeURI(story.path)}/versions`
  const shown = versions.filter(({ content }) => content !== null).map(({ number }) => number)
  return document({
    site,
    title: `${m.versions} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single versions-page">
        <h1>{m.versions}</h1>
        <Over story={story} />
        <ol class="plain lines">
          {versions.map((version) => (
            <li>
              <strong>{m.version(version.number)}</strong>{' '}
              <span class="meta">
                <When site={site} at={version.at} />
              </span>
              <p>
                {nameOf(version)}
                {version.cause ? <span dir="auto">: {version.cause}</span> : null}
              </p>
              {version.content === null ? <p class="meta">{m.versionWithheld}</p> : null}
              {shown.includes(version.number) && shown.includes(version.number - 1) ? (
                <p>
                  <a href={`${path}/${version.number - 1}/${version.number}`}>{m.whatChanged}</a>
                </p>
              ) : null}
            </li>
          ))}
        </ol>
        <p>
          <a href={`${encodeURI(story.path)}/wrong`} rel="nofollow">
            {wrong.link}
          </a>
        </p>
        {shown.length > 2 ? (
          <form action={`${path}/compare`} class="compare">
            <h2>{m.compareTwo}</h2>
            <Choice name="from" label={m.from} numbers={shown} chosen={shown.at(-1)} />
            <Choice name="to" label={m.to} numbers={shown} chosen={shown[0]} />
            <button type="submit">{m.compare}</button>
          </form>
        ) : null}
      </section>
    ),
  })
}

/** A typo was mended in silence: its version stands here like one of which nothing was said. */
function nameOf({ number, kind }: PublicVersion): string {
  if (number === 1) return m.published
  return kind === null || kind === 'typo' ? m.republished : m.kinds[kind]
}

const Choice = ({
  name,
  label,
  numbers,
  chosen,
}: {
  name: string
  label: string
  numbers: readonly number[]
  chosen: number | undefined
}) => (
  <div>
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {numbers.map((number) => (
        <option value={String(number)} selected={number === chosen}>
          {m.version(number)}
        </option>
      ))}
    </select>
  </div>
)

interface Compared {
  number: number
  at: number
  content: StoryContent
}

export function renderComparedPage({
  site,
  story,
  from,
  to,
}: {
  site: Site
  story: StoryName
  from: Compared
  to: Compared
}): string {
  const [before, after] = [wordsByBlock(from.content), wordsByBlock(to.content)]
  const blocks = [...after.keys(), ...[...before.keys()].filter((block) => !after.has(block))]
  const changed = blocks.filter((block) => before.get(block) !== after.get(block))
  return document({
    site,
    title: `${m.between(from.number, to.number)} · ${site.name}`,
    noIndex: true,
    children: (
      <section class="single versions-page">
        <h1>{m.between(from.number, to.number)}</h1>
        <Over story={story} />
        <p class="meta">
          <When site={site} at={from.at} /> → <When site={site} at={to.at} />
        </p>
        {changed.length === 0 ? (
          <p class="empty">{m.noDifference}</p>
        ) : (
          <p class="meta">{`${m.marked} ${m.unchanged}`}</p>
        )}
        {changed.map((block) => (
          <section class="changed">
            {m.places[block] ? <h2 class="label">{m.places[block]}</h2> : null}
            <Difference from={before.get(block) ?? ''} to={after.get(block) ?? ''} mostChanges={MOST_CHANGES} />
          </section>
        ))}
        <p class="older">
          <a href={`${encodeURI(story.path)}/versions`}>{m.versions}</a>
        </p>
      </section>
    ),
  })
}
