/** Notes on the words of a story, answered in a thread, done or open again. */
import { readWordsAt } from '../drafting/index.ts'
import { noteMessages as m } from '../messages/index.ts'
import { listPeople } from '../people/index.ts'
import { type Database, type InsideListener, newId, type Store, type Transaction } from '../store/index.ts'
import { type Draft, readDraft } from '../story/index.ts'
import { showsSomething } from '../text/index.ts'
import { notedLines } from './lines.ts'
import { queueMentions } from './mention-letters.ts'
import { mentionable, withIds } from './mentions.ts'
import { type Chosen, findInPlace, findPassage, type Passage, type Quote, quoteOf } from './passage.ts'

/** In characters. */
export const LONGEST_NOTE = 2000
/** A quotation is a passage, not a story. */
const LONGEST_QUOTE = 2000

export interface NoteLine {
  id: string
  by: string
  /** Milliseconds since the epoch. */
  at: number
  /** With colleagues as @ and an id; `mentionPieces` takes it apart. */
  words: string
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

/** What is written by whom, and whether colleagues who are mentioned get an email. */
interface Written {
  words: string
  by: string
  byMail: boolean
}

/** Makes a note on words of a draft as it is now. Answers its id, or a sentence that says what to do. */
export async function addNote(
  store: Store,
  note: Written & { storyId: string; chosen: Chosen },
  now: number,
): Promise<{ id: string } | { problem: string }> {
  const { storyId, chosen, by } = note
  const problem = wrongWords(note.words) ?? (chosen.exact.length > LONGEST_QUOTE ? m.longPassage(LONGEST_QUOTE) : null)
  if (problem) return { problem }
  return store.transaction(now, async (tx) => {
    const draft = await readDraft(tx.rows, storyId)
    if (!draft) return { problem: m.noStory }
    const quote = quoteOf(chosen, notedLines(draft.content))
    if (quote === null) return { problem: m.notThere }
    if (quote === 'several') return { problem: m.several }
    const id = newId(now)
    const values = { id, story_id: storyId, number: draft.number, ...quote, by, at: now, done_at: null, done_by: null }
    await tx.rows.insertInto('notes').values(values).execute()
    await addLine(tx, id, note)
    await tx.say({ kind: 'draft.notes', story: storyId })
    return { id }
  })
}

/** Answers in a note's thread; who answers has seen that they were mentioned in it. */
export async function answerNote(
  store: Store,
  answer: Written & { storyId: string; noteId: string },
  now: number,
): Promise<{ problem: string } | null> {
  const { storyId, noteId, by } = answer
  const problem = wrongWords(answer.words)
  if (problem) return { problem }
  return store.transaction(now, async (tx) => {
    const note = await tx.rows
      .selectFrom('notes')
      .select('id')
      .where('id', '=', noteId)
      .where('story_id', '=', storyId)
      .executeTakeFirst()
    if (!note) return { problem: m.noNote }
    await seeIn(tx, noteId, by)
    await addLine(tx, noteId, answer)
    await tx.say({ kind: 'draft.notes', story: storyId })
    return null
  })
}

const wrongWords = (words: string): string | null =>
  words.length > LONGEST_NOTE ? m.long(LONGEST_NOTE) : showsSomething(words) ? null : m.empty

async function addLine(tx: Transaction, noteId: string, { words: typed, by, byMail }: Written): Promise<void> {
  const people = mentionable(await listPeople(tx.rows), by)
  const { words, mentioned } = withIds(typed.trim(), people)
  const id = newId(tx.now)
  await tx.rows.insertInto('note_lines').values({ id, note_id: noteId, by, at: tx.now, words }).execute()
  if (mentioned.length === 0) return
  const rows = mentioned.map((person_id) => ({ line_id: id, note_id: noteId, person_id, seen_at: null }))
  await tx.rows.insertInto('note_mentions').values(rows).execute()
  if (byMail)
    await queueMentions(
      tx,
      id,
      people.filter((person) => mentioned.includes(person.id)),
    )
}

/** Says that a note is done, or open again. Nothing where it is so already. */
export async function setNoteDone(
  store: Store,
  { storyId, noteId, done, by }: { storyId: string; noteId: string; done: boolean; by: string },
  now: number,
): Promise<void> {
  await store.transaction(now, async (tx) => {
    await tx.rows
      .updateTable('notes')
      .set(done ? { done_at: now, done_by: by } : { done_at: null, done_by: null })
      .where('id', '=', noteId)
      .where('story_id', '=', storyId)
      .where('done_at', done ? 'is' : 'is not', null)
      .execute()
    await tx.say({ kind: 'draft.notes', story: storyId })
  })
}

/** Somebody has seen that a note mentions them. */
export const seeMentions = (store: Store, { noteId, by }: { noteId: string; by: string }, now: number): Promise<void> =>
  store.transaction(now, async (tx) => {
    await seeIn(tx, noteId, by)
    const note = await tx.rows.selectFrom('notes').select('story_id').where('id', '=', noteId).executeTakeFirst()
    if (note) await tx.say({ kind: 'draft.notes', story: note.story_id })
  })

async function seeIn(tx: Transaction, noteId: string, personId: string): Promise<void> {
  await tx.rows
    .updateTable('note_mentions')
    .set({ seen_at: tx.now })
    .where('note_id', '=', noteId)
    .where('person_id', '=', personId)
    .where('seen_at', 'is', null)
    .execute()
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
        .map((line) => ({ id: line.id, by: line.by, at: line.at, words: line.words })),
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

/** With a story that is removed for good, also where its versions stay, go the notes on it. */
export const forgettingNotes: InsideListener<'story.removed'> = {
  on: 'story.removed',
  async hear(tx, { story }) {
    await tx.rows.deleteFrom('notes').where('story_id', '=', story).execute()
  },
}
