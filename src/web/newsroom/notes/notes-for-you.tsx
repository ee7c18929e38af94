/** On the newsroom's home: notes that mention whoever looks at it, until they have answered or seen them. */
import { notesMessages as m } from '../../../messages/index.ts'
import { readMentions } from '../../../notes/index.ts'
import { listPeople } from '../../../people/index.ts'
import type { Database } from '../../../store/index.ts'
import { readHeadlines } from '../../../story/index.ts'
import { ago } from '../kit/layout.tsx'
import type { NoteForYou } from './notes-props.ts'
import { staffNames } from './shown-notes.ts'

export async function notesFor(db: Database, personId: string): Promise<NoteForYou[]> {
  const mentions = await readMentions(db, personId)
  if (mentions.length === 0) return []
  const [people, headlines] = await Promise.all([
    listPeople(db),
    readHeadlines(
      db,
      mentions.map(({ storyId }) => storyId),
    ),
  ])
  const names = staffNames(people)
  return mentions.map((one) => ({ ...one, by: names(one.by), headline: headlines.get(one.storyId) ?? '' }))
}

/** More are counted only. */
const MOST_SHOWN = 10

export const NotesForYou = ({ notes, now }: { notes: readonly NoteForYou[]; now: number }) =>
  notes.length === 0 ? null : (
    <section class="notice notes-for-you" aria-labelledby="notes-for-you">
      <h2 id="notes-for-you">{m.forYou(notes.length)}</h2>
      <ul class="plain">
        {notes.slice(0, MOST_SHOWN).map(({ noteId, storyId, headline, by, at }) => (
          <li>
            <span>
              {m.mentions(
                <bdi>{by}</bdi>,
                <a href={`/newsroom/stories/${storyId}#note-${noteId}`}>{headline || m.noHeadline}</a>,
                ago(now, at),
              )}
            </span>
            <form method="post" action={`/newsroom/stories/${storyId}/notes/${noteId}/seen`}>
              <button type="submit" class="quiet">
                {m.seen}
                <span class="visually-hidden">: {headline}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
