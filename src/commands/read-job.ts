/** One file or story read: bytes or words in, a document out. It runs in the program and in its worker threads. */
import { type ImportedPage, readPage } from '../exchange/index.ts'
import { type ReadingText, read } from '../reading/index.ts'
import { type Block, readingTextOf, type StoryContent } from '../story/index.ts'
import { readBytes } from './read-bytes.ts'
import type { DocumentDate, ReadDocument } from './read-document.ts'

/** Plain values, so that it can be handed to a thread. */
export interface Job {
  /** As it was named. */
  file: string
  /** What --date gives, YYYY-MM-DD. */
  day: string | null
  from:
    | { what: 'file' }
    | { what: 'bytes'; bytes: Uint8Array }
    | { what: 'story'; text: ReadingText; date: DocumentDate | null }
    | { what: 'problem'; problem: string }
}

/** { problem } is a sentence for whoever named the file. */
export type JobResult = ReadDocument | { problem: string }

export async function runJob(job: Job): Promise<JobResult> {
  const { file, day, from } = job
  try {
    if (from.what === 'problem') return from
    if (from.what === 'story') return documentOf(file, from.text, from.date)
    const bytes = from.what === 'bytes' ? from.bytes : await readBytes(file)
    if ('problem' in bytes) return bytes
    const page = await readPage({ bytes, name: file }, { now: Date.now() })
    if ('problem' in page) return { problem: `${nameOf(file)}: ${page.problem}` }
    const date: DocumentDate | null = day ? { day, from: 'option', sure: true } : dayOfPage(page)
    return documentOf(file, readingTextOf(withPlainIds(page.content), date?.day ?? null), date)
  } catch (error) {
    return { problem: `${nameOf(file)} could not be read: ${error instanceof Error ? error.message : error}.` }
  }
}

export const nameOf = (file: string): string => (file === '-' ? 'Standard input' : file)

function documentOf(file: string, text: ReadingText, date: DocumentDate | null): ReadDocument {
  const reading = read(text)
  const found: DocumentDate | null = reading.date && { day: reading.date.day, from: 'text', sure: false }
  return { file, date: date ?? found, blocks: [...text.blocks], reading }
}

/** The page's day, where it states one, or where the top of it names a day of which only the year is left open. */
export function dayOfPage({ content, date }: Pick<ImportedPage, 'content' | 'date'>): DocumentDate | null {
  if (date.sure) return { day: date.edtf, from: 'page', sure: true }
  const [, year, month, day] = /^(\d{4})\?-(\d\d)-(\d\d)$/.exec(date.edtf) ?? []
  if (!year || !month || !day) return null
  const first = content.body.find(({ type }) => type === 'paragraph')
  const top = [content.headline, content.standfirst, content.dateline, content.picture?.caption, textOf(first)].join(
    '\n',
  )
  const name = MONTHS[Number(month) - 1] as string
  const named = new RegExp(
    `\\b(?:${name}|${name.slice(0, 3)}\\.?) 0?${Number(day)}\\b|\\b0?${Number(day)}(?:st|nd|rd|th)? (?:of )?${name.slice(0, 3)}`,
    'i',
  )
  // A day further down is as often one to come, or long gone.
  return named.test(top) ? { day: `${year}-${month}-${day}`, from: 'page', sure: false } : null
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const textOf = (block: Block | undefined): string => (block && 'text' in block ? block.text : '')

/**
 * A file's blocks numbered by their order: ids made by chance would be others
 * at every reading, and a statement's id is made of its block's.
 */
function withPlainIds(content: StoryContent): StoryContent {
  const body = content.body.map((block, index): Block => {
    const id = `b${index + 1}`
    const number = <T>(parts: readonly T[]) => parts.map((part, at) => ({ ...part, id: `${id}p${at + 1}` }))
    if (block.type === 'quote') return { ...block, id, paragraphs: number(block.paragraphs) }
    if (block.type === 'list') return { ...block, id, items: number(block.items) }
    return { ...block, id }
  })
  return { ...content, body }
}
