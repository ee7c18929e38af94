/** The list of stories: a form that asks by its address, the rows, and what can be done to several at once. */
import {
  storyListMessages as m,
  schedulingMessages,
  standingMessages,
  storiesMessages,
} from '../../../messages/index.ts'
import { may, type Person } from '../../../people/index.ts'
import { STATES } from '../../../workflow/index.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import { shortCount } from '../kit/counts.ts'
import { ago } from '../kit/layout.tsx'
import type { Frame } from '../kit/props.ts'
import { fieldsOfSearch, isFiltered, LONGEST_WORDS, listAddress } from './list-ask.ts'
import { stateInWords } from './story-standing.tsx'
import type { StoryListProps } from './workflow-props.ts'

export const StoryList = ({ frame, list }: { frame: Frame; list: StoryListProps }) => {
  const { search, stories, count, page, pages } = list
  const filtered = isFiltered(search)
  const { person } = frame
  const isEmpty = count === 0 && !filtered
  return (
    <>
      {isEmpty ? null : <SearchForm {...list} me={person.id} />}
      <p class="meta list-count">
        <span>{filtered ? m.countFound(count) : m.count(count)}</span>
        {filtered ? <a href="/newsroom/stories">{m.reset}</a> : null}
        {may(person, 'write') ? <a href="/newsroom/trash">{m.trash(list.trash)}</a> : null}
      </p>
      {count === 0 ? (
        <p class="empty">{filtered ? m.nothing : storiesMessages.empty}</p>
      ) : (
        <form method="post" action="/newsroom/chosen" class="story-list">
          {Object.entries(fieldsOfSearch(search)).map(([name, value]) => (
            <input type="hidden" name={`list-${name}`} value={value} />
          ))}
          <ol class="plain">
            {stories.map((story) => (
              <Row frame={frame} story={story} />
            ))}
          </ol>
          {may(person, 'write') || may(person, 'publish') ? <Acts person={person} sections={list.sections} /> : null}
        </form>
      )}
      {pages > 1 ? (
        <nav class="acts list-pages" aria-label={m.pages}>
          {page > 1 ? <a href={listAddress({ ...search, page: page - 1 })}>{m.newer}</a> : null}
          <span class="meta">{m.pageOf(page, pages)}</span>
          {page < pages ? <a href={listAddress({ ...search, page: page + 1 })}>{m.older}</a> : null}
        </nav>
      ) : null}
    </>
  )
}

const Row = ({ frame, story }: { frame: Frame; story: StoryListProps['stories'][number] }) => {
  const { site, now, person, moreWaiting } = frame
  const headline = story.headline || storiesMessages.noHeadline
  const choosable = may(person, 'write') || may(person, 'publish')
  return (
    <li class={choosable ? 'choosable' : undefined}>
      {choosable ? (
        <label class="choose">
          <input type="checkbox" name="story" value={`${story.id}.${story.number}`} />
          <span class="visually-hidden">{m.choose(headline)}</span>
        </label>
      ) : null}
      <div class="what">
        <h2 dir="auto">
          <a href={`/newsroom/stories/${story.id}`}>{headline}</a>
        </h2>
        <p class="meta">
          {story.section ? <span dir="auto">{story.section}</span> : null}
          <bdi>{story.writer ?? (story.byline || m.commandLine)}</bdi>
          <span>{m.changed(ago(now, story.changedAt))}</span>
          {story.path ? <a href={story.path}>{storiesMessages.viewOnSite}</a> : null}
          {story.comments > 0 ? <span>{storiesMessages.comments(story.comments)}</span> : null}
          {story.held > 0 ? (
            <span class="held">{storiesMessages.waiting(shortCount({ count: story.held, more: moreWaiting }))}</span>
          ) : null}
        </p>
      </div>
      <p class={`label state-${story.state}`}>
        <span>{stateInWords(story)}</span>
        {story.goesOut === null ? null : (
          <span class="goes-out">{schedulingMessages.scheduled(dayAndTime(site, story.goesOut))}</span>
        )}
        {story.path && story.publishedAt !== null ? (
          <span class="out-since">
            {m.published(<time datetime={instant(story.publishedAt)}>{dayAndTime(site, story.publishedAt)}</time>)}
          </span>
        ) : null}
      </p>
    </li>
  )
}

const SearchForm = ({ search, sections, writers, me }: StoryListProps & { me: string }) => (
  <form method="get" action="/newsroom/stories" class="list-search" aria-label={m.search}>
    <Field id="list-words" label={m.words} wide>
      <input id="list-words" name="q" type="search" value={search.words} maxlength={LONGEST_WORDS} dir="auto" />
    </Field>
    <Field id="list-state" label={m.state}>
      <select id="list-state" name="state">
        <option value="">{m.anyState}</option>
        {STATES.map((state) => (
          <option value={state} selected={search.state === state}>
            {standingMessages.states[state]}
          </option>
        ))}
      </select>
    </Field>
    {sections.length > 0 || search.section !== '' ? (
      <Field id="list-section" label={m.section}>
        <select id="list-section" name="section">
          <option value="">{m.anySection}</option>
          {[...new Set([...sections, ...(search.section === '' ? [] : [search.section])])].map((name) => (
            <option value={name} selected={search.section === name}>
              {name}
            </option>
          ))}
        </select>
      </Field>
    ) : null}
    <Field id="list-writer" label={m.writer}>
      <select id="list-writer" name="writer">
        <option value="">{m.anyWriter}</option>
        <option value={me} selected={search.writer === me}>
          {m.mine}
        </option>
        {writers
          .filter(({ id }) => id !== me)
          .map(({ id, name }) => (
            <option value={id} selected={search.writer === id}>
              {name}
            </option>
          ))}
      </select>
    </Field>
    <Field id="list-sort" label={m.sort}>
      <select id="list-sort" name="sort">
        {(['changed', 'published'] as const).map((sort) => (
          <option value={sort} selected={search.sort === sort}>
            {m.sorts[sort]}
          </option>
        ))}
      </select>
    </Field>
    <label class="check">
      <input type="checkbox" name="scheduled" value="1" checked={search.scheduled} /> {m.scheduled}
    </label>
    <button type="submit">{m.show}</button>
  </form>
)

const Field = ({
  id,
  label,
  wide,
  children,
}: {
  id: string
  label: string
  wide?: true
  children?: import('hono/jsx').Child
}) => (
  <div class={wide ? 'widest' : undefined}>
    <label for={id}>{label}</label>
    {children}
  </div>
)

/** What a person may do to some stories at all; of each one it is asked again. */
const Acts = ({ person, sections }: { person: Person; sections: readonly string[] }) => (
  <fieldset class="chosen">
    <legend>{m.chosen}</legend>
    <div class="acts">
      {may(person, 'write') ? <ActButton act="ready" /> : null}
      {may(person, 'publish') ? <ActButton act="checked" /> : null}
      {may(person, 'publish') ? <ActButton act="off" /> : null}
      {may(person, 'write') ? <ActButton act="trash" /> : null}
      {may(person, 'write') && sections.length > 0 ? (
        <span class="into">
          <ActButton act="section" />
          <select name="section" aria-label={m.intoSection}>
            <option value="">…</option>
            {sections.map((name) => (
              <option value={name}>{name}</option>
            ))}
          </select>
        </span>
      ) : null}
    </div>
  </fieldset>
)

const ActButton = ({ act }: { act: keyof typeof m.acts }) => (
  <button type="submit" name="act" value={act}>
    {m.acts[act]}
  </button>
)
