/** What `courant read` makes of a file or a story; docs/contracts/reading.md is its promise to others. */
import type { Reading, ReadingBlock } from '../reading/index.ts'

export interface ReadDocument {
  /** As it was named: a path, "-" for standard input, a story's id. */
  file: string
  date: DocumentDate | null
  /** The words that were read, in reading order; all offsets count in them. */
  blocks: ReadingBlock[]
  reading: Reading
}

/** The day that times are counted from. */
export interface DocumentDate {
  /** YYYY-MM-DD */
  day: string
  /** Who gave it: --date, the story's own record, the page's head or caption, or a date among its words. */
  from: 'option' | 'story' | 'page' | 'text'
  /** False where it is only likely. */
  sure: boolean
}
