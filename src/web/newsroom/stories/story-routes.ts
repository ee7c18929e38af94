/** Stories in the newsroom: the desk, a page pasted in, writing, publishing, versions. */

import type { Hono } from 'hono'
import { publishChange } from '../../../corrections/index.ts'
import { readWordsAt, saveStory } from '../../../drafting/index.ts'
import { readEmbargo, readEmbargoUpsets, readPutAway } from '../../../embargo/index.ts'
import { readPageApart } from '../../../exchange/page/index.ts'
import { MOST_BYTES } from '../../../media/index.ts'
import { storyMessages as story } from '../../../messages/index.ts'
import { readSiteSettings } from '../../../publication/index.ts'
import { readEndedStories, readUpsets } from '../../../schedule/index.ts'
import { countDeadJobs } from '../../../store/index.ts'
import {
  checkLength,
  createStory,
  type Draft,
  emptyContent,
  publish,
  readDraft,
  readSourcePages,
  typesetContent,
  unpublish,
} from '../../../story/index.ts'
import { markStory } from '../../../workflow/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { type Form, PAGE_FORM_LIMIT } from '../../kit/form.ts'
import { withFiles, withForm } from '../../kit/with-form.ts'
import { addCorrectRoutes } from '../embargo/correct-routes.ts'
import { addEmbargoRoutes } from '../embargo/embargo-routes.ts'
import { frameFor } from '../kit/frame.ts'
import { notesFor } from '../notes/notes-for-you.tsx'
import { addScheduleRoutes } from '../schedule/schedule-routes.ts'
import { readReminder } from '../start/steps.ts'
import { answerByChange, ticketInHand } from '../tickets/by-change.ts'
import { readListSearch } from '../workflow/list-ask.ts'
import { readStoryList } from '../workflow/list-routes.ts'
import { addStageRoutes } from '../workflow/stage-routes.ts'
import { renderDeskPage } from './desk-page.tsx'
import { editPage, versionsOf } from './edit-page.ts'
import { renderPastePage } from './paste-page.tsx'
import { previewPage } from './preview-page.ts'
import { draftOf, headOf, mayWith, noStory } from './story-access.ts'
import { addStoryEditorRoutes } from './story-editor.ts'
import { contentOfForm, formOfContent, readDateField, readStoryForm, type StoryForm } from './story-form.ts'
import { takePicture } from './take-picture.ts'
import { renderVersionPage, renderVersionsPage } from './versions-page.tsx'

/** A story, and a picture with it. */
const STORY_FORM_LIMIT = PAGE_FORM_LIMIT + MOST_BYTES

export function addStoryRoutes(app: Hono<Env>, web: Web): void {
  addStoryEditorRoutes(app, web)
  app.get('/newsroom', (c) => desk(web, c))
  app.get('/newsroom/paste', async (c) => c.html(renderPastePage({ ...(await frameFor(web, c)), text: '' })))
  app.post('/newsroom/paste', (c) => withForm(web, c, (form) => paste(web, c, form), PAGE_FORM_LIMIT))
  app.post('/newsroom/stories', async (c) => {
    const { commentsOpen } = await readSiteSettings(web.store.db)
    const id = await createStory(web.store, { content: emptyContent, by: c.get('person').id, commentsOpen }, web.now())
    return c.redirect(`/newsroom/stories/${id}`, 303)
  })
  app.get('/newsroom/stories/:id', async (c) => {
    const draft = await draftOf(web, c)
    if (!draft) return noStory(web, c)
    // Brought along by the button beside the page that was pasted.
    const found = c.req.query('date') ?? ''
    return editPage(web, c, draft, {
      ...formOfContent(draft.content, draft),
      ...(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(found) ? { date: found } : {}),
      ...ticketInHand(c),
    })
  })
  app.post('/newsroom/stories/:id', (c) => withFiles(web, c, (form) => save(web, c, form), STORY_FORM_LIMIT))
  addEmbargoRoutes(app, web)
  addCorrectRoutes(app, web)
  addScheduleRoutes(app, web, async (c, id, asked) => {
    const draft = await readDraft(web.store.db, id)
    return draft ? editPage(web, c, draft, formOfContent(draft.content, draft), { asked }) : noStory(web, c)
  })
  addStageRoutes(app, web, (c, draft, { problem, toWriter }) =>
    editPage(web, c, draft, { ...formOfContent(draft.content, draft), toWriter }, { problem }),
  )
  app.post('/newsroom/stories/:id/unpublish', async (c) => {
    const draft = await draftOf(web, c)
    if (!draft) return noStory(web, c)
    await unpublish(web.store, draft.id, c.get('person').id, web.now())
    return c.redirect(`/newsroom/stories/${draft.id}`, 303)
  })
  app.get('/newsroom/stories/:id/preview', async (c) => {
    const draft = await draftOf(web, c)
    if (!draft) return noStory(web, c)
    return previewPage(web, c, draft)
  })
  app.get('/newsroom/stories/:id/source/:page', async (c) => {
    const page = (await readSourcePages(web.store.db, c.req.param('id'))).find(({ id }) => id === c.req.param('page'))
    if (!page) return noStory(web, c)
    // As it came, to read or to save; never run, whatever it holds.
    return c.body(new Uint8Array(page.bytes), 200, {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `inline; filename="${page.name.replace(/[^\w.-]+/g, '-')}.txt"`,
    })
  })
  app.get('/newsroom/stories/:id/versions', async (c) => {
    const draft = await draftOf(web, c)
    if (!draft) return noStory(web, c)
    return c.html(
      renderVersionsPage({
        ...(await frameFor(web, c)),
        story: headOf(draft),
        versions: await versionsOf(web, draft.id),
        held: await readEmbargo(web.store.db, draft.id),
        putAway: await readPutAway(web.store.db, draft.id),
      }),
    )
  })
  app.get('/newsroom/stories/:id/versions/:number{[0-9]+}', async (c) => {
    const draft = await draftOf(web, c)
    const versions = draft ? await versionsOf(web, draft.id) : []
    const number = Number(c.req.param('number'))
    const version = versions.find((one) => one.number === number)
    if (!draft || !version) return noStory(web, c)
    const before = versions.find((one) => one.number === number - 1) ?? null
    return c.html(renderVersionPage({ ...(await frameFor(web, c)), story: headOf(draft), version, before }))
  })
}

async function desk(web: Web, c: Call): Promise<Response> {
  const [frame, list, givenUp, upsets, embargoes, ended, reminder, notes] = await Promise.all([
    frameFor(web, c),
    readStoryList(
      web,
      readListSearch(() => undefined),
    ),
    countDeadJobs(web.store.db),
    readUpsets(web.store.db),
    readEmbargoUpsets(web.store.db),
    readEndedStories(web.store.db),
    readReminder(web.store.db, c.get('person')),
    notesFor(web.store.db, c.get('person').id),
  ])
  const happened = { upsets, embargoes, ended }
  return c.html(renderDeskPage({ ...frame, list, givenUp, happened, reminder, notes }))
}

async function paste(web: Web, c: Call, form: Form): Promise<Response> {
  const file = form.file('file')
  const text = form.get('page')
  const { timeZone, commentsOpen, language } = await readSiteSettings(web.store.db)
  const page = await readPageApart(file ? { bytes: file.bytes, name: file.name } : { text }, {
    now: web.now(),
    timeZone,
  })
  const again = async (problem: string) => c.html(renderPastePage({ ...(await frameFor(web, c)), text, problem }), 400)
  if ('problem' in page) return again(page.problem)
  const tooLong = checkLength(page.content)
  if (tooLong) return again(tooLong)
  const { content, ...report } = page
  const source = { name: file?.name ?? 'pasted', bytes: file?.bytes ?? Buffer.from(text), report }
  const id = await createStory(
    web.store,
    { content: typesetContent(content, language), by: c.get('person').id, commentsOpen, source },
    web.now(),
  )
  return c.redirect(`/newsroom/stories/${id}`, 303)
}

async function save(web: Web, c: Call, fields: Form): Promise<Response> {
  const draft = c.get('story')
  const typed = withKeptBody(readStoryForm(fields, draft.content), draft)
  const { form, problem } = await takePicture(web, c, fields, typed, draft.content.picture?.src ?? '')
  if (problem) return editPage(web, c, draft, form, { problem })
  const { language, timeZone } = await readSiteSettings(web.store.db)
  // Ids come from the draft that the form was opened from: what others have changed since is laid beside it.
  const opened =
    form.base === draft.number || form.base < 1 ? null : await readWordsAt(web.store.db, draft.id, form.base)
  const content = contentOfForm(form, opened ?? draft.content, language)
  if ('problem' in content) return editPage(web, c, draft, form, { problem: content.problem })
  const date = readDateField(form.date, timeZone)
  if (date === null)
    return editPage(web, c, draft, form, {
      problem: story.notADate,
    })

  const by = c.get('person').id
  // The editor's own words went there before, by the same rule: of its form only what nobody else has in hand is saved.
  const atLocked = form.bodyKept ? 'leave' : fields.get('overColleagues') === '1' ? 'save' : 'refuse'
  const saved = await saveStory(web.store, { storyId: draft.id, base: form.base, content, by, atLocked }, web.now())
  if (!saved.saved) {
    if (saved.why === 'gone') return noStory(web, c)
    const trouble = saved.why === 'locked' ? { locked: saved.locks } : { conflict: saved.theirs }
    return editPage(web, c, saved.theirs, form, trouble)
  }
  // What others have changed since it was opened whoever sends this has not read.
  const seen = saved.number === form.base + 1 ? saved.number : form.base
  const afterwards = fields.get('afterwards')
  const mark = MARKS_IN_FORM.find((one) => one === afterwards)
  if (mark) return markSaved(web, c, draft, { mark, seen, form })
  const [, day] = /^date (\d{4}-\d{2}-\d{2})$/.exec(afterwards) ?? []
  // A day without an hour is its noon, which is the same day in most places.
  if (day) return c.redirect(`/newsroom/stories/${draft.id}?saved&date=${day}T12:00`, 303)
  if (afterwards === 'embargo') return c.redirect(`/newsroom/stories/${draft.id}/embargo?seen=${seen}`, 303)
  if (afterwards !== 'publish') {
    const typed = form.date.trim()
    return c.redirect(`/newsroom/stories/${draft.id}?saved${typed ? `&date=${encodeURIComponent(typed)}` : ''}`, 303)
  }

  const published = mayWith(c, draft, 'publish')
    ? await publishAs(web, draft, { by, seen, form, date })
    : { problem: story.notYoursToPublish }
  if ('problem' in published) {
    const now = (await readDraft(web.store.db, draft.id)) ?? draft
    return editPage(web, c, now, { ...form, base: now.number }, { problem: published.problem })
  }
  await answerByChange(web, { storyId: draft.id, form, version: published.version, by })
  return c.redirect(`/newsroom/stories/${draft.id}?published`, 303)
}

/** What the buttons at the head of the page say of the words that were saved with them. */
const MARKS_IN_FORM = ['ready', 'draft', 'checked', 'back'] as const

async function markSaved(
  web: Web,
  c: Call,
  draft: Draft,
  { mark, seen, form }: { mark: (typeof MARKS_IN_FORM)[number]; seen: number; form: StoryForm },
): Promise<Response> {
  const mayMark = mark === 'ready' || mark === 'draft' || mayWith(c, draft, 'publish')
  const marked = mayMark
    ? await markStory(
        web.store,
        { storyId: draft.id, mark, number: seen, words: form.toWriter ?? '', by: c.get('person').id },
        web.now(),
      )
    : { problem: story.notYoursToCheck }
  if (!('problem' in marked)) return c.redirect(`/newsroom/stories/${draft.id}`, 303)
  const now = (await readDraft(web.store.db, draft.id)) ?? draft
  return editPage(web, c, now, { ...form, base: now.number }, { problem: marked.problem })
}

/** Its first version, or a further one with what its editor says of the change. */
function publishAs(
  web: Web,
  draft: Draft,
  { by, seen, form, date }: { by: string; seen: number; form: StoryForm; date?: number | undefined },
) {
  const { id } = draft
  if (draft.state === 'draft')
    return publish(web.store, { id, by, seen, ...(date === undefined ? {} : { date }) }, web.now())
  const change = { kind: form.changeKind ?? '', cause: form.cause ?? '' }
  return publishChange(web.store, { id, by, seen, change }, web.now())
}

/** The field's text of a body that the editor has sent already. */
const withKeptBody = (form: StoryForm, { content, number }: Draft): StoryForm =>
  form.bodyKept ? { ...form, body: formOfContent(content, { number }).body } : form
