/** Folders that are seen at a glance, and files that can be read one after another. */
import { posix } from 'node:path'
import { placeOf } from './house-parts.mjs'

/** @typedef {import('./read-source.mjs').Source} Source */
/** @typedef {import('./house-parts.mjs').PartPlace} PartPlace */
/** @typedef {import('./house-parts.mjs').Place} Place */
/** @typedef {{ path: string, line: number, message: string }} Breach */

/** So many files in one folder are still seen at a glance; tests stand beside what they test, and do not count. */
const MOST_IN_A_FOLDER = 25

/**
 * @param {readonly string[]} paths
 * @returns {Breach[]}
 */
export function findFullFolders(paths) {
  /** @type {Map<string, string[]>} */
  const folders = new Map()
  for (const path of paths) {
    if (!path.startsWith('src/') || placeOf(path).isTest) continue
    const folder = posix.dirname(path)
    folders.set(folder, [...(folders.get(folder) ?? []), path])
  }
  return [...folders]
    .filter(([, held]) => held.length > MOST_IN_A_FOLDER)
    .map(([folder, held]) => ({
      path: [...held].sort()[0] ?? folder,
      line: 1,
      message: `stands in ${folder}/ with ${held.length} files, and ${MOST_IN_A_FOLDER} are the most: make rooms of it, by what belongs together`,
    }))
}

/**
 * Every import cycle among the sources, told once, at its first file. Types
 * count: files that need each other's types cannot be read one after another.
 * @param {Map<string, Source>} sources
 * @returns {Breach[]}
 */
export function findCycles(sources) {
  /** @type {Breach[]} */
  const cycles = []
  /** @type {Map<string, 'open' | 'done'>} */
  const seen = new Map()
  /** @param {string} path @param {string[]} trail */
  const visit = (path, trail) => {
    seen.set(path, 'open')
    for (const { specifier, line } of sources.get(path)?.imports ?? []) {
      const target = posix.join(posix.dirname(path), specifier)
      if (!specifier.startsWith('.') || !sources.has(target)) continue
      if (seen.get(target) === 'open') {
        const cycle = [...trail.slice(trail.indexOf(target)), target]
        cycles.push({
          path,
          line,
          message: `closes an import cycle: ${cycle.join(' → ')}; move what both need into a file of its own`,
        })
      } else if (!seen.has(target)) visit(target, [...trail, target])
    }
    seen.set(path, 'done')
  }
  for (const path of [...sources.keys()].sort()) if (!seen.has(path)) visit(path, [path])
  return cycles
}
