/** Notes on a story's words: made, answered, done. For the page's script in JSON, otherwise by plain forms. */
import type { Hono } from 'hono'
import { notesMessages as m } from '../../../messages/index.ts'
import { addNote, answerNote, changeNoteLine, deleteNoteLine, seeMentions, setNoteDone } from '../../../notes/index.ts'
import { isId } from '../../../store/index.ts'
import type { Draft } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { wantsJson } from '../../kit/answer.ts'
import type { Form } from '../../kit/form.ts'
import { withForm } from '../../kit/with-form.ts'
import { readSite } from '../../site/kit/site.ts'
import { editPage } from '../stories/edit-page.ts'
import { draftOf, noStory } from '../stories/story-access.ts'
import { formOfContent } from '../stories/story-form.ts'
import type { TypedNote } from './notes-props.ts'
import { storyNotes } from './shown-notes.ts'
import { NotesWithin } from './story-notes.tsx'

const NOTES = '/newsroom/stories/:id/notes'
const LINE = `${NOTES}/:note/lines/:line`

export function addNotesRoutes(app: Hono<Env>, web: Web): void {
  app.get(NOTES, async (c) => {
    const draft = await draftOf(web, c)
    if (!draft) return noStory(web, c)
    return wantsJson(c) ? c.json(await drawn(web, c, draft)) : c.redirect(`/newsroom/stories/${draft.id}#notes`, 303)
  })
  app.post(NOTES, (c) => withForm(web, c, (form) => add(web, c, form)))
  app.post(`${NOTES}/:note/answer`, (c) => withForm(web, c, (form) => answer(web, c, form)))
  app.post(LINE, (c) => withForm(web, c, (form) => change(web, c, form)))
  app.post(`${LINE}/delete`, (c) => remove(web, c))
  app.post(`${NOTES}/:note/done`, (c) => setDone(web, c, true))
  app.post(`${NOTES}/:note/open`, (c) => setDone(web, c, false))
  app.post(`${NOTES}/:note/seen`, async (c) => {
    const noteId = noteIn(c)
    if (isId(noteId)) await seeMentions(web.store, { noteId, by: c.get('person').id }, web.now())
    return c.redirect('/newsroom', 303)
  })
}

const noteIn = (c: Call): string => c.req.param('note') ?? ''

async function add(web: Web, c: Call, form: Form): Promise<Response> {
  const draft = await draftOf(web, c)
  if (!draft) return noStory(web, c)
  const typed = { noteId: '', place: form.get('place'), exact: form.get('exact').trim(), words: form.get('note') }
  const chosen = {
    place: typed.place,
    // What a script selected may begin with a space; what somebody typed does not.
    exact: form.get('exact').trim(),
    prefix: form.get('prefix'),
    suffix: form.get('suffix'),
  }
  const written = { words: typed.words, by: c.get('person').id, byMail: web.mailLeaves }
  const made = await addNote(web.store, { ...written, storyId: draft.id, chosen }, web.now())
  if ('problem' in made) return refused(web, c, draft, { ...typed, problem: made.problem })
  return done(web, c, draft, m.saved, `note-${made.id}`)
}

async function answer(web: Web, c: Call, form: Form): Promise<Response> {
  const draft = await draftOf(web, c)
  if (!draft) return noStory(web, c)
  const [noteId, words] = [noteIn(c), form.get('answer')]
  const written = { words, by: c.get('person').id, byMail: web.mailLeaves }
  const refusal = await answerNote(web.store, { ...written, storyId: draft.id, noteId }, web.now())
  if (refusal) return refused(web, c, draft, { noteId, place: '', exact: '', words, ...refusal })
  return done(web, c, draft, m.answered, `note-${noteId}`)
}

const lineIn = (c: Call, draft: Draft) => ({
  ...{ storyId: draft.id, noteId: noteIn(c), lineId: c.req.param('line') ?? '' },
  by: c.get('person').id,
})

async function change(web: Web, c: Call, form: Form): Promise<Response> {
  const draft = await draftOf(web, c)
  if (!draft) return noStory(web, c)
  const [line, words] = [lineIn(c, draft), form.get('words')]
  const refusal = await changeNoteLine(web.store, { ...line, words, byMail: web.mailLeaves }, web.now())
  if (refusal) return refused(web, c, draft, { noteId: line.lineId, place: '', exact: '', words, ...refusal })
  return done(web, c, draft, m.changedNow, `note-${line.noteId}`)
}

async function remove(web: Web, c: Call): Promise<Response> {
  const draft = await draftOf(web, c)
  if (!draft) return noStory(web, c)
  const line = lineIn(c, draft)
  const refusal = await deleteNoteLine(web.store, line, web.now())
  if (refusal) return refused(web, c, draft, { noteId: line.lineId, place: '', exact: '', words: '', ...refusal })
  return done(web, c, draft, m.deletedNow, 'notes')
}

async function setDone(web: Web, c: Call, isDone: boolean): Promise<Response> {
  const draft = await draftOf(web, c)
  if (!draft) return noStory(web, c)
  const by = c.get('person').id
  await setNoteDone(web.store, { storyId: draft.id, noteId: noteIn(c), done: isDone, by }, web.now())
  return done(web, c, draft, isDone ? m.nowDone : m.nowOpen, 'notes')
}

async function done(web: Web, c: Call, draft: Draft, say: string, place: string): Promise<Response> {
  if (wantsJson(c)) return c.json({ say, ...(await drawn(web, c, draft)) })
  return c.redirect(`/newsroom/stories/${draft.id}#${place}`, 303)
}

function refused(web: Web, c: Call, draft: Draft, typed: TypedNote): Promise<Response> | Response {
  if (wantsJson(c)) return c.json({ why: 'refused', say: typed.problem }, 400)
  return editPage(web, c, draft, formOfContent(draft.content, draft), { note: typed })
}

/** The notes as they stand on the page, and where their words are marked. */
async function drawn(web: Web, c: Call, draft: Draft): Promise<{ html: string; marks: unknown }> {
  const [site, notes] = await Promise.all([readSite(web), storyNotes(web.store.db, draft, c.get('person').id)])
  return { html: `${<NotesWithin site={site} storyId={draft.id} notes={notes} />}`, marks: notes.marks }
}
