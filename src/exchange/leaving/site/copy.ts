/** Every page that readers see, as files for any web server. */
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { leavingMessages as m } from '../../../messages/index.ts'
import { readUrl } from '../../../text/index.ts'
import { copiedPath, fileForPath } from './addresses.ts'
import { type CopyFrame, copiedPage, leadingPage, pathsIn } from './page.ts'

/** What the site answers somebody who is not signed in. */
export interface Answer {
  status: number
  /** The media type; empty where it has none. */
  type: string
  /** Where it leads; null where it does not. */
  location: string | null
  bytes: Uint8Array
}

export interface CopyMade {
  /** Files that the copy has now. */
  files: number
  written: number
  removed: number
  /** Addresses that could not be copied, with the status or reason. */
  left: { path: string; why: string }[]
}

/** Which files a copy has, with the hash of each: nothing else in its folder is ever touched. */
const MANIFEST = 'courant-copy.json'
const Manifest = z.object({
  format: z.literal('courant-copy'),
  version: z.literal(1),
  files: z.record(z.string(), z.string()),
})

/** What no page links to, or may not. */
const BEGINNINGS = [
  '/',
  '/sitemap.xml',
  '/robots.txt',
  '/ads.txt',
  '/feed.xml',
  '/archive',
  '/house-rules',
  '/favicon.ico',
  '/apple-touch-icon.png',
  '/manifest.webmanifest',
]
/** For servers that send a page of their own for what is not there. */
const NOT_FOUND = '/404.html'
const AT_ONCE = 8

/**
 * Copies the site into a folder that is new, empty, or holds an earlier copy: what has not changed since is not written
 * again, and what is gone is removed. Each page is asked for as anybody would ask for it, so that nothing can be in a
 * copy that a reader could not see. `more` are paths beside those that pages lead to, and `files` what is made for the
 * copy alone, by name.
 */
export async function copySite(
  folder: string,
  ask: (path: string) => Promise<Answer>,
  { more, files, ...frame }: CopyFrame & { more: readonly string[]; files: ReadonlyMap<string, string> },
): Promise<CopyMade | { problem: string }> {
  const before = await readManifest(folder)
  if ('problem' in before) return before
  const copy = {
    folder,
    before: before.files,
    now: {} as Record<string, string>,
    written: 0,
    folders: new Set<string>(),
  }
  const left: CopyMade['left'] = []
  const seen = new Set<string>()
  const waiting: string[] = []
  const add = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    waiting.push(path)
  }
  for (const path of [...BEGINNINGS, ...more]) add(path)

  const take = async (path: string): Promise<void> => {
    const answer = await ask(path)
    const to = answer.status >= 300 && answer.status < 400 ? answer.location : null
    const type = to === null ? answer.type : 'text/html'
    const name = path === NOT_FOUND ? NOT_FOUND.slice(1) : fileForPath(path, type)
    if (name === null) {
      left.push({ path, why: m.noFileName })
      return
    }
    if (to !== null) {
      const next = readUrl(to, new URL(path, frame.site).href)
      const copied = next && copiedPath(next, frame.site)
      if (copied) add(copied)
      await put(copy, name, Buffer.from(leadingPage(to)))
      return
    }
    if (answer.status !== (path === NOT_FOUND ? 404 : 200)) {
      left.push({ path, why: String(answer.status) })
      return
    }
    if (!isText(type)) {
      await put(copy, name, answer.bytes)
      return
    }
    const text = Buffer.from(answer.bytes).toString('utf8')
    for (const found of pathsIn(text, type, path, frame)) add(found)
    await put(copy, name, Buffer.from(type.startsWith('text/html') ? copiedPage(text, path, frame) : text))
  }
  const work = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) await take(path)
  }
  // Those that find nothing to do end, while others still add to it: so again until nothing is left.
  while (waiting.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, work))
  await take(NOT_FOUND)
  for (const [name, text] of files) await put(copy, name, Buffer.from(text))

  const gone = Object.keys(copy.before).filter((name) => !(name in copy.now))
  for (const name of gone) await removeFile(folder, name)
  await writeWhole(
    folder,
    MANIFEST,
    Buffer.from(`${JSON.stringify({ format: 'courant-copy', version: 1, files: copy.now })}\n`),
  )
  return { files: Object.keys(copy.now).length, written: copy.written, removed: gone.length, left }
}

const isText = (type: string) => /^text\/(?:html|css)|xml|json/.test(type)

interface Copy {
  folder: string
  before: Record<string, string>
  now: Record<string, string>
  written: number
  /** Those that are known to be there. */
  folders: Set<string>
}

async function put(copy: Copy, name: string, bytes: Uint8Array): Promise<void> {
  const hash = createHash('sha256').update(bytes).digest('base64url')
  copy.now[name] = hash
  if (copy.before[name] === hash) return
  const into = dirname(name)
  if (!copy.folders.has(into)) await mkdir(join(copy.folder, into), { recursive: true })
  copy.folders.add(into)
  await writeWhole(copy.folder, name, bytes)
  copy.written += 1
}

/** A server that reads it meanwhile sends the old one or the new one. */
async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const path = join(folder, name)
  await writeFile(`${path}.new`, bytes)
  await rename(`${path}.new`, path)
}

async function removeFile(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { force: true })
  // Folders that are empty by now go, too.
  for (let at = dirname(name); at !== '.'; at = dirname(at)) {
    const isGone = await rmdir(join(folder, at)).then(
      () => true,
      () => false,
    )
    if (!isGone) return
  }
}

async function readManifest(folder: string): Promise<{ files: Record<string, string> } | { problem: string }> {
  await mkdir(folder, { recursive: true })
  const names = await readdir(folder)
  if (names.length === 0) return { files: {} }
  if (!names.includes(MANIFEST)) return { problem: m.folderOfOthers(folder) }
  try {
    const { files } = Manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')))
    const isInside = (name: string) => name.split('/').every((part) => part !== '' && !part.startsWith('.'))
    return Object.keys(files).every(isInside) ? { files } : { problem: m.manifestUnreadable(join(folder, MANIFEST)) }
  } catch {
    return { problem: m.manifestUnreadable(join(folder, MANIFEST)) }
  }
}
