/** Notes on the words of a story, answered in a thread, done or open again. */
import { noteMessages as m } from '../messages/index.ts'
import { listPeople, type Person } from '../people/index.ts'
import { type InsideListener, newId, type Store, type Transaction } from '../store/index.ts'
import { readDraft } from '../story/index.ts'
import { showsSomething } from '../text/index.ts'
import { notedLines } from './lines.ts'
import { queueMentions } from './mention-letters.ts'
import { mentionable, withIds } from './mentions.ts'
import { type Chosen, quoteOf } from './passage.ts'

/** In characters. */
export const LONGEST_NOTE = 2000
/** A quotation is a passage, not a story. */
const LONGEST_QUOTE = 2000

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

async function addLine(tx: Transaction, noteId: string, written: Written): Promise<void> {
  const { by } = written
  const id = newId(tx.now)
  const { words, mentioned } = await readWritten(tx, written)
  const never = { changed_at: null, deleted_at: null }
  await tx.rows
    .insertInto('note_lines')
    .values({ id, note_id: noteId, by, at: tx.now, words, ...never })
    .execute()
  await mention(tx, { id, noteId, people: mentioned, byMail: written.byMail })
}

/** What was typed as it is kept, and whom it mentions. */
async function readWritten(tx: Transaction, { words: typed, by }: Written) {
  const people = mentionable(await listPeople(tx.rows), by)
  const { words, mentioned } = withIds(typed.trim(), people)
  return { words, mentioned: people.filter(({ id }) => mentioned.includes(id)) }
}

async function mention(
  tx: Transaction,
  { id, noteId, people, byMail }: { id: string; noteId: string; people: readonly Person[]; byMail: boolean },
): Promise<void> {
  if (people.length === 0) return
  const rows = people.map((person) => ({ line_id: id, note_id: noteId, person_id: person.id, seen_at: null }))
  await tx.rows.insertInto('note_mentions').values(rows).execute()
  if (byMail) await queueMentions(tx, id, people)
}

interface OwnLine {
  storyId: string
  noteId: string
  lineId: string
  by: string
}

/** Changes the words of a note or an answer, by who wrote it. Whom it mentions only now is told of it; whom no more, finds it no more. */
export async function changeNoteLine(
  store: Store,
  line: OwnLine & Written,
  now: number,
): Promise<{ problem: string } | null> {
  const problem = wrongWords(line.words)
  if (problem) return { problem }
  return store.transaction(now, async (tx) => {
    const own = await ownLine(tx, line)
    if (!own) return { problem: m.notYours }
    const { words, mentioned } = await readWritten(tx, line)
    if (words === own.words) return null
    const { lineId: id, noteId } = line
    await tx.rows.updateTable('note_lines').set({ words, changed_at: now }).where('id', '=', id).execute()
    const before = await tx.rows.selectFrom('note_mentions').select('person_id').where('line_id', '=', id).execute()
    const were = before.map(({ person_id }) => person_id)
    await dropMentions(
      tx,
      id,
      were.filter((one) => !mentioned.some((person) => person.id === one)),
    )
    const people = mentioned.filter((person) => !were.includes(person.id))
    await mention(tx, { id, noteId, people, byMail: line.byMail })
    await tx.say({ kind: 'draft.notes', story: line.storyId })
    return null
  })
}

/** Takes words out of a note, by who wrote them: that they were there stays, as long as others stand in the thread. */
export async function deleteNoteLine(store: Store, line: OwnLine, now: number): Promise<{ problem: string } | null> {
  return store.transaction(now, async (tx) => {
    if (!(await ownLine(tx, line))) return { problem: m.notYours }
    const { lineId, noteId } = line
    await tx.rows.updateTable('note_lines').set({ words: '', deleted_at: now }).where('id', '=', lineId).execute()
    await tx.rows.deleteFrom('note_mentions').where('line_id', '=', lineId).execute()
    const left = await tx.rows
      .selectFrom('note_lines')
      .select('id')
      .where('note_id', '=', noteId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (!left) await tx.rows.deleteFrom('notes').where('id', '=', noteId).execute()
    await tx.say({ kind: 'draft.notes', story: line.storyId })
    return null
  })
}

const ownLine = (tx: Transaction, { storyId, noteId, lineId, by }: OwnLine) =>
  tx.rows
    .selectFrom('note_lines')
    .innerJoin('notes', 'notes.id', 'note_lines.note_id')
    .select('note_lines.words')
    .where('note_lines.id', '=', lineId)
    .where('note_lines.note_id', '=', noteId)
    .where('note_lines.by', '=', by)
    .where('note_lines.deleted_at', 'is', null)
    .where('notes.story_id', '=', storyId)
    .executeTakeFirst()

async function dropMentions(tx: Transaction, lineId: string, people: readonly string[]): Promise<void> {
  if (people.length === 0) return
  await tx.rows.deleteFrom('note_mentions').where('line_id', '=', lineId).where('person_id', 'in', people).execute()
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

/** With a story that is removed for good, also where its versions stay, go the notes on it. */
export const forgettingNotes: InsideListener<'story.removed'> = {
  on: 'story.removed',
  async hear(tx, { story }) {
    await tx.rows.deleteFrom('notes').where('story_id', '=', story).execute()
  },
}
