/**
 * Which story stands where on a front: one leads, some stand beside and below it, each section with enough of them has
 * a band, and all others are lines under "Latest". Each stands once. Why so: docs/decisions/041.
 */
import { MOST_PINS } from '../../../front/index.ts'
import type { Term } from '../../../paper/index.ts'

/** What a story's place depends on. */
export interface Placeable {
  id: string
  /** When it first came out, in milliseconds since the epoch. */
  firstPublishedAt: number
  /** The id of its section; null where it has none. */
  section: string | null
  tone: Term['tone']
  hasPicture: boolean
  hasStandfirst: boolean
}

export interface Composition<T> {
  /** Null where there is no story. */
  lead: T | null
  /** As many as fill their rows: see SECONDS. */
  seconds: T[]
  /** Three to five stories each; the first stands large. */
  bands: { section: string; stories: T[] }[]
  /** The newest first; never one alone beside bands. */
  latest: T[]
}

/** How many stand below the lead, by how many stories there are: so many that a row is full, and none is left alone under "Latest". */
const SECONDS = [0, 0, 1, 2, 3, 4, 5, 4, 5]
const [SMALLEST_BAND, LARGEST_BAND] = [3, 5]
const DAY = 24 * 60 * 60 * 1000

/**
 * `stories`: the newest first. `pinned`: ids in the order in which they are to stand; those that are no stories here
 * fall away. `sections`: their ids in the order of their bands.
 */
export function composeFront<T extends Placeable>({
  stories,
  pinned = [],
  sections = [],
}: {
  stories: readonly T[]
  pinned?: readonly string[]
  sections?: readonly string[]
}): Composition<T> {
  const known = new Map(stories.map((story) => [story.id, story]))
  const pins = pinned.flatMap((id) => known.get(id) ?? []).slice(0, MOST_PINS)
  const lead = pins[0] ?? leadOf(stories)
  if (!lead) return { lead: null, seconds: [], bands: [], latest: [] }
  const places = SECONDS[Math.min(stories.length, SECONDS.length - 1)] ?? 0
  const others = without(stories, [lead, ...pins])
  const kept = pins.slice(1, 1 + places)
  const seconds = [...kept, ...secondsOf(others, places - kept.length)]
  const rest = without(stories, [lead, ...seconds])
  return { lead, seconds, ...inBands(rest, sections) }
}

const without = <T>(stories: readonly T[], taken: readonly T[]): T[] => {
  const gone = new Set(taken)
  return stories.filter((story) => !gone.has(story))
}

/** News before opinion, then what has a picture, then what has a standfirst. */
const weightOf = ({ tone, hasPicture, hasStandfirst }: Placeable): number =>
  (tone === 'opinion' ? 0 : 4) + (hasPicture ? 2 : 0) + (hasStandfirst ? 1 : 0)

/** Of the day that ends with the newest story, the newest of the weightiest: so a notice does not push the flood off the top. */
function leadOf<T extends Placeable>(stories: readonly T[]): T | undefined {
  const since = (stories[0]?.firstPublishedAt ?? 0) - DAY
  const ofTheDay = stories.filter(({ firstPublishedAt }) => firstPublishedAt > since)
  return ofTheDay.reduce<T | undefined>(
    (best, story) => (best && weightOf(best) >= weightOf(story) ? best : story),
    undefined,
  )
}

/** Of the newest, twice as many as there are places: those with a picture first, the newest of them first. */
const secondsOf = <T extends Placeable>(stories: readonly T[], places: number): T[] =>
  picturesFirst(stories.slice(0, 2 * places)).slice(0, places)

function inBands<T extends Placeable>(
  rest: readonly T[],
  sections: readonly string[],
): Pick<Composition<T>, 'bands' | 'latest'> {
  const bySection = new Map<string, T[]>()
  for (const story of rest) {
    if (story.section === null) continue
    const there = bySection.get(story.section)
    if (there) there.push(story)
    else bySection.set(story.section, [story])
  }
  const bands = sections.flatMap((section) => {
    const stories = (bySection.get(section) ?? []).slice(0, LARGEST_BAND)
    return stories.length < SMALLEST_BAND ? [] : [{ section, stories }]
  })
  const latestOf = () =>
    without(
      rest,
      bands.flatMap(({ stories }) => stories),
    )
  // One line alone would be no list: a band that can spare a story lends it one, or else the last gives up its own.
  if (latestOf().length === 1) {
    const rich = bands.findLast(({ stories }) => stories.length > SMALLEST_BAND)
    if (rich) rich.stories.pop()
    else bands.pop()
  }
  return {
    bands: bands.map(({ section, stories }) => ({ section, stories: picturesFirst(stories) })),
    latest: latestOf(),
  }
}

/** So that one stands large and rows are of one height: those with a picture, the newest of them first, then the others. */
const picturesFirst = <T extends Placeable>(stories: readonly T[]): T[] => [
  ...stories.filter(({ hasPicture }) => hasPicture),
  ...stories.filter(({ hasPicture }) => !hasPicture),
]
