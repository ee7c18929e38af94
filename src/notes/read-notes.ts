/** A story's notes, each with where its words are now, and who is mentioned in them. */
import { readWordsAt } from '../drafting/index.ts'
import type { Database } from '../store/index.ts'
import type { Draft } from '../story/index.ts'
import { notedLines } from './lines.ts'
import { findInPlace, findPassage, type Passage, type Quote } from './passage.ts'

export interface NoteLine {
  id: string
  by: string
  /** Milliseconds since the epoch. */
  at: number
  /** With colleagues as @ and an id; `mentionPieces` takes it apart. Empty once it is deleted. */
  words: string
  /** When it was last changed by who wrote it. */
  changedAt: number | null
  isDeleted: boolean
}

export interface Note {
  id: string
  quote: Quote
  /** Where its words are now; null where they are gone, and for what is done, which is not looked for. */
  passage: Passage | null
  by: string
  at: number
  done: { by: string | null; at: number } | null
  /** The note itself, then the answers to it, oldest first. */
  lines: NoteLine[]
}

/** So many of a story are shown; none has as many. */
const MOST_NOTES = 500

/** A story's notes, oldest first, with where the words of the open ones are in this draft. */
export async function readNotes(db: Database, draft: Pick<Draft, 'id' | 'content'>): Promise<Note[]> {
  const rows = await db
    .selectFrom('notes')
    .selectAll()
    .where('story_id', '=', draft.id)
    .orderBy('at')
    .orderBy('id')
    .limit(MOST_NOTES)
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const lines = await db
    .selectFrom('note_lines')
    .selectAll()
    .where('note_id', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .execute()
  const find = finderIn(db, draft)
  const notes: Note[] = []
  for (const row of rows) {
    const { id, place, exact, prefix, suffix, by, at } = row
    const quote = { place, exact, prefix, suffix }
    notes.push({
      ...{ id, quote, by, at },
      passage: row.done_at === null ? await find(quote, row.number) : null,
      done: row.done_at === null ? null : { by: row.done_by, at: row.done_at },
      lines: lines
        .filter(({ note_id }) => note_id === id)
        .map(({ id, by, at, words, changed_at, deleted_at }) => ({
          ...{ id, by, at, words },
          changedAt: changed_at,
          isDeleted: deleted_at !== null,
        })),
    })
  }
  return notes
}

/** Most words stand where they stood: the draft that a note was made on is read where they don't. */
function finderIn(db: Database, draft: Pick<Draft, 'id' | 'content'>) {
  const now = notedLines(draft.content)
  const drafts = new Map<number, ReturnType<typeof notedLines>>()
  return async (quote: Quote, number: number): Promise<Passage | null> => {
    const here = findInPlace(quote, now)
    if (quote.exact === '' || (here && !here.isChanged)) return here
    const then = drafts.get(number) ?? notedLines((await readWordsAt(db, draft.id, number)) ?? draft.content)
    drafts.set(number, then)
    return findPassage(quote, then, now)
  }
}

/** A note that mentions somebody who has not seen it. */
export interface Mention {
  noteId: string
  storyId: string
  /** Who mentions them, and when first. */
  by: string
  at: number
}

/** The mentions in open notes of people who have neither answered nor seen them. */
export const openMentions = (db: Database) =>
  db
    .selectFrom('note_mentions')
    .innerJoin('notes', 'notes.id', 'note_mentions.note_id')
    .where('note_mentions.seen_at', 'is', null)
    .where('notes.done_at', 'is', null)

/** The open notes that mention this person and that they have neither answered nor seen, newest first. */
export async function readMentions(db: Database, personId: string): Promise<Mention[]> {
  const rows = await openMentions(db)
    .innerJoin('note_lines', 'note_lines.id', 'note_mentions.line_id')
    .select(['notes.id', 'notes.story_id', 'note_lines.by', 'note_lines.at'])
    .where('note_mentions.person_id', '=', personId)
    .orderBy('note_lines.at', 'desc')
    .orderBy('note_lines.id', 'desc')
    .limit(MOST_NOTES)
    .execute()
  const newest = new Map(rows.toReversed().map((row) => [row.id, row]))
  return [...newest.values()]
    .map(({ id, story_id, by, at }) => ({ noteId: id, storyId: story_id, by, at }))
    .sort((a, b) => b.at - a.at)
}
