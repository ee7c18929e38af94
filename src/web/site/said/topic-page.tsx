/** A name that an editor has accepted: what it said and when, and the stories; and the list of all names of a kind. */
import { saidMessages as m } from '../../../messages/index.ts'
import type { NameKind } from '../../../reading/index.ts'
import { instant, month, shortDay } from '../kit/format.ts'
import { document, jsonLd } from '../kit/layout.tsx'
import type { Site } from '../kit/props.ts'
import { PortraitImage } from './portrait.tsx'
import { thing } from './said-data.ts'
import { SentenceList } from './said-panel.tsx'
import { FOLDERS, KINDS, type SaidElsewhere, type TopicView } from './said-props.ts'
import { Said } from './said-view.tsx'
import { Timeline } from './timeline.tsx'

/** More than these tell nobody more. */
const ROLES = 6

export interface TopicPageProps {
  site: Site
  topic: TopicView
  /** Whether more was said than stands here: the search has it. */
  hasOlder?: boolean
}

export function renderTopicPage({ site, topic, hasOlder = false }: TopicPageProps): string {
  const { kind, name, path, portrait, said, times, stories } = topic
  return document({
    site,
    title: `${name} · ${site.name}`,
    description: m.description(name, times.length, stories.length),
    path: encodeURI(path),
    head: jsonLd({
      '@context': 'https://schema.org',
      '@type': 'CollectionPage',
      name,
      url: site.url + encodeURI(path),
      about: { ...thing(kind, name, path, site.url), ...(portrait ? { image: site.url + portrait.src } : {}) },
    }),
    children: (
      <article class="topic">
        <header class={portrait ? 'with-portrait' : undefined}>
          {portrait ? (
            <figure>
              <PortraitImage portrait={portrait} sizes="11rem" />
              {portrait.credit ? (
                <figcaption>
                  <span class="credit">{portrait.credit}</span>
                </figcaption>
              ) : null}
            </figure>
          ) : null}
          <div>
            <p class="label spot">
              <a href={`/${FOLDERS[kind]}`}>{m.plurals[kind]}</a>
            </p>
            <h1>{name}</h1>
            <Roles site={site} topic={topic} />
          </div>
        </header>
        <Timeline site={site} name={name} times={times} />
        <div class="topic-columns">
          <section class="said" aria-labelledby="said">
            <h2 id="said">{m.whatSaid[kind]}</h2>
            {said.length === 0 ? <p class="empty">{m.saidNothing(name)}</p> : null}
            {said.map(({ story, sentences }) => (
              <section class="said-in">
                <h3>
                  <a href={story.path} dir="auto">
                    {story.headline}
                  </a>{' '}
                  <time class="meta" datetime={instant(story.at)}>
                    {shortDay(site, story.at)}
                  </time>
                </h3>
                <SentenceList site={site} sentences={sentences} />
              </section>
            ))}
            {said.length > 0 ? (
              <p class="meta elsewhere">
                <a href={`/said?${new URLSearchParams({ speaker: name })}`}>
                  {hasOlder ? m.searchOlder : m.searchThese}
                </a>
              </p>
            ) : null}
          </section>
          <section aria-labelledby="stories">
            <h2 id="stories">{m.stories}</h2>
            {stories.length === 0 ? <p class="empty">{m.inNoStory(name)}</p> : null}
            <ol class="plain lines">
              {stories.map((story) => (
                <li>
                  <a href={story.path}>{story.headline}</a>{' '}
                  <time class="meta" datetime={instant(story.at)}>
                    {shortDay(site, story.at)}
                  </time>
                </li>
              ))}
            </ol>
          </section>
        </div>
      </article>
    ),
  })
}

/** Who they are by what stories call them, and from when to when. */
const Roles = ({ site, topic: { roles } }: { site: Site; topic: TopicView }) =>
  roles.length > 0 ? (
    <ul class="plain roles">
      {roles.slice(0, ROLES).map(({ role, stories, first, last }) => {
        const [from, to] = [month(site, first), month(site, last)]
        return (
          <li>
            <span>{role}</span> <span class="meta">{m.roleIn(from === to ? from : m.fromTo(from, to), stories)}</span>
          </li>
        )
      })}
    </ul>
  ) : null

/** Statements away from their stories: each says which story it is from, and its day. */
export const SaidList = ({
  site,
  statements,
  withSpeaker = false,
}: {
  site: Site
  statements: readonly SaidElsewhere[]
  withSpeaker?: boolean
}) => (
  <ol class="plain statements">
    {statements.map((said) => (
      <li>
        {withSpeaker ? (
          <p class="speaker">
            {said.speaker.path ? (
              <a href={said.speaker.path}>{said.speaker.label}</a>
            ) : (
              said.speaker.label || m.nobodyNamed
            )}
          </p>
        ) : null}
        <Said site={site} said={said}>
          <span dir="auto">{said.story.headline}</span>,{' '}
          <time datetime={instant(said.story.at)}>{shortDay(site, said.story.at)}</time>
        </Said>
      </li>
    ))}
  </ol>
)

export const renderTopicsPage = ({
  site,
  kind,
  topics,
}: {
  site: Site
  kind: NameKind
  topics: readonly { name: string; path: string }[]
}): string =>
  document({
    site,
    title: `${m.plurals[kind]} · ${site.name}`,
    path: `/${FOLDERS[kind]}`,
    children: (
      <section class="archive topics">
        <h1>{m.plurals[kind]}</h1>
        <Kinds here={kind} />
        {topics.length === 0 ? <p class="empty">{m.noNames}</p> : null}
        <ul class="plain lines">
          {topics.map(({ name, path }) => (
            <li>
              <a href={path}>{name}</a>
            </li>
          ))}
        </ul>
      </section>
    ),
  })

/** From each list of names to the others, and to the search and back. */
export const Kinds = ({ here }: { here: NameKind | 'search' }) => (
  <nav class="kinds" aria-label={m.names}>
    {KINDS.map((kind) => (
      <a href={`/${FOLDERS[kind]}`} {...(kind === here ? { 'aria-current': 'page' as const } : {})}>
        {m.plurals[kind]}
      </a>
    ))}
    <a href="/said" {...(here === 'search' ? { 'aria-current': 'page' as const } : {})}>
      {m.whoSaidWhat}
    </a>
  </nav>
)
