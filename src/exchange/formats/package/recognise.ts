/** Which system an export comes from, by what its files begin with. */
import {
  moveAccountMessages as account,
  exportFileMessages,
  exportPackageMessages as m,
} from '../../../messages/index.ts'
import { type ExportFile, type Format, type Looked, unreadable } from '../../items/index.ts'

export interface Recognised {
  format: Format
  /** Those of its files that hold what is read, and what these name. */
  files: readonly ExportFile[]
  /** The names of the others. */
  unknown: readonly string[]
}

/** Bytes that are looked at of one file, and of all together: there may be a hundred thousand. */
const OF_ONE = 64 * 1024
const OF_ALL = 32 * 1024 * 1024
const LEAST = 1024

/**
 * The format of these files. Throws `unreadable` with a sentence where there is none, or several: the folder of pages,
 * which is whatever holds stories, counts only where there is no other.
 */
export async function recogniseExport(files: readonly ExportFile[], formats: readonly Format[]): Promise<Recognised> {
  const length = Math.min(OF_ONE, Math.max(LEAST, Math.floor(OF_ALL / files.length)))
  const looked: Looked[] = []
  for (const file of files) looked.push({ name: file.name, start: await beginningOfFile(file, length) })
  const claims = formats.map((format) => ({ format, names: new Set(format.recognise(looked)) }))
  const made = claims.filter(({ names, format }) => names.size > 0 && format.name !== 'folder')
  if (made.length > 1) unreadable(m.severalFormats(made.map(({ format }) => account.formats[format.name])))
  const claim = made[0] ?? claims.find(({ names }) => names.size > 0)
  if (claim === undefined) return unreadable(whyNone(looked))
  const { format, names } = claim
  return {
    format,
    files: files.filter(({ name }) => names.has(name)),
    unknown: files.flatMap(({ name }) => (names.has(name) ? [] : name)),
  }
}

async function beginningOfFile(file: ExportFile, length: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  let held = 0
  for await (const piece of file.open()) {
    pieces.push(piece.subarray(0, length - held))
    held += piece.length
    if (held >= length) break
  }
  return new Uint8Array(Buffer.concat(pieces))
}

/** What is to be said of files that are no export: of the one that most likely was meant to be. */
function whyNone(looked: readonly Looked[]): string {
  const meant = looked.find(({ name }) => DATA.test(name)) ?? looked.find(({ name }) => !MEDIA.test(name))
  if (meant === undefined) return m.onlyMedia
  const { name, start } = meant
  const text = new TextDecoder().decode(start).trimStart()
  if (text === '') return exportFileMessages.empty(name)
  if (text.startsWith('<<<<<<< ')) return exportFileMessages.conflict(name)
  if (/^<(?:!doctype html|html)\b/i.test(text)) return m.webPage(name)
  if (text.startsWith('<')) {
    const root = /<([A-Za-z][\w:.-]{0,60})[\s>]/.exec(text.slice(0, 4096))?.[1] ?? '?'
    return root === 'rss' || root === 'feed' ? m.feed(name) : m.xml(name, root)
  }
  return /^[[{]/.test(text) ? m.json(name) : m.unknown(name)
}

const DATA = /\.(?:xml|json|jsonl|atom|csv|txt|html?|db|sqlite)$/i
const MEDIA = /\.(?:jpe?g|png|gif|webp|avif|svg|heic|bmp|ico|mp[34]|m4[av]|ogg|wav|webm|mov|pdf|woff2?|ttf|css|js)$/i
