/** `npm run figures:house`: how large the house is, part by part, and which parts meet at which tables of the database. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PARTS } from './house-parts.mjs'
import { ownersOf } from './house-tables.mjs'
import { readSource } from './read-source.mjs'

/** The part that a file of src/ is in. */
const partOf = (/** @type {string} */ path) => {
  const [first = '', second = ''] = path.split('/')
  return `${first}/${second}` in PARTS ? `${first}/${second}` : first
}

const root = fileURLToPath(new URL('..', import.meta.url))
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((path) => ({ path, part: partOf(path), text: readFileSync(join(root, 'src', path), 'utf8') }))
const linesOf = (/** @type {{ text: string }} */ { text }) => text.split('\n').length
const lines = files.map(linesOf).sort((a, b) => a - b)
console.log(`${files.length} files, ${lines[lines.length >> 1]} lines the median, ${lines.at(-1)} the longest`)

console.log('\npart                    files   names on its face')
for (const part of Object.keys(PARTS)) {
  const own = files.filter((file) => file.part === part)
  const face = own.find(({ path }) => path === `${part}/index.ts`)
  const names = face ? readSource(face.path, face.text).imports.flatMap(({ names }) => names ?? []) : []
  console.log(`${part.padEnd(24)}${String(own.length).padStart(5)}${String(names.length).padStart(20)}`)
}

const sources = new Map(files.map(({ path, text }) => [`src/${path}`, readSource(path, text)]))
const owners = ownersOf(sources)
/** @type {Map<string, Set<string>>} */
const readers = new Map()
// The store's migrations are the history of every part's tables.
for (const { path, part } of files)
  for (const { table } of sources.get(`src/${path}`)?.tables ?? [])
    if (part !== 'store' && owners.has(table) && owners.get(table) !== part)
      readers.set(table, (readers.get(table) ?? new Set()).add(part))
console.log(`\n${owners.size} tables and views, each with one owner; ${readers.size} of them read by others too:`)
for (const [table, parts] of [...readers].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${table.padEnd(24)}${owners.get(table)}; ${[...parts].sort().join(', ')}`)
console.log('\ntables by owner')
for (const part of Object.keys(PARTS)) {
  const own = [...owners].filter(([, owner]) => owner === part).map(([table]) => table)
  if (own.length > 0) console.log(`${part.padEnd(24)}${own.join(', ')}`)
}
