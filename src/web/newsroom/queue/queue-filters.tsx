/** What of the queue is looked at: the bands with their counts, the form, and what is set as chips that can be taken off. */
import { LONGEST_FIELD, MOST_CONSIDERED, type QueueFilter } from '../../../moderation/queue/index.ts'
import { BAND_NAMES } from '../../../store/index.ts'
import { BANDS } from '../kit/bands.tsx'
import { shortCount } from '../kit/counts.ts'
import { Problem } from '../kit/layout.tsx'
import type { QueuePageProps } from '../kit/props.ts'
import { queueAddress } from './queue-items.tsx'

/** In minutes, and in words. */
const WAITS = [
  [30, 'half an hour'],
  [60, 'an hour'],
  [240, '4 hours'],
  [1440, 'a day'],
] as const

type FilterProps = Pick<
  QueuePageProps,
  'site' | 'filter' | 'bands' | 'choices' | 'story' | 'stories' | 'sender' | 'problem'
>

export const Filters = (props: FilterProps) => (
  <section class="filters" aria-label="What is looked at">
    <Bands {...props} />
    <Chips {...props} />
    <details open={props.problem !== undefined}>
      <summary>Filter and search the queue</summary>
      <FilterForm {...props} />
    </details>
  </section>
)

const Bands = ({ filter, bands }: FilterProps) => (
  <ul class="plain band-links">
    {BAND_NAMES.map((band) => {
      const isSet = filter.band === band
      const { band: _, ...rest } = filter
      return (
        <li>
          <a
            href={queueAddress(isSet ? rest : { ...filter, band })}
            class={`band band-${band}`}
            {...(isSet ? { 'aria-current': 'true' as const } : {})}
          >
            <span aria-hidden="true">{BANDS[band].mark}</span> {BANDS[band].words}{' '}
            <span class="count" data-band={band}>
              {shortCount(bands[band])}
            </span>
          </a>
        </li>
      )
    })}
  </ul>
)

/** What is set, in words, by the field that sets it. */
function saidOf({ filter, story, sender, site }: FilterProps): [keyof QueueFilter, string][] {
  const wait = WAITS.find(([minutes]) => minutes === filter.waited)?.[1] ?? `${filter.waited} min`
  const all: [keyof QueueFilter, string][] = [
    ['words', `words: ${filter.words}`],
    ['story', `story: ${story.headline ?? story.typed}`],
    ['author', `name: ${filter.author}`],
    ['from', `same reader or network as ${sender ?? 'an unknown comment'}`],
    ['band', filter.band ? BANDS[filter.band].words : ''],
    ['signal', `signal: ${filter.signal}`],
    ['language', `language: ${filter.language ? languageName(site.language, filter.language) : ''}`],
    ['waited', `waiting longer than ${wait}`],
  ]
  return all.filter(([name]) => filter[name] !== undefined)
}

const Chips = (props: FilterProps) => {
  const said = saidOf(props)
  if (said.length === 0) return null
  return (
    <ul class="plain chips" aria-label="Set filters">
      {said.map(([name, words]) => {
        const { [name]: _, ...rest } = props.filter
        return (
          <li>
            <a href={queueAddress(rest)} class="chip">
              <span class="visually-hidden">Take off </span>
              <bdi>{words}</bdi> <span aria-hidden="true">×</span>
            </a>
          </li>
        )
      })}
      {said.length > 1 ? (
        <li>
          <a href="/newsroom/review" class="chip all">
            Take all off
          </a>
        </li>
      ) : null}
    </ul>
  )
}

const FilterForm = ({ site, filter, choices, story, stories, problem }: FilterProps) => {
  const { band, from } = filter
  const faulty = problem ? ({ 'aria-invalid': 'true', 'aria-describedby': 'filter-problem' } as const) : {}
  return (
    <form method="get" action="/newsroom/review" class="filter-form">
      <Problem sentence={problem} id="filter-problem" />
      {from ? <input type="hidden" name="from" value={from} /> : null}
      {band ? <input type="hidden" name="band" value={band} /> : null}
      <p>
        <label for="q">Words in the comment</label>
        <input id="q" name="q" type="search" value={filter.words ?? ''} maxlength={LONGEST_FIELD} dir="auto" />
        <span class="hint">
          All words, among the newest {MOST_CONSIDERED.toLocaleString('en')} comments that have them.
        </span>
      </p>
      <p>
        <label for="author">Commenter’s name</label>
        <input id="author" name="author" value={filter.author ?? ''} maxlength={LONGEST_FIELD} dir="auto" />
      </p>
      <p>
        <label for="story">Story</label>
        <StoryField typed={story.typed} stories={stories} {...faulty} />
      </p>
      <p>
        <label for="signal">Signal</label>
        <Select
          name="signal"
          value={filter.signal}
          any="Any or none"
          options={choices.signals.map((one) => [one, one])}
        />
      </p>
      <p>
        <label for="language">Language</label>
        <Select
          name="language"
          value={filter.language}
          any="Any"
          options={choices.languages.map((code) => [code, languageName(site.language, code)])}
        />
      </p>
      <p>
        <label for="waited">Waiting longer than</label>
        <Select
          name="waited"
          value={filter.waited === undefined ? undefined : String(filter.waited)}
          any="Any time"
          options={WAITS.map(([minutes, words]) => [String(minutes), words])}
        />
      </p>
      <button type="submit" class="first">
        Show these
      </button>
    </form>
  )
}

interface StoryFieldProps {
  typed: string
  /** Headlines to choose from. */
  stories: readonly string[]
  'aria-invalid'?: 'true'
  'aria-describedby'?: string
}

/** A story is chosen from the list, or named by words of its headline, or by its address. */
export const StoryField = ({ typed, stories, ...state }: StoryFieldProps) => (
  <>
    <input
      id="story"
      name="story"
      list="stories"
      value={typed}
      placeholder="Headline or address"
      autocomplete="off"
      dir="auto"
      {...state}
    />
    <datalist id="stories">
      {[...new Set(stories)].map((headline) => (
        <option value={headline} />
      ))}
    </datalist>
  </>
)

export const NO_STORY = 'No single story fits that. Choose one from the list, or paste its address.'

/** A choice; a value that is set and not offered stays among them, so that the form loses nothing. */
export const Select = ({
  name,
  value,
  any,
  options,
}: {
  name: string
  value: string | undefined
  any: string
  options: readonly (readonly [string, string])[]
}) => (
  <select id={name} name={name}>
    <option value="">{any}</option>
    {value !== undefined && !options.some(([one]) => one === value) ? (
      <option value={value} selected>
        {value}
      </option>
    ) : null}
    {options.map(([one, words]) => (
      <option value={one} selected={one === value}>
        {words}
      </option>
    ))}
  </select>
)

/** "German" for "de"; the code itself where nobody has a name for it. */
function languageName(inLanguage: string, code: string): string {
  try {
    return new Intl.DisplayNames([inLanguage, 'en'], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

/** What is filtered by, in one sentence's words: "likely spam, language: German". */
export const filterInWords = (props: FilterProps): string =>
  saidOf(props)
    .map(([, words]) => words)
    .join(', ')
