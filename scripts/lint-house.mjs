/** Prints every breach of the rules of the house, with its reason; fails where there is one. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBreaches } from './house-rules.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
const paths = ['src', 'test', 'bench', 'demo'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
)
const files = new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]))
const breaches = findBreaches(files, Object.keys(dependencies))
for (const { path, line, message } of breaches) console.error(`${path}:${line} ${message}.`)
console.log(`${files.size} files read, ${breaches.length} against the rules of the house.`)
process.exitCode = breaches.length > 0 ? 1 : 0
