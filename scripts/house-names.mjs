/** The names that files and parts offer. */
import { posix } from 'node:path'
import { PARTS, placeOf } from './house-parts.mjs'

/** @typedef {import('./read-source.mjs').Source} Source */
/** @typedef {import('./house-parts.mjs').PartPlace} PartPlace */
/** @typedef {import('./house-parts.mjs').Place} Place */
/** @typedef {{ path: string, line: number, message: string }} Breach */

/**
 * Every function of src/ that is exported under a name which another has
 * already: whoever reads the name, or looks for it, can't tell which is meant.
 * @param {Map<string, Source>} sources
 * @returns {Breach[]}
 */
export function findNamesakes(sources) {
  /** @type {Map<string, string>} */
  const first = new Map()
  return [...sources.keys()].sort().flatMap((path) => {
    const place = placeOf(path)
    if (place.kind === 'outside' || place.isTest) return []
    return (sources.get(path)?.functions ?? []).flatMap(({ name, line }) => {
      const other = first.get(name) ?? path
      first.set(name, other)
      const message = `exports ${name}, as ${other} does: name each function by what it does, or let there be one`
      return other === path ? [] : [{ path, line, message }]
    })
  })
}

/** More names than these nobody has in view who looks for what a part offers. */
const MOST_ON_A_FACE = 60

/**
 * Every name on a part's face that nobody outside it takes, and every face with too many.
 * @param {Map<string, Source>} sources
 * @returns {Breach[]}
 */
export function findWideFaces(sources) {
  /** @type {Map<string, Set<string>>} */
  const taken = new Map()
  for (const [path, { imports }] of sources)
    for (const { specifier, names } of imports) {
      if (!specifier.startsWith('.')) continue
      const face = posix.join(posix.dirname(path), specifier)
      // A part's own tests reach its files.
      if (path.startsWith(`${posix.dirname(face)}/`)) continue
      const known = taken.get(face) ?? taken.set(face, new Set()).get(face)
      // Where all are taken, nobody can tell which.
      for (const name of names ?? ['*']) known?.add(name)
    }
  return Object.keys(PARTS).flatMap((part) => {
    const path = `src/${part}/index.ts`
    const source = sources.get(path)
    if (!source) return []
    const names = source.offers.flatMap(({ names, line }) => (names ?? ['*']).map((name) => ({ name, line })))
    const wide =
      // A face of messages is a table of their files, in the order of their folders.
      names.length > MOST_ON_A_FACE && part !== 'messages'
        ? [{ path, line: 1, message: `has ${names.length} names on its face, and ${MOST_ON_A_FACE} are the most` }]
        : []
    const used = taken.get(path) ?? new Set()
    return [
      ...wide,
      ...names
        .filter(({ name }) => name === '*' || !(used.has(name) || used.has('*')))
        .map(({ name, line }) => ({ path, line, message: `offers ${name}, which nobody outside ${part}/ takes` })),
    ]
  })
}
