/** Files by name, wherever they lie: one face over a folder of this machine and a bucket of S3-compatible storage. */
import type { Readable } from 'node:stream'

export interface StoredFile {
  /** Parts of letters, digits, "-", "_" and ".", with "/" between: "pictures/ab/ab12…/original". */
  name: string
  /** In bytes. */
  size: number
  /** When it was put there, in milliseconds since the epoch, by the clock of whoever keeps it. */
  since: number
}

/** Bytes of a file, the first and the last included, as in a range of HTTP. */
export interface FileRange {
  from: number
  to: number
}

export interface OpenedFile {
  /** Of the whole file, in bytes, whatever range was asked for. */
  size: number
  /** To be read to its end or destroyed. */
  bytes: Readable
}

/** Whatever it does throws where the place fails; `fileProblem` tells that from a mistake of ours. */
export interface FileStore {
  /**
   * Puts the file at `path` of this machine under a name: whole or not at all, and durable when it is fulfilled,
   * in place of what had that name. The file at `path` may be gone then.
   */
  put(name: string, path: string): Promise<void>
  /** Null where there is none. Of a range, what there is of it; null where the file ends before it begins. */
  get(name: string, range?: FileRange): Promise<OpenedFile | null>
  /** All files under a folder's name, in no order. */
  list(folder: string): AsyncIterable<StoredFile>
  /** Removes all files under a folder's name; none may be there. */
  remove(folder: string): Promise<void>
  /** Tries to write, list and remove. Null, or a sentence for whoever runs the site. */
  check(): Promise<{ problem: string; isDown: boolean } | null>
}
