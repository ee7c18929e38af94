/** Which tests could notice a fault: those of the file's own part that run a function of it, as the tests were seen to. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { readSource } from '../../scripts/read-source.mjs'
import { root } from './copies.mjs'

/** @typedef {import('./copies.mjs').Copy} Copy */
/** @typedef {{ path: string, atTop: boolean }} Place */
/** @typedef {{ test: string, ran: string[], ms: number }} Note what a test file ran, and how long it took */
/** @typedef {{ tests: string[], ms: number }} Telling the tests that could notice a fault, and how long they take without one */

/** Tests that are a part's own though they stand elsewhere. The files beside the parts put the program together. */
const FURTHER = new Map([
  ['web', ['test/promises/', 'test/browser/']],
  ['reading', ['test/reading/']],
  ['the program', ['src/commands/', 'test/promises/']],
])
/** What a test runs that starts the program as a process of its own, where nobody can watch it. */
const PROGRAM = /^src\/(commands\/.*|main|app|config|demo)\b/
const STARTS_PROGRAM = 'test/promises/programs.ts'
/** Runs in a browser, where nobody watches either. */
const ISLANDS = 'src/web/islands/'

/** How long all tests of all parts may take without any fault, in milliseconds. */
const PATIENCE = 3 * 60 * 60_000

/** @param {string} path of a file under src/ */
export const partOf = (path) =>
  path.split('/').length > 2 ? /** @type {string} */ (path.split('/')[1]) : 'the program'

/**
 * @param {string} part
 * @param {string} test
 */
const isOwn = (part, test) =>
  (part === 'the program' ? /^src\/[^/]+$/.test(test) : test.startsWith(`src/${part}/`)) ||
  (FURTHER.get(part) ?? []).some((folder) => test.startsWith(folder))

/**
 * Runs the parts' tests once without a fault, as far as that is not known from
 * before, and answers what finds the tests for a place.
 * @param {Copy} copy
 * @param {string[]} parts
 * @param {string[]} tests all there are
 * @param {Map<string, string>} sources the text of every file under src/ that is no test
 * @returns {Promise<(place: Place) => Telling>}
 */
export async function watchTests(copy, parts, tests, sources) {
  const wanted = tests.filter((test) => parts.some((part) => isOwn(part, test)))
  const seen = await readNotes(copy, wanted)
  const importers = importersOf(sources)
  const direct = (/** @type {string} */ path) =>
    wanted.filter((test) => {
      const ran = seen.get(test)?.ran
      if (!ran) return false
      if (path.startsWith(ISLANDS) && test.startsWith('test/browser/')) return true
      return ran.includes(path) || (PROGRAM.test(path) && ran.includes(STARTS_PROGRAM))
    })
  return ({ path, atTop }) => {
    const found = new Set(direct(path))
    // What is done where a file is loaded is noticed by whoever uses what it makes.
    const queue = atTop || found.size === 0 ? [path] : []
    for (const from of queue) {
      for (const importer of importers.get(from) ?? []) {
        if (queue.includes(importer)) continue
        const more = direct(importer)
        for (const test of more) found.add(test)
        if (more.length === 0) queue.push(importer)
      }
    }
    const near = (/** @type {string} */ test) =>
      [posix.dirname(path), path.replace(/\.\w+$/, '')].filter((start) => test.startsWith(start)).length
    const own = [...found].filter((test) => isOwn(partOf(path), test)).sort((one, other) => near(other) - near(one))
    return { tests: own, ms: own.reduce((sum, test) => sum + (seen.get(test)?.ms ?? 0), 0) }
  }
}

/**
 * What each test ran, from notes that are kept for as long as neither it nor what it ran has changed.
 * @param {Copy} copy
 * @param {string[]} tests
 * @returns {Promise<Map<string, Note>>}
 */
async function readNotes(copy, tests) {
  const folder = join(root, '.cache/mutants')
  const file = join(folder, 'notes.jsonl')
  mkdirSync(folder, { recursive: true })
  const keyOf = (/** @type {Note} */ { test, ran }) => {
    const hash = createHash('sha256')
    for (const path of [test, ...ran]) hash.update(existsSync(join(root, path)) ? readFileSync(join(root, path)) : path)
    return hash.digest('hex')
  }
  /** @type {Map<string, Note>} */
  const notes = new Map()
  const kept = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').filter(Boolean) : []
  for (const line of kept) {
    const { key, ...note } = JSON.parse(line)
    if (key === keyOf(note)) notes.set(note.test, note)
  }
  const missing = tests.filter((test) => !notes.has(test))
  if (missing.length > 0) {
    console.log(`Running ${missing.length} files of tests without a fault, to see what each runs …`)
    const fresh = join(folder, `fresh-${process.pid}.jsonl`)
    writeFileSync(fresh, '')
    const outcome = await copy.run(missing, { ms: PATIENCE, bail: false, notes: fresh })
    for (const line of readFileSync(fresh, 'utf8').trim().split('\n').filter(Boolean)) {
      const note = JSON.parse(line)
      notes.set(note.test, note)
    }
    if (outcome !== 'passed') throw new Error('Tests fail without any fault, see above: mend them first.')
  }
  const lines = [...notes.values()].map((note) => JSON.stringify({ key: keyOf(note), ...note }))
  writeFileSync(file, `${lines.join('\n')}\n`)
  return notes
}

/**
 * The files that import each file.
 * @param {Map<string, string>} sources
 * @returns {Map<string, string[]>}
 */
function importersOf(sources) {
  /** @type {Map<string, string[]>} */
  const importers = new Map()
  for (const [path, text] of sources) {
    for (const { specifier } of readSource(path, text).imports) {
      if (!specifier.startsWith('.')) continue
      const target = posix.join(posix.dirname(path), specifier)
      importers.set(target, [...(importers.get(target) ?? []), path])
    }
  }
  return importers
}
