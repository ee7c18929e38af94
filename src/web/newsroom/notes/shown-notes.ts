/** A story's notes as its page shows them: with names, and what their words are called. */

import {
  notesMessages as m,
  otherHeadlinesMessages,
  storyMessages,
  storyPictureMessages,
} from '../../../messages/index.ts'
import {
  type Line,
  mentionable,
  mentionPieces,
  NOTED_FIELDS,
  type Note,
  notedLines,
  readNotes,
} from '../../../notes/index.ts'
import { listPeople, type Person } from '../../../people/index.ts'
import type { Database } from '../../../store/index.ts'
import { type Draft, wordsOfBlock } from '../../../story/index.ts'
import { beginningOf } from '../../../text/index.ts'
import { readFaces } from '../people/faces.ts'

export interface ShownLine {
  id: string
  by: string
  /** Where their picture is shown from; null where they have none. */
  face: string | null
  at: number
  /** Whether it was changed since, or its words taken out. */
  isChanged: boolean
  isDeleted: boolean
  /** As its writer typed it; null where whoever looks may not change it. */
  own: string | null
  pieces: { words: string; isPerson: boolean }[]
}

export interface ShownNote {
  id: string
  /** What it is on: a field, or the whole story; empty where `quote` says it. */
  label: string
  /** The words it was made on. */
  quote: string
  /** What they are now; null where they are gone. */
  words: string | null
  isChanged: boolean
  done: { by: string; at: number } | null
  lines: ShownLine[]
}

/** Where the editor marks the words of an open note. */
export interface NoteMark {
  id: string
  place: string
  /** Empty where the note is on the whole place. */
  words: string
  before: string
  behind: string
}

/** From and to, in UTF-16 code units of its line. */
export interface Noted {
  from: number
  to: number
}

export interface StoryNotes {
  open: ShownNote[]
  done: ShownNote[]
  marks: NoteMark[]
  /** Words with an open note, by the line that they stand in, where nobody can write. */
  noted: ReadonlyMap<string, Noted[]>
  /** What a note can be on, beside the whole story: fields and blocks. */
  places: { place: string; label: string }[]
  /** Who can be mentioned. */
  people: string[]
}

/** Letters of a paragraph, by which it is known. */
const BEGINNING = 50
/** So much beside the marked words tells them from others of the same. */
const BESIDE = 32

export async function storyNotes(db: Database, draft: Draft, me: string): Promise<StoryNotes> {
  const [notes, people] = await Promise.all([readNotes(db, draft), listPeople(db)])
  const names = staffNames(people)
  const lines = new Map(notedLines(draft.content).map((line) => [line.place, line]))
  const writers = notes.flatMap((note) => note.lines.flatMap(({ by }) => by ?? []))
  const faces = await readFaces(db, writers)
  const shown = notes.map((note) => shownNote(note, lines, { names, faces, me }))
  return {
    open: shown.filter(({ done }) => done === null),
    done: shown.filter(({ done }) => done !== null),
    marks: notes.flatMap((note) => markOf(note, lines) ?? []),
    noted: notedIn(notes, lines),
    places: placesIn(draft),
    people: mentionable(people, me).map(({ name }) => name),
  }
}

/** Names by id; that somebody is suspended is said. */
export function staffNames(people: readonly Person[]): (id: string | null) => string {
  const names = new Map(people.map(({ id, name, disabled }) => [id, disabled ? m.suspended(name) : name]))
  return (id) => (id === null ? undefined : names.get(id)) ?? m.someone
}

function shownNote(
  note: Note,
  lines: Map<string, Line>,
  { names, faces, me }: { names: (id: string | null) => string; faces: ReadonlyMap<string, string>; me: string },
): ShownNote {
  const { id, quote, passage, done } = note
  const text = lines.get(passage?.place ?? '')?.text ?? ''
  const isStory = quote.place === ''
  return {
    ...{ id, quote: quote.exact },
    label: isStory ? m.wholeStory : (FIELDS.get(quote.place) ?? (quote.exact === '' ? m.wholeBlock : '')),
    words: isStory ? '' : passage ? beginningOf(text.slice(passage.from, passage.to), 200) : null,
    isChanged: passage?.isChanged === true,
    done: done && { by: names(done.by), at: done.at },
    lines: note.lines.map((line) => {
      const pieces = mentionPieces(line.words).map((piece) =>
        'person' in piece ? { words: `@${names(piece.person)}`, isPerson: true } : { ...piece, isPerson: false },
      )
      const isOwn = line.by === me && !line.isDeleted
      return {
        ...{ id: line.id, by: names(line.by), face: faces.get(line.by ?? '') ?? null, at: line.at, pieces },
        ...{ isChanged: line.changedAt !== null, isDeleted: line.isDeleted },
        own: isOwn ? pieces.map(({ words }) => words).join('') : null,
      }
    }),
  }
}

const FIELDS = new Map<string, string>([
  ['headline', storyMessages.headline],
  ['standfirst', storyMessages.standfirst],
  ['byline', storyMessages.byline],
  ['dateline', storyMessages.dateline],
  ['picture', storyPictureMessages.caption],
  ['searchHeadline', otherHeadlinesMessages.searchHeadline],
  ['shareHeadline', otherHeadlinesMessages.shareHeadline],
])

function markOf({ id, quote, passage }: Note, lines: Map<string, Line>): NoteMark | null {
  if (!passage) return null
  const { place, from, to } = passage
  const text = lines.get(place)?.text ?? ''
  if (quote.exact === '') return { id, place, words: '', before: '', behind: '' }
  return {
    ...{ id, place },
    words: text.slice(from, to),
    before: text.slice(Math.max(0, from - BESIDE), from),
    behind: text.slice(to, to + BESIDE),
  }
}

function notedIn(notes: readonly Note[], lines: Map<string, Line>): Map<string, Noted[]> {
  const found = new Map<string, Noted[]>()
  for (const { quote, passage } of notes) {
    if (!passage) continue
    const { place, from, to } = passage
    const one = quote.exact === '' ? { from: 0, to: lines.get(place)?.text.length ?? 0 } : { from, to }
    found.set(place, [...(found.get(place) ?? []), one])
  }
  return found
}

function placesIn({ content }: Draft): StoryNotes['places'] {
  const lines = notedLines(content)
  const fields = NOTED_FIELDS.filter((name) => lines.some(({ place, text }) => place === name && text !== ''))
  return [
    ...fields.map((name) => ({ place: name, label: FIELDS.get(name) ?? name })),
    ...content.body.map((block, index) => ({
      place: block.id,
      label: m.paragraph(index + 1, beginningOf(wordsOfBlock(block), BEGINNING)),
    })),
  ]
}
