/** What no export needs, and files do that are made to fill a disk. */

/** Files in one export. */
export const MOST_FILES = 500_000
/** Less than this is unpacked, whatever it was packed to. */
const HARMLESS_BYTES = 100 * 1024 * 1024
/** So many times as much as it was packed to: text that says the same for ever comes to a hundred, zeros to a thousand. */
const MOST_TIMES = 250

/** Whether so many bytes, packed to so many, are more than an export has. */
export const isBomb = (unpacked: number, packed: number): boolean =>
  unpacked > HARMLESS_BYTES && unpacked > packed * MOST_TIMES

/** What operating systems leave beside files, and what is not meant to be seen: no part of an export. */
export const isJunk = (name: string): boolean =>
  /(?:^|\/)(?:\.[^/]*|__MACOSX|Thumbs\.db|desktop\.ini|node_modules|bower_components|_site)(?:\/|$)/i.test(name)
