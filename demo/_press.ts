/** The stories: written, published over the past weeks, taken off; and the drafts that lie about. */
import { acceptName } from '../src/archive/index.ts'
import { directionOf } from '../src/publication/index.ts'
import {
  createStory,
  emptyContent,
  markupToBody,
  publish,
  type StoryContent,
  setWhoSaysSo,
  unpublish,
} from '../src/story/index.ts'
import { topicsOf } from './_paper.ts'
import { STAFF, type Who } from './_people.ts'
import { DRAFTS, STORIES_IN_OTHER_TONGUES, TAKEN_OFF } from './_stories-in-other-tongues.ts'
import { STORIES_OF_LEISURE } from './_stories-of-leisure.ts'
import { STORIES_OF_THE_TOWN } from './_stories-of-the-town.ts'
import { STORIES_OF_WORK_AND_SCHOOL } from './_stories-of-work-and-school.ts'
import type { TownStory } from './_town-story.ts'
import type { PublishedStory, World } from './_world.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** How the newest came out: the lead, then others, so many hours ago. The rest follow over the weeks before. */
const NEWEST: readonly [headline: string, hoursAgo: number][] = [
  ['Council votes to buy the old boatyard', 7],
  ['Otters are back below the weir', 12],
  ['Phones stay in a pouch', 25],
  ['Town go up', 31],
  ['مكتبة المدينة', 36],
  ['Bins every three weeks', 44],
  ['Besuch aus der Partnerstadt', 52],
  ['Bakery on Cornhill', 58],
]
/** Readers see who says what in these. */
const SHOWING = [
  'Council votes',
  'The footbridge is open',
  'Doctors’ surgery',
  'Who owns the bell',
  'Otters',
  'Sawmill',
  'Rents on',
  'Twenty is plenty',
]
const NAMES = [
  ['person', 'Tom Reddish'],
  ['person', 'Wendell Crow'],
  ['person', 'Ines Calloway'],
  ['person', 'Alan Voss'],
  ['person', 'Gareth Lunt'],
] as const

/** In the order in which they came out, the newest first, each with how many hours ago. */
function inOrder(chance: () => number): { story: TownStory; ago: number }[] {
  const all = [
    ...STORIES_OF_THE_TOWN,
    ...STORIES_OF_WORK_AND_SCHOOL,
    ...STORIES_OF_LEISURE,
    ...STORIES_IN_OTHER_TONGUES,
  ]
  const newest = NEWEST.map(([headline, ago]) => ({ story: all.find((one) => one.headline.startsWith(headline)), ago }))
  const others = all
    .filter((one) => !newest.some(({ story }) => story === one))
    .map((story) => ({ story, place: chance() }))
    .sort((one, other) => one.place - other.place)
  const older = others.map(({ story }, i) => ({ story, ago: 70 + Math.round(i * 29 + chance() * 9) }))
  return [...newest.flatMap(({ story, ago }) => (story ? [{ story, ago }] : [])), ...older]
}

export const contentOf = (story: TownStory, byline: string): StoryContent => {
  const made = markupToBody(story.body, [])
  if ('problem' in made) throw new Error(made.problem)
  const { headline, standfirst = '', dateline = '', language = '', section } = story
  return {
    ...emptyContent,
    headline,
    standfirst,
    dateline,
    language,
    section,
    topics: topicsOf(headline),
    byline,
    body: made.body,
  }
}

/** Plans all of it; the stories that came out stand in the world once the timeline has been played so far. */
export function planPress(world: World, stories: PublishedStory[]): { story: TownStory; place: PublishedStory }[] {
  const { store, timeline, staff, end, chance } = world
  const writers: readonly Who[] = ['reporter', 'second', 'former', 'deputy']
  const writer = (ago: number): Who => {
    const who = writers[Math.floor(chance() * writers.length)] as Who
    return who === 'former' && ago < 400 ? 'reporter' : who
  }
  const told = inOrder(chance).map(({ story, ago }) => {
    const place: PublishedStory = { id: '', publishedAt: end - ago * HOUR, language: story.language ?? 'en', shown: [] }
    stories.push(place)
    const who = story.section === 'Opinion' ? 'reporter' : writer(ago)
    const byline = STAFF[who].byline
    const publisher = chance() < 0.5 ? 'editor' : 'deputy'
    timeline.at(place.publishedAt - 3 * HOUR, async (now) => {
      const content = contentOf(story, directionOf(place.language) === 'rtl' ? STAFF[who].name : byline)
      place.id = await createStory(store, { content, by: staff[who], commentsOpen: true }, now)
    })
    timeline.at(place.publishedAt, async (now) => {
      if (SHOWING.some((start) => story.headline.startsWith(start)))
        await setWhoSaysSo(store, place.id, true, staff.editor, now)
      await published(world, place.id, publisher, now + 1)
    })
    return { story, place }
  })

  timeline.at(end - 5 * DAY, async (now) => {
    for (const [kind, name] of NAMES) {
      const accepted = await acceptName(store, { kind, name, by: staff.deputy }, now)
      if ('problem' in accepted) throw new Error(accepted.problem)
    }
  })
  planUnpublished(world)
  return told
}

function planUnpublished({ store, timeline, staff, end }: World): void {
  let id = ''
  timeline.at(end - 9 * DAY, async (now) => {
    const content = contentOf(TAKEN_OFF, STAFF.second.byline)
    id = await createStory(store, { content, by: staff.second, commentsOpen: true }, now)
    const result = await publish(store, { id, by: staff.second }, now)
    if ('problem' in result) throw new Error(result.problem)
  })
  timeline.at(end - 9 * DAY + 5 * HOUR, (now) => unpublish(store, id, staff.editor, now))
  for (const [i, draft] of DRAFTS.entries()) {
    const who = i % 2 === 0 ? 'reporter' : 'second'
    timeline.at(end - (i + 1) * 3 * HOUR, async (now) => {
      await createStory(
        store,
        { content: contentOf(draft, STAFF[who].byline), by: staff[who], commentsOpen: true },
        now,
      )
    })
  }
}

async function published({ store, staff }: World, id: string, by: Who, now: number): Promise<void> {
  const result = await publish(store, { id, by: staff[by] }, now)
  if ('problem' in result) throw new Error(result.problem)
}
