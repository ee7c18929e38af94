/** The first version of each line in which SQLite no longer damages a database that two connections write at once in WAL mode. */
const MENDED = [
  [3, 44, 6],
  [3, 50, 7],
  [3, 51, 3],
] as const

/** Whether this version of SQLite has that fault (sqlite.org/wal.html, "WAL-reset bug"). */
export function hasWalFault(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const line = MENDED.find(([, of]) => of === minor)
  return line ? patch < line[2] : major === 3 && minor < 51
}
