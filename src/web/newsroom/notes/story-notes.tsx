/** On a story's page: what colleagues noted on its words, open first, done folded, with answers and a form for more. */
import { notesMessages as m, writingNotesMessages as writing } from '../../../messages/index.ts'
import { escapedText } from '../../kit/escaped-text.ts'
import { dayAndTime, instant } from '../../site/kit/format.ts'
import type { Site } from '../../site/kit/props.ts'
import { Problem } from '../kit/layout.tsx'
import { Face } from '../people/face.tsx'
import type { TypedNote } from './notes-props.ts'
import type { ShownLine, ShownNote, StoryNotes } from './shown-notes.ts'

interface NotesProps {
  site: Site
  storyId: string
  notes: StoryNotes
  typed?: TypedNote | undefined
}

export const StoryNotesSection = (props: NotesProps) => (
  <section id="notes" class="notes">
    <h2>{m.title}</h2>
    <story-notes
      data-at={`/newsroom/stories/${props.storyId}/notes`}
      data-people={JSON.stringify(props.notes.people)}
      data-marks={JSON.stringify(props.notes.marks)}
    >
      <NotesWithin {...props} />
    </story-notes>
  </section>
)

/** What is drawn anew when somebody has noted something. */
export const NotesWithin = ({ site, storyId, notes, typed }: NotesProps) => {
  const shared = { site, path: `/newsroom/stories/${storyId}/notes`, typed }
  return (
    <>
      {notes.open.length === 0 ? <p class="empty">{m.none}</p> : null}
      <ol class="plain lines">
        {notes.open.map((note) => (
          <NoteItem note={note} {...shared} />
        ))}
      </ol>
      {notes.done.length > 0 ? (
        <details data-keep="done">
          <summary>{m.doneNotes(notes.done.length)}</summary>
          <ol class="plain lines">
            {notes.done.map((note) => (
              <NoteItem note={note} {...shared} />
            ))}
          </ol>
        </details>
      ) : null}
      <NewNote places={notes.places} {...shared} />
    </>
  )
}

interface Shared {
  site: Site
  path: string
  typed?: TypedNote | undefined
}

const NoteItem = ({ note, site, path, typed }: Shared & { note: ShownNote }) => {
  const [first, ...answers] = note.lines
  const mine = typed?.noteId === note.id ? typed : null
  return (
    <li id={`note-${note.id}`} class="note-thread" tabindex={-1}>
      <NotedWords note={note} />
      {first ? <NoteWords line={first} {...{ site, typed }} path={`${path}/${note.id}`} /> : null}
      {answers.length > 0 ? (
        <ol class="plain answers">
          {answers.map((line) => (
            <li>
              <NoteWords line={line} {...{ site, typed }} path={`${path}/${note.id}`} />
            </li>
          ))}
        </ol>
      ) : null}
      {note.done ? <p class="meta">{m.doneBy(<bdi>{note.done.by}</bdi>, dayAndTime(site, note.done.at))}</p> : null}
      <div class="acts">
        <form method="post" action={`${path}/${note.id}/${note.done ? 'open' : 'done'}`}>
          <button type="submit" class="quiet">
            {note.done ? m.openAgain : m.done}
            <Of note={note} />
          </button>
        </form>
        {note.done ? null : (
          <details data-keep={`answer-${note.id}`} open={mine !== null}>
            <summary>
              {m.answer}
              <Of note={note} />
            </summary>
            <form method="post" action={`${path}/${note.id}/answer`} class="stack">
              <Problem sentence={mine?.problem} id={`problem-${note.id}`} />
              <label for={`answer-${note.id}`} class="visually-hidden">
                {m.answer}
              </label>
              <textarea id={`answer-${note.id}`} name="answer" rows={2} dir="auto" required data-mentions>
                {escapedText(`\n${mine?.words ?? ''}`)}
              </textarea>
              <p>
                <button type="submit">{m.send}</button>
              </p>
            </form>
          </details>
        )}
      </div>
    </li>
  )
}

/** Which note a button is for, to be heard. */
const Of = ({ note }: { note: ShownNote }) => (
  <span class="visually-hidden">
    : {[note.quote.slice(0, 60) || note.label, note.lines[0]?.by].filter(Boolean).join(', ')}
  </span>
)

const NotedWords = ({ note: { label, quote, words, isChanged, done } }: { note: ShownNote }) => {
  const isGone = words === null && done === null
  return (
    <>
      {label ? <p class="label">{label}</p> : null}
      {isGone ? <p class="meta gone">{quote ? m.gone : m.placeGone}</p> : null}
      {isChanged ? (
        <>
          <blockquote class="noted" dir="auto">
            {words}
          </blockquote>
          <p class="meta">{m.changed}</p>
        </>
      ) : null}
      {quote ? (
        <blockquote class={isGone || isChanged ? 'noted was' : 'noted'} dir="auto">
          {quote}
        </blockquote>
      ) : words ? (
        <p class="excerpt" dir="auto">
          {words}
        </p>
      ) : null}
    </>
  )
}

const NoteWords = ({ site, line, path, typed }: Shared & { line: ShownLine }) => (
  <>
    {line.isDeleted ? (
      <p class="meta">{m.deleted}</p>
    ) : (
      <p class="note-words" dir="auto">
        {line.pieces.map(({ words, isPerson }) => (isPerson ? <b class="mention">{words}</b> : words))}
      </p>
    )}
    <p class="meta">
      <Face name={line.by} face={line.face} /> <bdi>{line.by}</bdi> ·{' '}
      <time datetime={instant(line.at)}>{dayAndTime(site, line.at)}</time>
      {line.isChanged && !line.isDeleted ? ` · ${m.edited}` : null}
    </p>
    {line.own === null ? null : (
      <OwnWords id={line.id} own={line.own} path={path} typed={typed?.noteId === line.id ? typed : null} />
    )}
  </>
)

const OwnWords = ({ id, own, path, typed }: { id: string; own: string; path: string; typed: TypedNote | null }) => (
  <details data-keep={`change-${id}`} class="own" open={typed !== null}>
    <summary>
      {m.change}
      <span class="visually-hidden">: {own.slice(0, 60)}</span>
    </summary>
    <form method="post" action={`${path}/lines/${id}`} class="stack">
      <Problem sentence={typed?.problem} id={`problem-${id}`} />
      <label for={`change-${id}`} class="visually-hidden">
        {m.change}
      </label>
      <textarea id={`change-${id}`} name="words" rows={2} dir="auto" required data-mentions>
        {escapedText(`\n${typed?.words ?? own}`)}
      </textarea>
      <p class="acts">
        <button type="submit">{m.saveChange}</button>
        <button type="submit" formaction={`${path}/lines/${id}/delete`} formnovalidate class="quiet">
          {m.delete}
        </button>
      </p>
    </form>
  </details>
)

const NewNote = ({ path, typed, places }: Shared & Pick<StoryNotes, 'places'>) => {
  const mine = typed?.noteId === '' ? typed : null
  return (
    <details data-keep="new" class="new-note" open={mine !== null}>
      <summary>{m.add}</summary>
      <form method="post" action={path} class="stack">
        <Problem sentence={mine?.problem} id="note-problem" />
        <p class="hint">{m.lead}</p>
        <div>
          <label for="note-place">{m.about}</label>
          <select id="note-place" name="place">
            <option value="">{m.wholeStory}</option>
            {places.map(({ place, label }) => (
              <option value={place} selected={mine?.place === place}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label for="note-exact">
            {m.words} <span class="hint">{m.wordsHint}</span>
          </label>
          <input id="note-exact" name="exact" value={escapedText(mine?.exact ?? '')} dir="auto" autocomplete="off" />
        </div>
        <div>
          <label for="note-words">
            {writing.note} <span class="hint">{writing.mentionHint}</span>
          </label>
          <textarea id="note-words" name="note" rows={3} dir="auto" required data-mentions>
            {escapedText(`\n${mine?.words ?? ''}`)}
          </textarea>
        </div>
        <p>
          <button type="submit">{writing.save}</button>
        </p>
      </form>
    </details>
  )
}
