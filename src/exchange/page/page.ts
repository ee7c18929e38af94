/** What a page that comes in is given as, and what is made of it. */
import type { StoryContent } from '../../story/index.ts'

export type PageInput = ({ bytes: Uint8Array } | { text: string }) & {
  /** As an HTTP header or a browser gives it: text/html; charset=… */
  mediaType?: string
  /** A file's name, for telling HTML by its ending. */
  name?: string
}

/** A part of the page that is not in the story. */
export interface Dropped {
  what: 'second-copy' | 'page-furniture' | 'house-rule' | 'heading-said-twice' | 'date-line'
  /** One sentence for people. */
  why: string
  /** The words as they stood in the page. */
  text: string
  /** The lines of the page they stood on, from 1; null for HTML, whose lines mean nothing. */
  lines: { from: number; to: number } | null
}

/** What the page says of its day, and what it does not. */
export interface DateFound {
  /** EDTF (ISO 8601-2): 2024-05-16, or 2024?-05-16 where the year is only likely; empty where nothing is known. */
  edtf: string
  /** Whether day, month and year all stand in the page. */
  sure: boolean
  /** For people: what is known, and what to check. */
  sentences: string[]
}

export interface ImportedPage {
  kind: 'text' | 'html'
  content: StoryContent
  date: DateFound
  /** What the page asked of those who comment; empty where it asked nothing. */
  houseRule: string
  dropped: Dropped[]
  /** What an editor should look at: no headline found, an edited paragraph in a second copy. */
  warnings: string[]
}

export interface ReadOptions {
  /** Milliseconds since the epoch: a page can't speak of a day after it. */
  now: number
  timeZone?: string
}

/** A paragraph of the page as it came, and where it stood. */
export interface Piece {
  text: string
  /** From 1. */
  fromLine: number
  toLine: number
}
