/** What of the queue is looked at: the bands with their counts, the form, and what is set as chips that can be taken off. */
import { queueMessages as m } from '../../../messages/index.ts'
import { LONGEST_FIELD, MOST_CONSIDERED, type QueueFilter } from '../../../moderation/queue/index.ts'
import { BAND_NAMES } from '../../../store/index.ts'
import { BANDS } from '../kit/bands.tsx'
import { shortCount } from '../kit/counts.ts'
import { Problem } from '../kit/layout.tsx'
import type { QueuePageProps } from '../kit/props.ts'
import { queueAddress } from './queue-items.tsx'

/** In minutes. */
const WAITS = [30, 60, 240, 1440]

type FilterProps = Pick<
  QueuePageProps,
  'site' | 'filter' | 'bands' | 'choices' | 'story' | 'stories' | 'sender' | 'problem'
>

export const Filters = (props: FilterProps) => (
  <section class="filters" aria-label={m.filters}>
    <Bands {...props} />
    <Chips {...props} />
    <details open={props.problem !== undefined}>
      <summary>{m.openFilters}</summary>
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
  const all: [keyof QueueFilter, string][] = [
    ['words', m.filterSet.words(filter.words ?? '')],
    ['story', m.filterSet.story(story.headline ?? story.typed)],
    ['author', m.filterSet.author(filter.author ?? '')],
    ['from', m.filterSet.from(sender)],
    ['band', filter.band ? BANDS[filter.band].words : ''],
    ['signal', m.filterSet.signal(filter.signal ?? '')],
    ['language', m.filterSet.language(filter.language ? languageName(site.language, filter.language) : '')],
    ['waited', m.filterSet.waited(filter.waited ?? 0)],
  ]
  return all.filter(([name]) => filter[name] !== undefined)
}

const Chips = (props: FilterProps) => {
  const said = saidOf(props)
  if (said.length === 0) return null
  return (
    <ul class="plain chips" aria-label={m.filtersSet}>
      {said.map(([name, words]) => {
        const { [name]: _, ...rest } = props.filter
        return (
          <li>
            <a href={queueAddress(rest)} class="chip">
              <span class="visually-hidden">{m.removeFilter} </span>
              <bdi>{words}</bdi> <span aria-hidden="true">×</span>
            </a>
          </li>
        )
      })}
      {said.length > 1 ? (
        <li>
          <a href="/newsroom/review" class="chip all">
            {m.clearAll}
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
        <label for="q">{m.words}</label>
        <input id="q" name="q" type="search" value={filter.words ?? ''} maxlength={LONGEST_FIELD} dir="auto" />
        <span class="hint">{m.wordsHint(MOST_CONSIDERED)}</span>
      </p>
      <p>
        <label for="author">{m.commenter}</label>
        <input id="author" name="author" value={filter.author ?? ''} maxlength={LONGEST_FIELD} dir="auto" />
      </p>
      <p>
        <label for="story">{m.story}</label>
        <StoryField typed={story.typed} stories={stories} {...faulty} />
      </p>
      <p>
        <label for="signal">{m.signal}</label>
        <Select
          name="signal"
          value={filter.signal}
          any={m.anySignal}
          options={choices.signals.map((one) => [one, one])}
        />
      </p>
      <p>
        <label for="language">{m.language}</label>
        <Select
          name="language"
          value={filter.language}
          any={m.any}
          options={choices.languages.map((code) => [code, languageName(site.language, code)])}
        />
      </p>
      <p>
        <label for="waited">{m.waited}</label>
        <Select
          name="waited"
          value={filter.waited === undefined ? undefined : String(filter.waited)}
          any={m.anyTime}
          options={WAITS.map((minutes) => [String(minutes), m.waitedFor(minutes)])}
        />
      </p>
      <button type="submit" class="first">
        {m.applyFilters}
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
      placeholder={m.storyHint}
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

/** What is filtered by: "likely spam", "language: German". */
export const filterInWords = (props: FilterProps): string[] => saidOf(props).map(([, words]) => words)
