/**
 * The rules of the house: which part may know which, what must stay pure, and
 * what readers' pages may be handed. Each breach is a sentence that says why.
 */
import { importBreach } from './house-imports.mjs'
import { findUnusedMessages } from './house-messages.mjs'
import { findNamesakes, findWideFaces } from './house-names.mjs'
import { isForReaders, PURE_PARTS, placeOf } from './house-parts.mjs'
import { findCycles, findFullFolders } from './house-shape.mjs'
import { findBorrowedTables } from './house-tables.mjs'
import { codesOfTypes, findWrittenTexts } from './house-texts.mjs'
import { findSlowText } from './linear-time.mjs'
import { readSource } from './read-source.mjs'

/** @typedef {import('./read-source.mjs').Source} Source */
/** @typedef {import('./house-parts.mjs').PartPlace} PartPlace */
/** @typedef {import('./house-parts.mjs').Place} Place */
/** @typedef {{ path: string, line: number, message: string }} Breach */

/** The files of web/ that read a form themselves; all others are handed one by them. */
const FORM_READERS = ['with-form.ts', 'kept-words.ts']

/**
 * @param {Map<string, string>} files the text of every TypeScript file under src/, test/, bench/ and demo/, by its path from the root, with "/"
 * @param {readonly string[]} dependencies the packages that are installed with the program
 * @returns {Breach[]}
 */
export function findBreaches(files, dependencies) {
  const sources = new Map([...files].map(([path, text]) => [path, readSource(path, text)]))
  const breaches = [...sources].flatMap(([path, source]) =>
    rulesFor(path, source, dependencies).map(({ line, message }) => ({ path, line, message })),
  )
  const codes = codesOfTypes(files)
  const inTexts = [...files].flatMap(([path, text]) => {
    const place = placeOf(path)
    if (place.kind === 'outside' || place.isTest) return []
    return [...findSlowText(path, text), ...findWrittenTexts(path, text, codes)].map((one) => ({ path, ...one }))
  })
  return [
    ...breaches,
    ...inTexts,
    ...findUnusedMessages(files),
    ...findFullFolders([...files.keys()]),
    ...findBorrowedTables(sources),
    ...findWideFaces(sources),
    ...findCycles(sources),
    ...findNamesakes(sources),
  ]
}

/**
 * @param {string} path
 * @param {Source} source
 * @param {readonly string[]} dependencies
 * @returns {{ line: number, message: string }[]}
 */
function rulesFor(path, source, dependencies) {
  const place = placeOf(path)
  const imports = source.imports.flatMap((one) => {
    const message = importBreach(path, one, dependencies)
    return message ? [{ line: one.line, message: `imports ${one.specifier}: ${message}` }] : []
  })
  if (place.kind === 'outside' || place.isTest) return imports
  const found = [...imports]
  for (const { names, line } of source.imports) {
    if (!names?.includes('readForm') || (place.kind === 'part' && FORM_READERS.includes(place.name))) continue
    found.push({
      line,
      message: 'reads a form itself: withForm does, so that whoever sends one that can’t be read is told so everywhere',
    })
  }
  if (place.kind === 'unknown') {
    found.push({
      line: 1,
      message: 'belongs to no part: give it a place in a folder that PARTS in scripts/house-parts.mjs knows',
    })
  }
  if (place.kind === 'part' && PURE_PARTS.includes(place.part)) {
    for (const { line, what } of source.impure) {
      found.push({
        line,
        message: `uses ${what}: ${place.part}/ is text in and records out, so that it answers the same anywhere`,
      })
    }
  }
  if (isForReaders(place)) {
    for (const { text, line } of source.texts) {
      if (text === 'newsroom') {
        found.push({
          line,
          message:
            'names the newsroom’s scope: readers are shown readings of stories whose editor switched that on, and no others',
        })
      }
    }
  }
  if (path !== 'src/config.ts') {
    for (const line of source.environment) {
      found.push({
        line,
        message: 'reads process.env: config.ts alone does, so that every setting is checked and documented',
      })
    }
  }
  for (const line of source.boundLimits) {
    found.push({
      line,
      message: 'binds a limit: write it with sql.lit, because SQLite compiles such a statement anew each time',
    })
  }
  for (const line of source.canParse) {
    found.push({
      line,
      message: 'asks URL.canParse, which denies addresses in letters once it is warm: take readUrl of text/',
    })
  }
  for (const line of source.storesInside) {
    found.push({
      line,
      message:
        'reaches for the store within a transaction: SQLite has one line, so reading past the transaction waits for ever; use what tx has',
    })
  }
  return found
}
