/** What readers said is wrong and nobody has answered: tickets on one sentence as one, the longest open first. */
import { type CorrectionNotice, readNotices } from '../corrections/index.ts'
import type { Database } from '../store/index.ts'
import {
  type PublishedStory,
  readPublishedByIds,
  readStoryLines,
  readVersionContent,
  type StoryContent,
} from '../story/index.ts'
import { type ShownPassage, showPlace } from './place.ts'

export interface OpenTicket {
  id: string
  words: string
  source: string
  mail: string | null
  /** Milliseconds since the epoch. */
  at: number
}

/** Tickets on one sentence. */
export interface TicketGroup {
  story: { id: string; path: string | null; headline: string }
  /** The version that the first of them was written under. */
  version: number
  /** The words as they were copied; empty where none were. */
  quote: string
  /** Whether those were found in the story. */
  found: boolean
  /** The passage as it stood then; null where the words were not found. */
  asItWas: ShownPassage | null
  /** As it stands now; null where it is gone, or the story is not on the site. */
  asItIs: ShownPassage | null
  /** What was done since that may answer them; null where nothing was. */
  corrected: { version: number; cause: string; at: number } | null
  /** Oldest first. */
  tickets: OpenTicket[]
}

/** Those that nobody has answered. */
export const openTickets = (db: Database) => db.selectFrom('tickets').where('answer_id', 'is', null)

/** More open ones than these are not put together by sentence. */
const MOST_GROUPED = 2000

/** How many are open; of those that have waited since a time, where one is given (in milliseconds since the epoch). */
export async function countOpenTickets(
  db: Database,
  until?: number,
): Promise<{ count: number; newest: number | null }> {
  let query = openTickets(db)
  if (until !== undefined) query = query.where('received_at', '<=', until)
  const row = await query
    .select((t) => [t.fn.countAll().as('count'), t.fn.max('received_at').as('newest')])
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), newest: row.newest === null ? null : Number(row.newest) }
}

/** The first `limit` sentences, the longest open first; of one story, where that is given. */
export async function readOpenTickets(
  db: Database,
  { limit, storyId }: { limit: number; storyId?: string },
): Promise<TicketGroup[]> {
  let query = openTickets(db).selectAll()
  if (storyId !== undefined) query = query.where('story_id', '=', storyId)
  const rows = await query.orderBy('received_at').orderBy('id').limit(MOST_GROUPED).execute()
  const bySentence = new Map<string, Row[]>()
  for (const row of rows) bySentence.set(sentenceOf(row), [...(bySentence.get(sentenceOf(row)) ?? []), row])
  const groups = [...bySentence.values()].slice(0, limit)
  const storyIds = [...new Set(groups.map(([first]) => first?.story_id ?? ''))]
  const [stories, lines] = await Promise.all([readPublishedByIds(db, storyIds), readStoryLines(db, storyIds)])
  const published = new Map(stories.map((story) => [story.id, story]))
  const notices = await readNotices(db, stories)
  return Promise.all(
    groups.map(async (group) => {
      const first = group[0] as Row
      const story = published.get(first.story_id) ?? null
      const line = lines.get(first.story_id)
      const content =
        story?.version === first.version
          ? story.content
          : await readVersionContent(db, { storyId: first.story_id, number: first.version })
      return {
        story: { id: first.story_id, path: line?.path ?? null, headline: line?.headline ?? '' },
        version: first.version,
        ...placesOf(first, { content, story }),
        corrected: correctedSince(first, { content, story, notices: notices.get(first.story_id) ?? [] }),
        tickets: group.map(({ id, words, source, mail, received_at: at }) => ({ id, words, source, mail, at })),
      }
    }),
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof selectOpen>['execute']>>[number]
const selectOpen = (db: Database) => openTickets(db).selectAll()

/** What tickets on one sentence have in common; those whose words were not found, only the same words. */
function sentenceOf({ id, story_id, block_id, sentence, exact }: Row): string {
  if (block_id !== null) return JSON.stringify([story_id, block_id, sentence])
  return exact === '' ? id : JSON.stringify([story_id, null, exact])
}

interface Around {
  /** The version they were written under; null where it can't be told. */
  content: StoryContent | null
  /** As readers see it now; null where they don't. */
  story: PublishedStory | null
}

function placesOf(row: Row, { content, story }: Around): Pick<TicketGroup, 'quote' | 'found' | 'asItWas' | 'asItIs'> {
  const place = { blockId: row.block_id, exact: row.exact, prefix: row.prefix }
  return {
    quote: row.exact,
    found: row.block_id !== null,
    asItWas: content && showPlace(content, place),
    asItIs: story && showPlace(story.content, place),
  }
}

/** The newest notice since that is about the passage, else the newest correction; else the version that has the passage otherwise. */
function correctedSince(
  row: Row,
  { content, story, notices }: Around & { notices: readonly CorrectionNotice[] },
): TicketGroup['corrected'] {
  if (!story || story.version <= row.version) return null
  const since = notices.filter(({ version }) => version > row.version)
  const notice =
    since.find(({ changes }) => changes.some(({ block }) => block === row.block_id)) ??
    since.find(({ kind }) => kind !== 'update')
  if (notice) return { version: notice.version, cause: notice.cause, at: notice.at }
  const { asItWas, asItIs } = placesOf(row, { content, story })
  const isSame = asItWas && asItIs && textOf(asItWas) === textOf(asItIs)
  return row.block_id === null || isSame ? null : { version: story.version, cause: '', at: story.updatedAt }
}

const textOf = ({ before, marked, after }: ShownPassage): string => before + marked + after
