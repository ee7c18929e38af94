/** One file or story read: bytes or words in, a document out. It runs in the program and in its worker threads. */
import { type DayOfPage, dayOfPage, readPage } from '../exchange/page/index.ts'
import { type ReadingText, read } from '../reading/index.ts'
import { numberIds, readingTextOf, type StoryContent } from '../story/index.ts'
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
    const date: DocumentDate | null = day ? { day, from: 'option', sure: true } : fromPage(dayOfPage(page))
    return documentOf(file, readingTextOf(withPlainIds(page.content), date?.day ?? null), date)
  } catch (error) {
    return { problem: `${nameOf(file)} could not be read: ${error instanceof Error ? error.message : error}.` }
  }
}

export const nameOf = (file: string): string => (file === '-' ? 'Standard input' : file)

/** As a document has it. */
export const fromPage = (found: DayOfPage | null): DocumentDate | null => found && { ...found, from: 'page' }

function documentOf(file: string, text: ReadingText, date: DocumentDate | null): ReadDocument {
  const reading = read(text)
  const found: DocumentDate | null = reading.date && { day: reading.date.day, from: 'text', sure: false }
  return { file, date: date ?? found, blocks: [...text.blocks], reading }
}

/**
 * A file's blocks numbered by their order: ids made by chance would be others
 * at every reading, and a statement's id is made of its block's.
 */
function withPlainIds(content: StoryContent): StoryContent {
  return { ...content, body: numberIds(content.body, 'b') }
}
