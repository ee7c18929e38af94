/** The pages that reading is scored on, with what each should give; where they lie, and what is said where they do not. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'

const corpora = resolve(process.env.COURANT_SHARED ?? '../shared', 'corpora')

export interface ScoredPage {
  name: string
  url: string
  bytes: Uint8Array
}

/** A page of corpora/extraction: the words of its article. */
export interface BodyPage extends ScoredPage {
  body: string
}

/** A page of corpora/pages: empty strings where nobody says what is right. */
export interface ToldPage extends ScoredPage {
  title: string
  author: string
  /** YYYY-MM-DD */
  date: string
  /** Snippets of the story, and of what stands around it. */
  with: string[]
  without: string[]
}

export function bodyPages(): BodyPage[] | null {
  const folder = join(corpora, 'extraction')
  const truth = readJson<Record<string, { articleBody: string; url: string }>>(folder, 'ground-truth.json')
  if (!truth) return null
  return Object.entries(truth).map(([name, page]) => ({
    name,
    url: page.url,
    body: page.articleBody,
    bytes: readZipped(join(folder, 'html', `${name}.html.gz`)),
  }))
}

export function toldPages(): ToldPage[] | null {
  const folder = join(corpora, 'pages')
  const truth = readJson<Record<string, Partial<ToldPage>>>(folder, 'expected.json')
  if (!truth) return null
  return Object.entries(truth).map(([name, { url, title, author, date, with: wanted, without }]) => ({
    name,
    url: url ?? '',
    title: title ?? '',
    author: [author ?? ''].flat().join(', '),
    date: date ?? '',
    with: wanted ?? [],
    without: without ?? [],
    bytes: readZipped(join(folder, 'html', name)),
  }))
}

const readZipped = (path: string): Uint8Array => new Uint8Array(gunzipSync(readFileSync(path)))

function readJson<T>(folder: string, name: string): T | null {
  if (existsSync(join(folder, name))) return JSON.parse(readFileSync(join(folder, name), 'utf8')) as T
  console.log(
    `The corpus is not at ${folder}; it was not scored. Set COURANT_SHARED to the folder that holds corpora/.`,
  )
  return null
}
