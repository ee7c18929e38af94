/** The newsroom's files: uploads, details, captions, and taking out what nobody uses. */
import type { Hono } from 'hono'
import {
  type Attachment,
  addAttachment,
  attachmentAddress,
  changeAttachment,
  changeCaptions,
  countAttachments,
  deleteAttachment,
  findAttachments,
  MOST_ATTACHED,
  MOST_CAPTIONS,
  readAttachment,
  readAttachmentUses,
} from '../../../attachments/index.ts'
import { fileProblem } from '../../../files/index.ts'
import { findPictures, libraryAddress, libraryIdOf, readPicture } from '../../../media/index.ts'
import { attachmentMessages, filesMessages as m } from '../../../messages/index.ts'
import { listPagesNaming } from '../../../paper/index.ts'
import { may, readPerson } from '../../../people/index.ts'
import type { Database } from '../../../store/index.ts'
import { readHeadlines } from '../../../story/index.ts'
import { unixLines } from '../../../text/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import { FORM_LIMIT, type Form, isBrokenOff, PAGE_FORM_LIMIT } from '../../kit/form.ts'
import { type FileInHand, receiveFiles } from '../../kit/receive-files.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { withFiles, withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { type FileForm, renderFilePage } from './file-page.tsx'
import { renderFilesPage } from './files-page.tsx'

const ON_A_PAGE = 60
const RECENT_PICTURES = 12
/** One form brings at most so many files; the page's script sends one at a time. */
const MOST_FILES = 20

export function addFilesRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/files', (c) => list(web, c, { problems: [] }))
  app.post('/newsroom/files', (c) => upload(web, c))
  app.get('/newsroom/files/:id', (c) => withFile(web, c, (attachment) => page(web, c, attachment, {})))
  app.post('/newsroom/files/:id', (c) =>
    withForm(web, c, (form) => withFile(web, c, (attachment) => save(web, c, attachment, form)), PAGE_FORM_LIMIT),
  )
  app.post('/newsroom/files/:id/captions', (c) =>
    withFiles(
      web,
      c,
      (form) => withFile(web, c, (attachment) => captions(web, c, attachment, form)),
      MOST_CAPTIONS + FORM_LIMIT,
    ),
  )
  app.post('/newsroom/files/:id/delete', (c) => withFile(web, c, (attachment) => remove(web, c, attachment)))
}

async function withFile(web: Web, c: Call, work: (attachment: Attachment) => Promise<Response>): Promise<Response> {
  const attachment = await readAttachment(web.store.db, c.req.param('id') ?? '')
  return attachment ? work(attachment) : answerError(web, c, 404, { sentence: attachmentMessages.gone })
}

async function list(
  web: Web,
  c: Call,
  said: { done?: string; problems: readonly string[] },
  status: 200 | 400 | 413 = said.problems.length > 0 ? 400 : 200,
): Promise<Response> {
  const { db } = web.store
  const words = c.req.query('q') ?? ''
  const [, at = '', id = ''] = /^(\d{1,15})-(\w+)$/.exec(c.req.query('before') ?? '') ?? []
  const before = id === '' ? null : { addedAt: Number(at), id }
  const [frame, found, total] = await Promise.all([
    frameFor(web, c),
    findAttachments(db, { words, before, limit: ON_A_PAGE }),
    countAttachments(db),
  ])
  const files = found.slice(0, ON_A_PAGE)
  if (c.req.header('accept') === 'application/json') return c.json({ found: files.map(forEditor) })
  const uses = await readAttachmentUses(
    db,
    files.map((one) => one.id),
  )
  const headlines = await headlinesOf(web, [...uses.values()].flat())
  const last = files.at(-1)
  const query = new URLSearchParams(words ? { q: words } : {})
  if (last) query.set('before', `${last.addedAt}-${last.id}`)
  const [added, there] = [wholeNumber(c.req.query('added') ?? ''), wholeNumber(c.req.query('there') ?? '')]
  const done =
    said.done ?? (c.req.query('done') === 'deleted' ? m.removed : added ? saidOfAdded(added, there ?? 0) : undefined)
  const html = renderFilesPage({
    ...frame,
    uploadScript: web.assets.path('upload.js'),
    files: files.map((file) => ({
      file,
      uses: (uses.get(file.id) ?? []).map((use) => ({ ...use, ...headlines(use) })),
    })),
    ...{ total, words, problems: said.problems },
    ...(found.length > ON_A_PAGE ? { older: `/newsroom/files?${query}` } : {}),
    ...(done ? { done } : {}),
  })
  return c.html(html, status)
}

async function headlinesOf(web: Web, uses: readonly { storyId: string }[]) {
  const found = await readHeadlines(web.store.db, [...new Set(uses.map(({ storyId }) => storyId))])
  return ({ storyId }: { storyId: string }) => ({ headline: found.get(storyId) || m.noTitle })
}

/** Straight onto the disk, in a folder that is gone with the answer. */
async function upload(web: Web, c: Call): Promise<Response> {
  const isScript = c.req.header('accept') === 'application/json'
  let folder: string | null = null
  try {
    folder = await web.attachmentFiles.begin()
    const limits = { bytes: MOST_ATTACHED, files: MOST_FILES }
    const received = await receiveFiles(c.env.incoming, folder, 'files', limits)
    if (!('fault' in received)) return await takeIn(web, c, received, isScript)
    const isTooLarge = received.fault === 'too large'
    const problem = isTooLarge ? attachmentMessages.tooLarge(MOST_ATTACHED / 1024 ** 2) : m.brokenOff
    if (isScript) return c.json({ problem, pictures: [] })
    return list(web, c, { problems: [problem] }, isTooLarge ? 413 : 400)
  } catch (error) {
    const problem = isBrokenOff(error) ? null : fileProblem(error)
    if (problem === null) throw error
    if (isScript) return c.json({ problem: attachmentMessages.notKept[problem], pictures: [] })
    return list(web, c, { problems: [attachmentMessages.notKept[problem]] })
  } finally {
    if (folder !== null) await web.attachmentFiles.drop(folder)
  }
}

async function takeIn(web: Web, c: Call, received: readonly FileInHand[], isScript: boolean): Promise<Response> {
  const added: { attachment: Attachment; isNew: boolean }[] = []
  const problems: string[] = []
  for (const one of received) {
    const done =
      'isTooLarge' in one
        ? { problem: attachmentMessages.tooLarge(MOST_ATTACHED / 1024 ** 2) }
        : await addAttachment(web.store, web.attachmentFiles, { upload: one, by: c.get('person').id }, web.now())
    if ('problem' in done) problems.push(m.notAdded(one.name, done.problem))
    else added.push(done)
  }
  if (received.length === 0) problems.push(m.noFile)
  if (isScript)
    return c.json({
      problem: problems[0] ?? null,
      pictures: added.map(({ attachment }) => forScript(attachment)),
      listed: added.map(({ attachment }) => forEditor(attachment)),
    })
  const there = added.filter(({ isNew }) => !isNew).length
  const [only] = added
  if (problems.length === 0 && only && added.length === 1)
    return c.redirect(`/newsroom/files/${only.attachment.id}`, 303)
  if (problems.length === 0) return c.redirect(`/newsroom/files?added=${added.length}&there=${there}`, 303)
  return list(web, c, { problems, ...(added.length > 0 ? { done: saidOfAdded(added.length, there) } : {}) })
}

const saidOfAdded = (count: number, there: number): string =>
  [count > there ? m.added(count - there) : '', there > 0 ? m.wereThere(there) : ''].join(' ').trim()

/** As the script of uploads shows what came; a file has no picture. */
const forScript = ({ id, title, name }: Attachment) => ({
  href: `/newsroom/files/${id}`,
  words: title || name,
  src: '',
})

/** As the story's editor lists it, to put it into a story. */
const forEditor = ({ id, title, name }: Attachment) => ({ src: attachmentAddress(id), shown: '', name, words: title })

const formOf = ({ title, transcript, poster }: Attachment): FileForm => ({
  title,
  transcript,
  poster: poster === null ? '' : libraryAddress(poster),
})

async function page(
  web: Web,
  c: Call,
  file: Attachment,
  { form = formOf(file), problem }: { form?: FileForm; problem?: string },
): Promise<Response> {
  const { db } = web.store
  const isVideo = file.kind === 'video'
  const [frame, pages, found, recent, poster] = await Promise.all([
    frameFor(web, c),
    pagesWith(db, file),
    readAttachmentUses(db, [file.id]),
    isVideo ? findPictures(db, { words: '', unused: false, before: null, limit: RECENT_PICTURES }) : [],
    readPicture(db, file.poster ?? ''),
  ])
  const uses = found.get(file.id) ?? []
  const headlines = await headlinesOf(web, uses)
  const by = file.addedBy === null ? null : await readPerson(db, file.addedBy)
  const html = renderFilePage({
    ...frame,
    ...{ file, form, poster, addedBy: by?.name ?? null, mayDelete: may(frame.person, 'edit others') },
    recent: recent.slice(0, RECENT_PICTURES),
    uses: uses.map((use) => ({ ...use, ...headlines(use) })),
    pages,
    ...(problem ? { problem } : c.req.query('done') === 'saved' ? { done: m.saved } : {}),
  })
  return c.html(html, problem ? 400 : 200)
}

async function save(web: Web, c: Call, file: Attachment, sent: Form): Promise<Response> {
  const chosen = sent.get('posterChosen')
  const form = {
    title: sent.get('title').trim(),
    transcript: unixLines(sent.get('transcript')).trim(),
    poster: chosen || sent.get('poster').trim(),
  }
  const poster = form.poster === '' ? null : await readPicture(web.store.db, libraryIdOf(form.poster) ?? '')
  if (form.poster !== '' && !poster) return page(web, c, file, { form, problem: m.badPoster })
  const details = { title: form.title, transcript: form.transcript, poster: poster?.id ?? null }
  const saved = await changeAttachment(web.store, { id: file.id, details, by: c.get('person').id }, web.now())
  return saved
    ? c.redirect(`/newsroom/files/${file.id}?done=saved`, 303)
    : answerError(web, c, 404, { sentence: attachmentMessages.gone })
}

/** The paper's own pages that show it. */
const pagesWith = (db: Database, { id }: Attachment) => listPagesNaming(db, attachmentAddress(id))

async function captions(web: Web, c: Call, file: Attachment, sent: Form): Promise<Response> {
  const uploaded = sent.file('captions')
  if (uploaded?.size !== undefined)
    return page(web, c, file, { problem: attachmentMessages.captionsTooLarge(MOST_CAPTIONS / 1024 ** 2) })
  const bytes = sent.get('remove') === '1' ? null : (uploaded?.bytes ?? 'none')
  if (bytes === 'none') return page(web, c, file, { problem: m.noCaptionsChosen })
  const change = { id: file.id, bytes, by: c.get('person').id }
  const done = await changeCaptions(web.store, web.attachmentFiles, change, web.now())
  if ('problem' in done) return page(web, c, file, { problem: done.problem })
  return c.redirect(`/newsroom/files/${file.id}?done=saved`, 303)
}

async function remove(web: Web, c: Call, file: Attachment): Promise<Response> {
  const namedIn = async (db: Database) => (await pagesWith(db, file)).map(({ title }) => `“${title}”`)
  const done = await deleteAttachment(
    web.store,
    web.attachmentFiles,
    { id: file.id, by: c.get('person').id, namedIn },
    web.now(),
  )
  if (!('usedIn' in done)) return c.redirect('/newsroom/files?done=deleted', 303)
  const headlines = await headlinesOf(
    web,
    done.usedIn.map((storyId) => ({ storyId })),
  )
  const stories = done.usedIn.map((storyId) => `“${headlines({ storyId }).headline}”`)
  return page(web, c, file, { problem: attachmentMessages.inUse([...done.namedIn, ...stories]) })
}
