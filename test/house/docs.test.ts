/** What has no page is not there: settings and commands have their place in docs/, parts have a README. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PARTS } from '../../scripts/house-parts.mjs'
import { commands } from '../../src/commands/index.ts'
import { settings } from '../../src/config.ts'
import { ROOT } from '../promises/programs.ts'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const headings = (path: string) => [...read(path).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => heading)

test.each(Object.keys(settings))('the setting %s has its heading in docs/operating.md', (name) => {
  expect(headings('docs/operating.md')).toContain(name)
})

test.each(Object.keys(commands))(
  'the command "%s" has its heading in docs/commands.md, and each of its options a word there',
  (name) => {
    expect(headings('docs/commands.md')).toContain(name)
    for (const option of Object.keys(commands[name]?.options ?? {}))
      expect(read('docs/commands.md')).toContain(`--${option}`)
  },
)

describe('each part of the house', () => {
  const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  test.each(folders.map(({ name }) => name))('%s has a README of at most a screen', (name) => {
    expect(read(`src/${name}/README.md`).split('\n').length).toBeLessThanOrEqual(45)
  })
  test.each(Object.keys(PARTS))('%s has one face', (name) => {
    expect(existsSync(join(ROOT, 'src', name, 'index.ts'))).toBe(true)
  })
})

test('app.ts is wiring and stays small; no other source grows past 500 lines', () => {
  const lines = (path: string) => read(path).split('\n').length
  expect(lines('src/app.ts')).toBeLessThan(200)
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true })
    .map(String)
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\./.test(path))
  expect(sources.length).toBeGreaterThan(80)
  expect(sources.filter((path) => lines(join('src', path)) > 500)).toEqual([])
})

test('every test that docs/security.md names is there, and every threat names one', () => {
  const text = read('docs/security.md')
  const named = [...text.matchAll(/^- `([^`]+\.test\.tsx?)`: (.+)$/gm)].map(([, file, name]) => ({ file, name }))
  expect(named.length).toBeGreaterThan(25)
  const missing = named.filter(({ file, name }) => !read(file as string).includes(name as string))
  expect(missing).toEqual([])
  const threats = text.split(/^### /m).slice(1)
  expect(threats.filter((threat) => !threat.includes('_Tried by_')).map((threat) => threat.split('\n')[0])).toEqual([])
})

test('every link between the documents leads somewhere, to the heading that it names', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    ...readdirSync(join(ROOT, 'docs'), { recursive: true }).map((path) => join('docs', String(path))),
  ].filter((path) => path.endsWith('.md'))
  const broken = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)]
      .filter(([, path, heading]) => {
        const target = path === '' ? document : join(document, '..', path as string)
        return !existsSync(join(ROOT, target)) || (heading !== undefined && !headingsOf(target).includes(heading))
      })
      .map(([link]) => `${document}: ${link}`),
  )
  expect(broken).toEqual([])
})

/** As forges make addresses of headings. */
const headingsOf = (document: string): string[] =>
  [...read(document).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    (heading as string)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-'),
  )
