/** What the archive answers, as the pages draw it. */
import type { FoundStatement, NamePage } from '../../../archive/index.ts'
import type { SaidElsewhere, TopicView } from './said-props.ts'
import { capitalized } from './speakers.ts'
import { anchorOf } from './who-says-so.ts'

/** The place of a statement on its story's page. */
export const placeOnSite = ({ story, block }: FoundStatement): string =>
  `${encodeURI(story.path ?? '')}#${anchorOf(block)}`

export function saidElsewhere(found: FoundStatement, href: string): SaidElsewhere {
  const { id, kind, words, quoted, cue, sources, speaker, story } = found
  return {
    id,
    kind,
    words,
    quoted,
    cue,
    sources,
    when: null,
    href,
    speaker: { label: speaker ? (speaker.name ?? capitalized(speaker.text)) : '', path: speaker?.page ?? null },
    story: { headline: story.headline, path: encodeURI(story.path ?? ''), at: story.firstPublishedAt ?? 0 },
  }
}

/**
 * A name's page for readers. The archive tells what was said in order of time;
 * readers begin with the newest story, and read each from its beginning.
 */
export function topicOf({ kind, name, path, roles, stories, statements }: NamePage): TopicView {
  return {
    kind,
    name,
    path,
    roles: roles.map(({ role }) => role),
    statements: newestStoryFirst(statements).map((found) => saidElsewhere(found, placeOnSite(found))),
    stories: stories.map((story) => ({
      headline: story.headline,
      path: encodeURI(story.path ?? ''),
      at: story.firstPublishedAt ?? 0,
    })),
  }
}

function newestStoryFirst(statements: readonly FoundStatement[]): FoundStatement[] {
  const stories = new Map<string, FoundStatement[]>()
  for (const statement of statements) {
    const story = stories.get(statement.story.id)
    if (story) story.push(statement)
    else stories.set(statement.story.id, [statement])
  }
  return [...stories.values()].reverse().flat()
}
