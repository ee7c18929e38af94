import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { DATABASES, migratedDatabase } from '../../test/databases.ts'
import { ROOT, runProgram } from '../../test/promises/programs.ts'
import { documentSchema } from '../../test/reading/document-schema.ts'
import { ways } from '../../test/thorough.ts'
import type { ReadDocument } from './read-document.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-read-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (words: string[], input?: string | Uint8Array, environment: Record<string, string> = {}) =>
  runProgram(['read', ...words], { COURANT_DATA: join(folder, 'data'), ...environment }, input)

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

const MILL = `A Mill Wheel Turns Again

The wheel of the town mill turned on Saturday for the first time since the flood, watched by some two hundred people.

“It wants to turn,” said Jo Ashby. The council claimed that it had paid £3,000 towards the bearings.
`
const STORIES = ['council', 'court', 'football'].map((name) => join(ROOT, 'test/reading', `${name}.txt`))

test('a page gives a table: who said what, names, times, amounts, and how much is whose', async () => {
  const { out, err, status } = await run([file('mill.txt', MILL), '--date', '2024-05-20'])
  expect({ err, status }).toEqual({ err: '', status: 0 })
  expect(out).toMatch(/^A Mill Wheel Turns Again\n.*mill\.txt · Monday 20 May 2024\n/)
  expect(out).toMatch(/^Jo Ashby +“It wants to turn,”\n +said · direct$/m)
  expect(out).toMatch(/^ +claimed · reported · doubtful$/m)
  expect(out).toMatch(/^Saturday +Saturday 18 May 2024$/m)
  expect(out).toMatch(/^£3,000 +3,000 GBP/m)
  expect(out).toMatch(/2 statements by 2 speakers; \d+ % of the words are somebody’s; none without a\s+speaker\.\n$/)
})

test('--json gives the document that the schema promises, and every place in it is true', async () => {
  const { out, status } = await run([...STORIES, '--json', '--date', '2024-05-20'])
  expect(status).toBe(0)
  const documents = out
    .trim()
    .split('\n')
    .map((line) => documentSchema.parse(JSON.parse(line)))
  expect(documents.map(({ file }) => file)).toEqual(STORIES)
  for (const { blocks, reading, date } of documents) {
    expect(date).toEqual({ day: '2024-05-20', from: 'option', sure: true })
    expect(reading.statements.length).toBeGreaterThan(5)
    const texts = new Map(blocks.map(({ id, text }) => [id, text]))
    const { statements, times, amounts } = reading
    for (const { cue, speaker, sources } of statements) {
      for (const place of [cue, speaker, ...sources]) {
        if (place) expect(texts.get(place.block)?.slice(place.from, place.to)).toBe(place.text)
      }
    }
    for (const { block, from, to, text } of [...times, ...amounts]) expect(texts.get(block)?.slice(from, to)).toBe(text)
    for (const { block, to } of statements.flatMap(({ content, quoted }) => [...content, ...quoted])) {
      expect(to).toBeLessThanOrEqual(texts.get(block)?.length ?? -1)
    }
  }
})

test('many files are read at once, and come in the order in which they were named, as each comes alone', async () => {
  const many = join(folder, 'many')
  mkdirSync(join(many, 'within'), { recursive: true })
  for (let i = 10; i < 50; i++) {
    const story = readFileSync(STORIES[i % 3] as string, 'utf8')
    writeFileSync(join(many, i % 2 ? 'within' : '', `${i}.txt`), story.replace('\n', ` ${i}\n`))
  }
  writeFileSync(join(many, '30.md'), MILL)
  writeFileSync(join(many, '31.html'), `<p>${MILL.split('\n\n').join('<p>')}`)
  writeFileSync(join(many, 'notes.csv'), 'not,a,page')
  const { out, err, status } = await run([many, STORIES[0] as string, '--json'])
  expect({ err, status }).toEqual({ err: '', status: 0 })
  const lines = out.trim().split('\n')
  const files = lines.map((line) => (JSON.parse(line) as ReadDocument).file)
  expect(files).toHaveLength(43)
  expect(files.slice(0, 21)).toEqual([...files.slice(0, 21)].sort())
  expect(files.slice(22, 42)).toEqual([...files.slice(22, 42)].sort())
  expect(files[22]).toBe(join(many, 'within', '11.txt'))
  expect(files[42]).toBe(STORIES[0])
  for (const index of [3, 25, 42]) {
    const alone = await run([files[index] as string, '--json'])
    expect(JSON.parse(alone.out)).toEqual(JSON.parse(lines[index] as string))
  }
})

test('a file that can’t be read has its sentence, and the others are read all the same', async () => {
  mkdirSync(join(folder, 'empty'))
  const bad = [
    join(folder, 'none.txt'),
    file('blank.txt', ' \n'),
    file('picture.txt', '\x89PNG\0'),
    join(folder, 'empty'),
  ]
  const mill = file('mill.txt', MILL)
  const { out, err, status } = await run([...bad, mill])
  expect(status).toBe(1)
  expect(out.match(/A Mill Wheel Turns Again/g)).toHaveLength(1)
  const sentences = err.trim().split('\n')
  expect(sentences).toHaveLength(bad.length)
  for (const [index, path] of bad.entries()) expect(sentences[index]).toContain(path)
  expect(err).toContain('none.txt could not be read: there is no such file.')
  expect(err).toContain('There is no .txt, .html, .htm or .md file in')
})

test('standard input is read where - is named', async () => {
  const { out, status } = await run(['-', '--json'], MILL)
  expect(status).toBe(0)
  expect(JSON.parse(out)).toMatchObject({ file: '-', blocks: [{ text: 'A Mill Wheel Turns Again' }, {}, { id: 'b2' }] })
  expect((await run(['-'], MILL)).out).toContain('Standard input · ')
})

/** A command, its status, and what its sentence says. */
type Answered = [words: string[], status: number, sentence: string]

test.each(
  ways<Answered>(
    [
      [[], 2, 'Say what to read'],
      [['x.txt', '--date', '2023-02-29'], 2, 'is not a day'],
      [['x.txt', '--date'], 2, 'argument missing. Usage: courant read FILE|STORY…'],
      [['-'], 1, 'Standard input: There is nothing on this page.'],
      [['01m85t91e30nqre4wm18kx4s1p'], 1, 'There is no story 01m85t91e30nqre4wm18kx4s1p'],
    ],
    [
      [['-', '-'], 2, 'once only'],
      [['x.txt', '--date', '16 May'], 2, '"16 May" is not a day; write it as 2024-05-16.'],
      [['x.txt', '--yaml'], 2, 'Usage: courant read FILE|STORY…'],
      [['x.txt'], 1, 'there is no such file'],
    ],
  ),
)('read %j ends with status %i and a sentence', async (words, status, sentence) => {
  const result = await run(words, '')
  expect(result).toMatchObject({ status, out: '' })
  expect(result.err).toContain(sentence)
  expect(result.err.trim().split('\n')).toHaveLength(1)
})

for (const kind of DATABASES) {
  test(`a story is read as its draft stands, on its own day, on ${kind}`, async () => {
    const database = await migratedDatabase(kind)
    try {
      const environment =
        kind === 'sqlite' ? { COURANT_DATA: dirname(database.url) } : { COURANT_DATABASE: database.url }
      const program = (words: string[]) => runProgram(words, environment, MILL)
      const imported = await program(['import', 'page', '-'])
      const id = /courant publish (\w{26})/.exec(imported.out)?.[1] as string
      const draft = JSON.parse((await program(['read', id, '--json'])).out) as ReadDocument
      expect(draft).toMatchObject({ file: id, date: { from: 'story', sure: false } })
      expect(draft.blocks.map(({ id }) => id)).not.toContain('b1')
      expect(await program(['publish', id, '--date', '2019-05-06'])).toMatchObject({ status: 0, err: '' })
      const published = await program(['read', id])
      expect(published.out).toContain(`${id} · Monday 6 May 2019\n`)
      expect(published.out).toMatch(/^Saturday +Saturday 4 May 2019$/m)
      expect((await program(['read', id, STORIES[0] as string, '--json'])).out.trim().split('\n')).toHaveLength(2)
    } finally {
      await database.drop()
    }
  })
}

test('it ends quietly when whoever reads its output has read enough', async () => {
  const many = join(folder, 'many')
  mkdirSync(many)
  for (let i = 0; i < 40; i++) writeFileSync(join(many, `${i}.txt`), readFileSync(STORIES[i % 3] as string))
  const child = spawn(process.execPath, [`${ROOT}dist/main.js`, 'read', many, '--json'], { stdio: 'pipe' })
  let err = ''
  child.stderr.on('data', (chunk) => (err += chunk))
  child.stdout.once('data', () => child.stdout.destroy())
  const [status] = await once(child, 'close')
  expect({ status, err }).toEqual({ status: 0, err: '' })
})

const terminal = spawnSync('script', ['--version']).status === 0
describe.skipIf(!terminal)(
  `on a terminal${terminal ? '' : ' (skipped: util-linux’s script is not on this machine)'}`,
  () => {
    const onTerminal = (words: string[], environment: Record<string, string> = {}) =>
      spawnSync(
        'script',
        ['-qec', [process.execPath, `${ROOT}dist/main.js`, 'read', ...words].join(' '), '/dev/null'],
        {
          env: { PATH: process.env.PATH, TERM: 'xterm', ...environment },
          encoding: 'utf8',
        },
      ).stdout

    test('names are strong, unless NO_COLOR is set', () => {
      const mill = file('mill.txt', MILL)
      expect(onTerminal([mill])).toContain('\x1b[1mJo Ashby\x1b[22m')
      const plain = onTerminal([mill], { NO_COLOR: '1' })
      expect(plain).toContain('Jo Ashby')
      expect(plain).not.toContain('\x1b')
    })

    test('a line says how far it is, and is gone at the end', () => {
      const out = onTerminal([...STORIES, '--json'])
      expect(out).toContain('Reading: 1 of 3\r\x1b[K')
      expect(out.replace(/[^\n]*\r\x1b\[K/g, '')).not.toContain('Reading: ')
    })
  },
)
