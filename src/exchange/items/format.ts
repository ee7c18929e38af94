import type { Item } from './item.ts'

/** One file of an export: of a folder, of what a zip holds, or the file that was given. */
export interface ExportFile {
  /** Its path within the export, with "/" between. */
  name: string
  /** Bytes as unpacked; null where that is known only at its end. */
  size: number | null
  /** Its bytes, unpacked; can be asked for again. */
  open(): AsyncIterable<Uint8Array>
  /** A path on disk where the same bytes lie, for what can't be read as a stream. */
  onDisk(): Promise<string>
}

/** A file with its beginning, for who has to tell what it is. */
export interface Looked {
  name: string
  /** Its first 64 KB, or all of it; less of each where there are very many. */
  start: Uint8Array
}

export type FormatName =
  | 'archive'
  | 'blogger'
  | 'wordpress'
  | 'ghost'
  | 'substack'
  | 'medium'
  | 'movable type'
  | 'folder'
  | 'disqus'
  | 'isso'
  | 'remark42'
  | 'commento'
  | 'comentario'
  | 'coral'

/** What a format does not say and an editor has to. */
export type Question = 'siteAddress' | 'timeZone' | 'unreviewedWerePublic'

export interface Answers {
  /** With scheme and host. */
  siteAddress?: string
  /** IANA: where a format has days and hours without a zone. */
  timeZone?: string
  /** Whether what nobody had reviewed was public on the old site. */
  unreviewedWerePublic?: boolean
}

/** One way in. */
export interface Format {
  name: FormatName
  /** Which of the files are of this format, by what they begin with; none where it is another's. */
  recognise(files: readonly Looked[]): string[]
  asks: readonly Question[]
  /**
   * The items, as the files have them, without holding the whole in memory. Throws what `unreadable` throws where a
   * file can't be read to its end.
   */
  read(files: readonly ExportFile[], answers: Answers): AsyncIterable<Item>
}

/** An export that can't be read, in one sentence that says what to do. */
export class UnreadableExport extends Error {}

export function unreadable(sentence: string): never {
  throw new UnreadableExport(sentence)
}
