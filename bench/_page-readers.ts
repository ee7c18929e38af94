/** Who reads pages in the score: Courant, Readability.js and, where it can be had, defuddle. */
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { readPage } from '../src/exchange/page/index.ts'
import { wordsOfBlock } from '../src/story/index.ts'
import { loadDefuddle } from './_defuddle.ts'

export interface PageRead {
  title: string
  byline: string
  /** As it was given; YYYY-MM-DD at its beginning where it is known. */
  date: string
  text: string
}

export interface PageReader {
  name: string
  read(bytes: Uint8Array, url: string): Promise<PageRead>
}

const NOTHING: PageRead = { title: '', byline: '', date: '', text: '' }

const courant: PageReader = {
  name: 'Courant',
  async read(bytes) {
    const page = await readPage({ bytes, mediaType: 'text/html' }, { now: Date.now() })
    if ('problem' in page) return NOTHING
    const { headline, byline, body } = page.content
    return { title: headline, byline, date: page.date.edtf, text: body.map(wordsOfBlock).join('\n') }
  },
}

const readability: PageReader = {
  name: 'Readability.js alone',
  async read(bytes) {
    const article = new Readability(documentOf(bytes)).parse()
    return {
      title: article?.title ?? '',
      byline: article?.byline ?? '',
      date: article?.publishedTime ?? '',
      text: article?.textContent ?? '',
    }
  },
}

/** All three, or two and one sentence that says why. */
export async function pageReaders(): Promise<PageReader[]> {
  const defuddle = await loadDefuddle()
  if ('problem' in defuddle) {
    console.log(`${defuddle.problem}\n`)
    return [courant, readability]
  }
  const read = async (bytes: Uint8Array, url: string): Promise<PageRead> => {
    const page = await defuddle.read(documentOf(bytes), url)
    const { document } = parseHTML(`<!doctype html><html><body>${page.content}</body></html>`)
    return { title: page.title, byline: page.author, date: page.published, text: document.body.textContent ?? '' }
  }
  return [courant, readability, { name: `defuddle ${defuddle.version}`, read }]
}

const documentOf = (bytes: Uint8Array): Document =>
  parseHTML(Buffer.from(bytes).toString('utf8')).document as unknown as Document
