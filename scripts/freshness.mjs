/** Whether dist/ still matches what it was built from. Plain Node: it runs before any package is installed. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What the build reads. Contents are compared, not times: a checkout, a copy or an unpacked archive changes times. */
const SOURCES = ['src', 'scripts/build.mjs', 'package-lock.json']
const STAMP = 'dist/built-from'

/** @param {string} root */
export function isBuilt(root) {
  const stamp = join(root, STAMP)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === buildSources(root)
}

/**
 * @param {string} root
 * @param {string} sources buildSources() from before the build: what changes meanwhile is built next time
 */
export const recordBuild = (root, sources) => writeFileSync(join(root, STAMP), sources)

/**
 * One line that differs where anything the build reads differs.
 * @param {string} root
 */
export function buildSources(root) {
  const hash = createHash('sha256')
  for (const path of sourceFiles(root)) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return `${hash.digest('hex')}\n`
}

/**
 * The files that the build reads, in a steady order.
 * @param {string} root
 * @returns {string[]}
 */
export const sourceFiles = (root) =>
  SOURCES.flatMap((source) => (statSync(join(root, source)).isFile() ? [source] : filesIn(root, source)))

/**
 * Without tests and documents, and without what editors leave beside a file while they have it open: links that lead
 * nowhere, and names that begin with a dot.
 * @param {string} root
 * @param {string} folder
 * @returns {string[]}
 */
const filesIn = (root, folder) =>
  readdirSync(join(root, folder), { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      if (entry.isDirectory()) return filesIn(root, path)
      return entry.isFile() && !/^\.|\.test\.tsx?$|\.md$/.test(entry.name) ? [path] : []
    })
