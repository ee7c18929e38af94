/**
 * What the site keeps on disk is its own user's alone: held comments, mail
 * addresses and the site's secret are in it. Folders are made 0700 and files
 * 0600 whatever the umask; what is looser and this user's is mended.
 */
import { chmodSync, closeSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** A file's folder, and the file, made where they are missing. */
export function makePrivate(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  // SQLite gives the files that it puts beside a database the database's own mode.
  closeSync(openSync(file, 'a', 0o600))
}

/** Takes from all others what they may do with the folder and with what the site keeps in it. */
export function keepPrivate(folder: string): void {
  for (const path of openToOthers(folder)) {
    try {
      chmodSync(path, statSync(path).mode & 0o700)
    } catch {
      // Another user's, or a disk that knows no modes; "courant doctor" says so.
    }
  }
}

/** The folder and what the site keeps in it, as far as other users of the machine may read or write it. */
export function openToOthers(folder: string): string[] {
  let names: string[]
  try {
    names = readdirSync(folder).filter(
      (name) => ['outbox', 'pictures', 'files', 'backups'].includes(name) || name.startsWith('courant.db'),
    )
  } catch {
    return []
  }
  return [folder, ...names.map((name) => join(folder, name))].filter(isOpen)
}

function isOpen(path: string): boolean {
  if (process.platform === 'win32') return false
  try {
    return (statSync(path).mode & 0o077) !== 0
  } catch {
    // Gone meanwhile, or in a folder that this user may not enter: whoever opens it says so.
    return false
  }
}
