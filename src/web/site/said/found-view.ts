/** What the archive answers, as the pages draw it. */
import type { FoundStatement, KeptReading, NamePage, NameStory } from '../../../archive/index.ts'
import type { Portrait, SaidElsewhere, SaidInStory, StoryLine, TopicView } from './said-props.ts'
import { capitalized } from './speakers.ts'
import { textDirective } from './text-directive.ts'
import { anchorOf, whoSaysSo } from './who-says-so.ts'

/** The place of a statement on its story's page: its paragraph, and its first words there. */
export const placeOnSite = ({ story, block, words }: FoundStatement): string =>
  `${encodeURI(story.path ?? '')}#${anchorOf(block)}${textDirective(words.split(' … ')[0] ?? '')}`

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
    story: lineOf(story),
  }
}

const lineOf = (story: Pick<NameStory, 'headline' | 'path' | 'firstPublishedAt'>): StoryLine => ({
  headline: story.headline,
  path: encodeURI(story.path ?? ''),
  at: story.firstPublishedAt ?? 0,
})

/** Ids of the stories in which a name speaks, the newest first: the archive tells what was said in order of time. */
export const storiesSpokenIn = ({ statements }: Pick<NamePage, 'statements'>): string[] =>
  [...new Set(statements.map(({ story }) => story.id))].reverse()

/** A name's page for readers; `readings`: those of the stories whose sentences stand on it, in the order that they have there. */
export function topicOf(
  page: NamePage,
  { readings, portrait }: { readings: readonly KeptReading[]; portrait: Portrait | null },
): TopicView {
  const { kind, name, path, roles, stories, statements } = page
  return {
    kind,
    name,
    path,
    portrait,
    roles: roles.map(({ role, stories: count, first, last }) => ({
      role,
      stories: count,
      first: first ?? 0,
      last: last ?? 0,
    })),
    said: readings.flatMap((reading) => saidIn(reading, statements)),
    times: statements.map(({ story }) => story.firstPublishedAt ?? 0),
    stories: stories.map(lineOf),
  }
}

/** The sentences of one story that hold any of these statements. */
function saidIn(kept: KeptReading, statements: readonly FoundStatement[]): SaidInStory[] {
  const own = statements.filter(({ story }) => story.id === kept.storyId)
  const [first] = own
  if (!first) return []
  const ids = new Set(own.map(({ id }) => id))
  const story = lineOf(first.story)
  const { speakers } = whoSaysSo({ ...kept, pageOf: () => null })
  const sentences = speakers
    .flatMap((speaker) => speaker.sentences)
    .filter((sentence) => sentence.statements.some(({ id }) => ids.has(id)))
    .map((sentence) => ({ ...sentence, href: story.path + sentence.href }))
  return sentences.length > 0 ? [{ story, sentences }] : []
}
