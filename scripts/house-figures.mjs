/** `npm run figures:house`: how large the house is, part by part, and which parts meet at which tables of the database. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PARTS } from './house-rules.mjs'
import { readSource } from './read-source.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((path) => ({ path, part: path.split('/')[0] ?? '', text: readFileSync(join(root, 'src', path), 'utf8') }))
const linesOf = (/** @type {{ text: string }} */ { text }) => text.split('\n').length
const lines = files.map(linesOf).sort((a, b) => a - b)
console.log(`${files.length} files, ${lines[lines.length >> 1]} lines the median, ${lines.at(-1)} the longest`)

console.log('\npart          files   names on its face')
for (const part of Object.keys(PARTS)) {
  const own = files.filter((file) => file.part === part)
  const face = own.find(({ path }) => path === `${part}/index.ts`)
  const names = face ? readSource(face.path, face.text).imports.flatMap(({ names }) => names ?? []) : []
  console.log(`${part.padEnd(14)}${String(own.length).padStart(5)}${String(names.length).padStart(20)}`)
}

/** @type {Map<string, Set<string>>} */
const readers = new Map()
for (const { path, part, text } of files) {
  if (part === 'store') continue
  for (const { table } of readSource(path, text).tables) readers.set(table, (readers.get(table) ?? new Set()).add(part))
}
const shared = [...readers].filter(([, parts]) => parts.size > 1).sort(([a], [b]) => (a < b ? -1 : 1))
console.log(`\n${readers.size} tables and views are named outside store/, ${shared.length} of them by several parts:`)
for (const [table, parts] of shared) console.log(`${table.padEnd(24)}${[...parts].sort().join(', ')}`)
