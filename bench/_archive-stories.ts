/** Stories of a site as it is after years: rows like those of one real story, each under a section, topics and an author. */
import { newId } from '../src/store/index.ts'

type Row = Record<string, unknown>

/** What a published story wrote into each table, taken out again. */
export interface StoryPattern {
  story: Row
  version: Row
  listed: Row
  /** The rows of its section and its topics, at least one of each. */
  terms: readonly Row[]
}

const SECTIONS = 8
const TOPICS = 200
const AUTHORS = 40
const NAMES = {
  section: (i: number) => `Section ${i % SECTIONS}`,
  topic: (i: number) => `Topic ${i % TOPICS}`,
  author: (i: number) => `Reporter ${i % AUTHORS}`,
} as const
type Kind = keyof typeof NAMES

/** All sections and topics, with the names by which stories mean them. */
export function termRows(pattern: StoryPattern): { terms: Row[]; term_keys: Row[] } {
  const terms: Row[] = []
  const term_keys: Row[] = []
  for (const [kind, count] of [
    ['section', SECTIONS],
    ['topic', TOPICS],
  ] as const) {
    const like = pattern.terms.find((term) => term.kind === kind)
    for (let i = 0; i < count; i++) {
      const [id, name] = [newId(0), NAMES[kind](i)]
      terms.push({ ...like, id, name, slug: name.toLowerCase().replace(' ', '-'), place: i + 10 })
      term_keys.push({ kind, key: name.toLowerCase(), term_id: id, spelling: name })
    }
  }
  return { terms, term_keys }
}

/** The `i`-th story, first published at `at`: its id, its path, and its rows by table. */
export function storyRows(
  pattern: StoryPattern,
  i: number,
  at: number,
): { id: string; path: string; rows: Record<string, Row[]> } {
  const id = newId(at)
  const day = new Date(at).toISOString()
  const path = `/${day.slice(0, 4)}/${day.slice(5, 7)}/story-${i}`
  const [section, byline] = [NAMES.section(i), `By ${NAMES.author(i)}`]
  const topics = [NAMES.topic(i), NAMES.topic(i * 7 + 1)]
  const headline = `The harbour board votes for the ${i}th time`
  const said = (json: unknown) => JSON.stringify({ ...JSON.parse(json as string), headline, section, byline, topics })
  const term = (kind: Kind, name: string, place = 0): Row => ({
    story_id: id,
    kind,
    key: name.toLowerCase(),
    name,
    place,
    published_at: at,
  })
  return {
    id,
    path,
    rows: {
      stories: [
        {
          ...pattern.story,
          ...{ id, path, draft_json: said(pattern.story.draft_json) },
          ...{ first_published_at: at, published_at: at, created_at: at },
        },
      ],
      story_versions: [
        { ...pattern.version, story_id: id, published_at: at, content_json: said(pattern.version.content_json) },
      ],
      listed_stories: [
        {
          ...pattern.listed,
          ...{ story_id: id, path, headline, byline, section, section_key: section.toLowerCase() },
          ...{ published_at: at, changed_at: at },
        },
      ],
      story_terms: [
        term('section', section),
        ...topics.map((topic, place) => term('topic', topic, place)),
        term('author', NAMES.author(i)),
      ],
    },
  }
}
