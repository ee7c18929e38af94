/** Moving a site in: its export is received or found on the server, looked through, taken in, and taken out again. */
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Hono } from 'hono'
import {
  beginLooking,
  countPicturesOf,
  type Import,
  importUploads,
  listImports,
  readImport,
  readImportLines,
  workOnImport,
} from '../../../exchange/moving/index.ts'
import { moveInMessages as m } from '../../../messages/index.ts'
import { isId, newId } from '../../../store/index.ts'
import { isTimeZone, readUrl } from '../../../text/index.ts'
import type { Call, Env, Web } from '../../context.ts'
import { answerError } from '../../kit/answer.ts'
import { type Form, isBrokenOff } from '../../kit/form.ts'
import { receiveFiles } from '../../kit/receive-files.ts'
import { withForm } from '../../kit/with-form.ts'
import { frameFor } from '../kit/frame.ts'
import { type OldSite, renderImportPage } from './import-page.tsx'
import { renderMoveInPage } from './move-in-page.tsx'

const HERE = '/newsroom/move-in'
const GIGABYTE = 1024 ** 3
/** One file at most, and so many of them; what is larger is put on the server. */
const LIMITS = { bytes: 4 * GIGABYTE, files: 100 }
/** Told by name on the page. */
const MOST_LINES = 500
/** How often a page that waits asks again, in seconds. */
const REFRESH = '4'

export function addMoveInRoutes(app: Hono<Env>, web: Web): void {
  app.get(HERE, (c) => showList(web, c))
  app.post(HERE, (c) => receive(web, c))
  app.post(`${HERE}/on-server`, (c) => withForm(web, c, (form) => takeFromServer(web, c, form.get('name'))))
  app.get(`${HERE}/:id`, (c) => withImport(web, c, (of) => show(web, c, of)))
  app.post(`${HERE}/:id/look`, (c) =>
    withForm(web, c, (form) => withImport(web, c, (of) => lookAgain(web, c, { of, form }))),
  )
  app.post(`${HERE}/:id/begin`, (c) =>
    withForm(web, c, (form) => withImport(web, c, (of) => begin(web, c, { of, form }))),
  )
  for (const [at, act] of [
    ['go-on', 'go on'],
    ['undo', 'undo'],
  ] as const)
    app.post(`${HERE}/:id/${at}`, (c) =>
      withImport(web, c, async ({ id }) => {
        await workOnImport(web.store, { id, act }, web.now())
        return c.redirect(`${HERE}/${id}`, 303)
      }),
    )
}

/** Exports on this machine: what an editor put there, and beside it the folder of uploads. */
const folderOf = (web: Web): string => join(web.dataFolder, 'imports')

async function withImport(web: Web, c: Call, work: (of: Import) => Promise<Response>): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const of = isId(id) ? await readImport(web.store.db, id) : null
  return of ? work(of) : answerError(web, c, 404, { sentence: m.gone })
}

async function showList(web: Web, c: Call, problem?: string, status: 200 | 400 | 413 = 200): Promise<Response> {
  const [frame, imports, onServer] = await Promise.all([
    frameFor(web, c),
    listImports(web.store.db),
    namesOnServer(web),
  ])
  const html = renderMoveInPage({ ...frame, imports, onServer, folder: folderOf(web), ...(problem ? { problem } : {}) })
  return c.html(html, status)
}

async function namesOnServer(web: Web): Promise<string[]> {
  const names = await readdir(folderOf(web)).catch(() => [])
  return names.filter((name) => name !== basename(importUploads(web.dataFolder)) && !name.startsWith('.')).sort()
}

async function receive(web: Web, c: Call): Promise<Response> {
  const id = newId(web.now())
  const folder = join(importUploads(web.dataFolder), id)
  const refuse = async (problem: string, status: 400 | 413) => {
    await rm(folder, { recursive: true, force: true })
    return showList(web, c, problem, status)
  }
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const received = await receiveFiles(c.env.incoming, folder, 'files', LIMITS)
    if ('fault' in received)
      return received.fault === 'too large'
        ? refuse(m.tooLarge(LIMITS.bytes / GIGABYTE), 413)
        : refuse(m.brokenOff, 400)
    const paths: string[] = []
    for (const one of received) {
      if ('isTooLarge' in one) return refuse(m.tooLarge(LIMITS.bytes / GIGABYTE), 413)
      // Under its own name, which says what some files are.
      const path = join(folder, `${paths.length}-${plainName(one.name)}`)
      await rename(one.path, path)
      paths.push(path)
    }
    return paths.length === 0 ? refuse(m.noFile, 400) : look(web, c, id, paths)
  } catch (error) {
    if (!isBrokenOff(error)) throw error
    return refuse(m.brokenOff, 400)
  }
}

/** No longer than a file system takes, and its ending kept. */
const plainName = (name: string): string =>
  basename(name.replaceAll('\\', '/').replaceAll('\0', '')).slice(-LONGEST_NAME)
const LONGEST_NAME = 60

/** Only what lies in the folder for it: nobody reads the machine's other files through an import. */
async function takeFromServer(web: Web, c: Call, name: string): Promise<Response> {
  if (!(await namesOnServer(web)).includes(name)) return showList(web, c, m.notThere, 400)
  return look(web, c, newId(web.now()), [join(folderOf(web), name)])
}

async function look(web: Web, c: Call, id: string, paths: readonly string[]): Promise<Response> {
  const options = { comments: 'held', trash: 'trash', fetchPictures: false, takeName: false } as const
  await beginLooking(web.store, { id, paths, answers: {}, options, by: c.get('person').id }, web.now())
  return c.redirect(`${HERE}/${id}`, 303)
}

async function show(
  web: Web,
  c: Call,
  of: Import,
  refused: { problem: string; typed: OldSite } | null = null,
): Promise<Response> {
  const about = of.state === 'undone' ? { about: 'kept' } : {}
  const [frame, lines, pictures] = await Promise.all([
    frameFor(web, c),
    readImportLines(web.store.db, of.id, { limit: MOST_LINES + 1, ...about }),
    countPicturesOf(web.store.db, of.id),
  ])
  if (['looking', 'running', 'undoing'].includes(of.state)) c.header('Refresh', REFRESH)
  const html = renderImportPage({
    ...frame,
    of,
    lines: lines.slice(0, MOST_LINES),
    more: Math.max(0, lines.length - MOST_LINES),
    pictures,
    ...refused,
  })
  return c.html(html, refused ? 400 : 200)
}

interface OfImport {
  of: Import
  form: Form
}

async function lookAgain(web: Web, c: Call, { of, form }: OfImport): Promise<Response> {
  const [address, zone, unreviewed] = [form.get('address').trim(), form.get('zone').trim(), form.get('unreviewed')]
  const refuse = (problem: string) => show(web, c, of, { problem, typed: { address, zone, unreviewed } })
  const url = address === '' ? null : readUrl(address)
  if (address !== '' && !/^https?:$/.test(url?.protocol ?? '')) return refuse(m.badAddress)
  if (zone !== '' && !isTimeZone(zone)) return refuse(m.badZone(zone))
  // What was begun is not looked through anew.
  if (of.state === 'looked' || (of.state === 'stopped' && of.place === 0)) {
    const answers = {
      ...(url ? { siteAddress: url.origin } : {}),
      ...(zone === '' ? {} : { timeZone: zone }),
      ...(unreviewed === 'yes' || unreviewed === 'no' ? { unreviewedWerePublic: unreviewed === 'yes' } : {}),
    }
    const { id, paths, options } = of
    await beginLooking(web.store, { id, paths, answers, options, by: c.get('person').id }, web.now())
  }
  return c.redirect(`${HERE}/${of.id}`, 303)
}

async function begin(web: Web, c: Call, { of, form }: OfImport): Promise<Response> {
  const options = {
    comments: form.get('comments') === 'approved' ? ('approved' as const) : ('held' as const),
    trash: form.get('trash') === 'yes' ? ('trash' as const) : ('leave' as const),
    fetchPictures: form.get('fetch') === 'yes',
    takeName: form.get('name') === 'yes',
  }
  await workOnImport(web.store, { id: of.id, act: 'begin', options }, web.now())
  return c.redirect(`${HERE}/${of.id}`, 303)
}
