import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROOT, runProgram } from '../../test/promises/programs.ts'
import { ways } from '../../test/thorough.ts'
import { commands } from './index.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-commands-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (words: string[], input?: string) => runProgram(words, { COURANT_DATA: join(folder, 'data') }, input)

const PAGE = `A Mill Wheel Turns Again

The wheel of the town mill turned on Saturday for the first time since the flood of 1968, watched by some two hundred people.

“It wants to turn,” said the miller, Jo Ashby, who had spent three winters on its bearings and who would not say what they had cost.

Share

0 Comments
`

test('a page on standard input becomes a draft, is listed, published, taken off and published again', async () => {
  const imported = await run(['import', 'page', '-'], PAGE)
  expect(imported).toMatchObject({ status: 0, err: '' })
  expect(imported.out).toMatch(/Headline\s+A Mill Wheel Turns Again/)
  expect(imported.out).toContain('Body       2 paragraphs')
  expect(imported.out).toMatch(/page furniture: “Share”\n\s+Share buttons\./)
  const id = /courant publish (\w{26})/.exec(imported.out)?.[1] as string
  expect((await run(['stories'])).out).toContain(`${id}  draft`)
  const published = await run(['publish', id, '--date', '2019-05-04'])
  expect(published).toMatchObject({ status: 0, out: 'Published as version 1: /2019/05/a-mill-wheel-turns-again\n' })
  expect((await run(['unpublish', id])).status).toBe(0)
  expect((await run(['publish', id])).out).toContain('version 2')
})

test('a command whose reader has had enough ends without a word, and as well as it would have', () => {
  const shell = (command: string) =>
    execFileSync('/bin/sh', ['-c', command, process.execPath, `${ROOT}dist/main.js`], {
      env: { PATH: process.env.PATH, COURANT_DATA: join(folder, 'data') },
      encoding: 'utf8',
    })
  // What comes first on the second pipe is what the command says on standard error, then its status.
  for (const command of ['stories', '--help', 'doctor'])
    expect(shell(`{ { "$0" "$1" ${command} 2>&3 3>&-; echo "status $?" >&3; } | true; } 3>&1`), command).toBe(
      'status 0\n',
    )
})

test('the package’s executable runs by itself: its first line names Node, and it may be executed', () => {
  const { bin } = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')) as { bin: { courant: string } }
  const path = `${ROOT}${bin.courant}`
  expect(readFileSync(path, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/)
  expect(statSync(path).mode & 0o111).toBe(0o111)
  expect(execFileSync(path, ['--version'], { encoding: 'utf8' })).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('--json and --dry-run print the story and keep nothing', async () => {
  const { out, status } = await run(['import', 'page', '-', '--json', '--dry-run'], PAGE)
  expect(status).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    id: null,
    content: { headline: 'A Mill Wheel Turns Again', body: [{ type: 'paragraph' }, { type: 'paragraph' }] },
    dropped: [{}, {}],
  })
  expect((await run(['stories'])).out).toContain('No story yet')
})

test('a page that is nested too deeply ends in one sentence, and nothing is kept', async () => {
  const deep = `<!doctype html><title>A Mill</title>${'<div>'.repeat(257)}<p>The wheel turned.`
  const { status, out, err } = await run(['import', 'page', '-'], deep)
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(err).toMatch(/^This page is nested too deeply to be read[^\n]* paste that instead\.\n$/)
  expect((await run(['stories'])).out).toContain('No story yet')
})

test('doctor says that all is well on a new site, and names what is wrong on a broken one', async () => {
  expect((await run(['stories'])).status).toBe(0)
  const well = await run(['doctor'])
  expect(well).toMatchObject({ status: 0, err: '' })
  expect(well.out).toMatch(/^ok {5}The data folder can be written to$/m)
  expect(well.out).toContain('All is well.')
  const db = new BetterSqlite3(join(folder, 'data', 'courant.db'))
  db.pragma('foreign_keys = off')
  db.prepare(
    "insert into comment_revisions (id, comment_id, number, text, state, created_at, state_at) values ('r', 'gone', 1, 'Words', 'held', 1, 1)",
  ).run()
  db.close()
  const broken = await run(['doctor'])
  expect(broken.status).toBe(1)
  expect(broken.out).toMatch(/^FAULT {2}1 rows? refers? to rows that are not there, in comment_revisions$/m)
})

test('sign-in prints a link, and says who there is where the name is wrong', async () => {
  expect((await run(['sign-in'])).out).toMatch(/^http:\/\/localhost:4000\/newsroom\/sign-in\/[\w-]{43}\n$/)
  expect(await run(['sign-in', 'Nobody'])).toMatchObject({
    status: 1,
    err: expect.stringContaining('The people are: Editor.'),
  })
})

/** A command, its status, and what its sentence says. */
type Answered = [words: string[], status: number, sentence: string]

test.each(
  ways<Answered>(
    [
      [['import', 'page', '/nowhere/at/all.txt'], 1, 'there is no such file'],
      [['publish'], 2, 'by its id'],
      [['publish', '01m85t91e30nqre4wm18kx4s1p', '--date', 'tomorrow'], 2, 'is not a date'],
      [['publish', '--loud'], 2, 'Usage: courant publish STORY'],
      [['frobnicate'], 2, 'There is no command "frobnicate"'],
      [['serve', 'now'], 2, 'takes no words'],
    ],
    [
      [['import', 'page'], 2, 'Say which page'],
      [['import', 'page', '.'], 1, 'it is a folder'],
      [['import', 'page', '-'], 1, 'nothing on this page'],
      [['publish', '01m85t91e30nqre4wm18kx4s1p'], 1, 'There is no such story.'],
    ],
  ),
)('%j is answered with status %i and a sentence', async (words, status, sentence) => {
  const result = await run(words)
  expect(result).toMatchObject({ status, out: '' })
  expect(result.err).toContain(sentence)
  expect(result.err.trim().split('\n')).toHaveLength(1)
})

test('a data folder that cannot be, and a wrong setting, are answered with a sentence too', async () => {
  writeFileSync(join(folder, 'file'), '')
  const here = await runProgram(['stories'], { COURANT_DATA: join(folder, 'file') })
  expect(here).toMatchObject({ status: 1, err: expect.stringMatching(/could not be opened.*Check that/) })
  expect(await runProgram(['serve'], { COURANT_PORT: 'many' })).toMatchObject({
    status: 2,
    err: expect.stringContaining('whole number'),
  })
})

test('help names every command and every setting, and each command has its own', async () => {
  const { out } = await run(['--help'])
  for (const { usage } of Object.values(commands)) expect(out).toContain(usage)
  expect(out).toContain('COURANT_DATABASE')
  expect((await run(['import', 'page', '--help'])).out).toContain('--dry-run')
  expect((await run(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
})
