/** The picture library: uploads, details, other files in their place, and taking out what nobody uses. */
import { Readable } from 'node:stream'
import type { Hono } from 'hono'
import {
  addPicture,
  changePicture,
  countPictures,
  deletePicture,
  fetchPictureFile,
  findPictures,
  type LibraryPicture,
  libraryAddress,
  MOST_BYTES,
  type PictureDetails,
  readCredits,
  readPicture,
  readPictureUses,
  readPreparation,
  readRightsLines,
  renameCredit,
  replacePicture,
  shownPicture,
  type UploadedFile,
} from '../../../media/index.ts'
import { libraryMessages as m, pictureMessages } from '../../../messages/index.ts'
import { may, readPerson } from '../../../people/index.ts'
import { readHeadlines } from '../../../story/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import type { Form } from '../../kit/form.ts'
import { wholeNumber } from '../../kit/whole-number.ts'
import { withFiles, withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { renderLibraryPage } from './library-page.tsx'
import { askedFor, fieldsOf, readLibrarySearch } from './library-search.ts'
import { detailsOf, type PictureForm, readPictureForm } from './picture-form.ts'
import { renderPicturePage } from './picture-page.tsx'
import { placesOf } from './picture-places.ts'

const ON_A_PAGE = 60
/** One picture of the largest size, or several that are smaller; and the form around them. */
const UPLOAD_LIMIT = MOST_BYTES + 1024 * 1024

export function addPicturesRoutes(app: Hono<Env>, web: Web): void {
  app.get('/newsroom/pictures', (c) => library(web, c, { problems: [] }))
  app.post('/newsroom/pictures', (c) => withFiles(web, c, (form) => upload(web, c, form), UPLOAD_LIMIT))
  app.post('/newsroom/pictures/fetch', (c) => withForm(web, c, (form) => fetched(web, c, form)))
  app.post('/newsroom/pictures/credit', (c) => withForm(web, c, (form) => rename(web, c, form)))
  app.get('/newsroom/pictures/:id', (c) => withPicture(web, c, (picture) => page(web, c, picture, {})))
  app.post('/newsroom/pictures/:id', (c) =>
    withForm(web, c, (form) => withPicture(web, c, (picture) => save(web, c, picture, form))),
  )
  app.post('/newsroom/pictures/:id/focus', (c) =>
    withForm(web, c, (form) => withPicture(web, c, (picture) => focus(web, c, picture, form))),
  )
  app.get('/newsroom/pictures/:id/original', (c) => withPicture(web, c, (picture) => original(web, c, picture)))
  app.post('/newsroom/pictures/:id/replace', (c) =>
    withFiles(web, c, (form) => withPicture(web, c, (picture) => replace(web, c, picture, form)), UPLOAD_LIMIT),
  )
  app.post('/newsroom/pictures/:id/delete', (c) => withPicture(web, c, (picture) => remove(web, c, picture)))
}

async function withPicture(web: Web, c: Call, work: (picture: LibraryPicture) => Promise<Response>): Promise<Response> {
  const picture = await readPicture(web.store.db, c.req.param('id') ?? '')
  return picture ? work(picture) : answerError(web, c, 404, { sentence: m.gone })
}

async function library(
  web: Web,
  c: Call,
  said: { done?: string; problems: readonly string[]; address?: string },
): Promise<Response> {
  const { db } = web.store
  const frame = await frameFor(web, c)
  const search = readLibrarySearch((name) => c.req.query(name))
  const asked = askedFor(search, frame.site)
  const problems = 'problem' in asked ? [...said.problems, asked.problem] : said.problems
  const [, at = '', id = ''] = /^(\d{1,15})-(\w+)$/.exec(c.req.query('before') ?? '') ?? []
  const before = id === '' ? null : { addedAt: Number(at), id }
  const [found, total, credits] = await Promise.all([
    'problem' in asked ? [] : findPictures(db, { ...asked, before, limit: ON_A_PAGE }),
    countPictures(db),
    readCredits(db),
  ])
  const pictures = found.slice(0, ON_A_PAGE)
  if (c.req.header('accept') === 'application/json') return c.json({ found: pictures.map(forEditor) })
  const preparation = await readPreparation(db, pictures)
  const last = pictures.at(-1)
  const query = new URLSearchParams(fieldsOf(search))
  if (last) query.set('before', `${last.addedAt}-${last.id}`)
  const [added, there] = [wholeNumber(c.req.query('added') ?? ''), wholeNumber(c.req.query('there') ?? '')]
  const renamed = wholeNumber(c.req.query('renamed') ?? '')
  const done =
    said.done ??
    (c.req.query('done') === 'deleted'
      ? m.removed
      : added
        ? saidOfAdded(added, there ?? 0)
        : renamed
          ? m.creditRenamed(renamed)
          : undefined)
  const html = renderLibraryPage({
    ...frame,
    uploadScript: web.assets.path('upload.js'),
    address: said.address ?? '',
    mayRename: may(frame.person, 'edit others'),
    ...{ pictures, preparation, total, search, credits, problems },
    ...(found.length > ON_A_PAGE ? { older: `/newsroom/pictures?${query}` } : {}),
    ...(done ? { done } : {}),
  })
  return c.html(html, problems.length > 0 ? 400 : 200)
}

async function upload(web: Web, c: Call, form: Form): Promise<Response> {
  const uploads = form.files('files')
  const added: { picture: LibraryPicture; isNew: boolean }[] = []
  const problems: string[] = []
  for (const one of uploads) {
    const done = await addPicture(web.store, web.pictureFiles, { upload: one, by: c.get('person').id }, web.now())
    if ('problem' in done) problems.push(m.notAdded(one.name, done.problem))
    else added.push(done)
  }
  if (uploads.length === 0) problems.push(m.noFile)
  // The page's script sends one file at a time, and shows what came of it itself.
  if (c.req.header('accept') === 'application/json')
    return c.json({
      problem: problems[0] ?? null,
      pictures: added.map(({ picture }) => forScript(picture)),
      listed: added.map(({ picture }) => forEditor(picture)),
    })
  const there = added.filter(({ isNew }) => !isNew).length
  if (problems.length === 0) return c.redirect(`/newsroom/pictures?added=${added.length}&there=${there}`, 303)
  return library(web, c, { problems, ...(added.length > 0 ? { done: saidOfAdded(added.length, there) } : {}) })
}

/** A credit, written otherwise on every picture that has it. */
async function rename(web: Web, c: Call, form: Form): Promise<Response> {
  const [credit, to] = [form.get('credit'), form.get('to').trim()]
  if (to === '') return library(web, c, { problems: [m.creditEmpty] })
  const count = await renameCredit(web.store, { credit, to, by: c.get('person').id }, web.now())
  return c.redirect(`/newsroom/pictures?${new URLSearchParams({ credit: to, renamed: String(count) })}`, 303)
}

async function fetched(web: Web, c: Call, form: Form): Promise<Response> {
  const address = form.get('address').trim()
  const file = await fetchPictureFile(address)
  if ('problem' in file) return library(web, c, { problems: [file.problem], address })
  const done = await addPicture(web.store, web.pictureFiles, { upload: file, by: c.get('person').id }, web.now())
  if ('problem' in done) return library(web, c, { problems: [done.problem], address })
  return c.redirect(`/newsroom/pictures/${done.picture.id}`, 303)
}

const saidOfAdded = (count: number, there: number): string =>
  [count > there ? m.added(count - there) : '', there > 0 ? m.wereThere(there) : ''].join(' ').trim()

const forScript = (picture: LibraryPicture) => ({
  href: `/newsroom/pictures/${picture.id}`,
  words: picture.caption || picture.name,
  src: shownPicture(picture.file, picture)?.src ?? '',
})

/** As the story's editor lists it, to put it into a story. */
const forEditor = (picture: LibraryPicture) => ({
  src: libraryAddress(picture.id),
  shown: shownPicture(picture.file, picture)?.src ?? '',
  name: picture.name,
  words: picture.caption,
})

async function page(
  web: Web,
  c: Call,
  picture: LibraryPicture,
  { form = picture, problem }: { form?: PictureForm; problem?: string },
): Promise<Response> {
  if (c.req.header('accept') === 'application/json') return c.json({ found: [forEditor(picture)] })
  const { db } = web.store
  const [frame, uses, places, credits, rights, preparation] = await Promise.all([
    frameFor(web, c),
    readPictureUses(db, picture.id),
    placesOf(db, picture.id, c.get('person')),
    readCredits(db),
    readRightsLines(db),
    readPreparation(db, [picture]),
  ])
  const headlines = await readHeadlines(
    db,
    uses.map(({ storyId }) => storyId),
  )
  const by = picture.addedBy === null ? null : await readPerson(db, picture.addedBy)
  const name = c.req.query('done')
  const done = name === 'saved' ? m.saved : name === 'replaced' ? m.replaced : undefined
  const html = renderPicturePage({
    ...frame,
    ...{ picture, form, places, addedBy: by?.name ?? null, mayReplace: may(frame.person, 'edit others') },
    ...{ credits: credits.map(({ credit }) => credit), rights, preparation: preparation.get(picture.id) },
    uses: uses.map((use) => ({ ...use, headline: headlines.get(use.storyId) || m.noCaption })),
    ...(problem ? { problem } : done ? { done } : {}),
  })
  return c.html(html, problem ? 400 : 200)
}

async function save(web: Web, c: Call, picture: LibraryPicture, sent: Form): Promise<Response> {
  const form = readPictureForm(sent, picture.madeWithAi)
  const details = detailsOf(form, picture.focus)
  if ('problem' in details) return page(web, c, picture, { form, problem: details.problem })
  return kept(web, c, picture, details)
}

async function focus(web: Web, c: Call, picture: LibraryPicture, form: Form): Promise<Response> {
  const [across, down] = [wholeNumber(form.get('across')), wholeNumber(form.get('down'))]
  if (across !== null && down !== null)
    return kept(web, c, picture, { ...picture, focus: { x: share(across, 100), y: share(down, 100) } })
  const [x, y] = [wholeNumber(form.get('focus.x')), wholeNumber(form.get('focus.y'))]
  const width = wholeNumber(form.get('shown-width')) ?? 0
  if (x === null || y === null || width < 1) return page(web, c, picture, { problem: m.focusHint })
  const height = (width * picture.height) / picture.width
  return kept(web, c, picture, { ...picture, focus: { x: share(x, width), y: share(y, height) } })
}

/** In thousandths. */
const share = (part: number, whole: number): number => Math.min(1000, Math.max(0, Math.round((part / whole) * 1000)))

async function kept(web: Web, c: Call, { id }: LibraryPicture, details: PictureDetails): Promise<Response> {
  const saved = await changePicture(web.store, { id, details, by: c.get('person').id }, web.now())
  return saved ? c.redirect(`/newsroom/pictures/${id}?done=saved`, 303) : answerError(web, c, 404, { sentence: m.gone })
}

/** As it was uploaded, to be saved; never shown by the site, whatever it holds. */
async function original(web: Web, c: Call, { file, format, name }: LibraryPicture): Promise<Response> {
  const found = await web.pictureFiles.original(file)
  if (!found) return answerError(web, c, 404, { sentence: m.gone })
  const plain = name.replace(/\.[^.]*$/, '').replace(/[^\w.-]+/g, '-') || 'picture'
  return c.body(Readable.toWeb(found.bytes) as ReadableStream, 200, {
    'content-length': String(found.size),
    'content-type': `image/${format}`,
    'content-disposition': `attachment; filename="${plain}.${format === 'jpeg' ? 'jpg' : format}"`,
  })
}

async function replace(web: Web, c: Call, picture: LibraryPicture, form: Form): Promise<Response> {
  const upload: UploadedFile | null = form.file('file')
  if (!upload) return page(web, c, picture, { problem: m.noFile })
  const done = await replacePicture(
    web.store,
    web.pictureFiles,
    { id: picture.id, upload, by: c.get('person').id },
    web.now(),
  )
  if ('problem' in done) return page(web, c, picture, { problem: done.problem })
  return c.redirect(`/newsroom/pictures/${picture.id}?done=replaced`, 303)
}

async function remove(web: Web, c: Call, picture: LibraryPicture): Promise<Response> {
  const done = await deletePicture(web.store, web.pictureFiles, { id: picture.id, by: c.get('person').id }, web.now())
  if (!('usedIn' in done)) return c.redirect('/newsroom/pictures?done=deleted', 303)
  const headlines = await readHeadlines(web.store.db, done.usedIn)
  const stories = done.usedIn.map((id) => `“${headlines.get(id) || m.noCaption}”`)
  const places = (await placesOf(web.store.db, picture.id, c.get('person'))).map(({ words }) => words)
  return page(web, c, picture, { problem: pictureMessages.inUse([...stories, ...places]) })
}
