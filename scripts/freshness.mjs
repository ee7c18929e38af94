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
  for (const path of SOURCES.flatMap((source) => filesIn(root, source))) {
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return `${hash.digest('hex')}\n`
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]}
 */
function filesIn(root, path) {
  if (statSync(join(root, path)).isFile()) return /\.test\.tsx?$|\.md$/.test(path) ? [] : [path]
  return readdirSync(join(root, path))
    .sort()
    .flatMap((name) => filesIn(root, `${path}/${name}`))
}
