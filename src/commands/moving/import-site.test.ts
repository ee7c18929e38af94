/** A whole site from the command line: looked at, taken in, taken out again. */
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { wordpressExport } from '../../../test/exports/wordpress.ts'
import { runProgram } from '../../../test/promises/programs.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-import-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const run = (words: string[], data = 'data') => runProgram(words, { COURANT_DATA: join(folder, data) })

function exported(name = 'quay.xml'): string {
  const path = join(folder, name)
  writeFileSync(path, [...wordpressExport({ posts: 30, comments: 2 })].join(''))
  return path
}

test('an export is looked at first, then taken in once, and undone', async () => {
  const path = exported()
  const looked = await run(['import', path, '--dry-run'])
  expect(looked).toMatchObject({ status: 0, err: '' })
  expect(looked.out).toContain('Nothing was taken in yet.')
  expect((await run(['stories'])).out).not.toContain('public')

  const first = await run(['import', path])
  expect(first.status, first.err).toBe(0)
  const id = /courant import undo (\w{26})/.exec(first.out)?.[1] as string
  const before = (await run(['stories'])).out
  expect(before.split('\n').length).toBeGreaterThan(20)

  const second = await run(['import', path])
  expect(second.status, second.err).toBe(0)
  expect((await run(['stories'])).out).toBe(before)

  expect((await run(['imports'])).out).toContain(id)
  expect(await run(['import', 'undo', id])).toMatchObject({ status: 0 })
  expect((await run(['stories'])).out.length).toBeLessThan(before.length / 4)
  expect(await run(['import', 'undo', id])).toMatchObject({ status: 1 })
})

test('an archive of Courant is known as one, and goes into an empty site whole', async () => {
  await run(['import', exported()])
  const archive = join(folder, 'archive')
  expect(await run(['export', 'archive', archive])).toMatchObject({ status: 0 })
  const looked = await run(['import', archive, '--dry-run'], 'other')
  expect(looked).toMatchObject({ status: 0, out: expect.stringContaining('an archive of Courant') })
  const taken = await run(['import', archive], 'other')
  expect(taken).toMatchObject({ status: 0, err: '', out: expect.stringContaining('Imported') })
  expect((await run(['stories'], 'other')).out).toBe((await run(['stories'])).out)
})

test('what is no export, and what is not said, is told in a sentence', async () => {
  const path = exported()
  const words = join(folder, 'words.xml')
  writeFileSync(words, 'Only words, and no export of anything.')
  for (const [asked, status, sentence] of [
    [['import'], 2, 'Say which export'],
    [['import', '/nowhere/at/all.xml'], 1, 'at/all.xml'],
    [['import', words], 1, 'words.xml'],
    [['import', path, '--comments', 'all'], 2, '--comments is held or approved.'],
    [['import', path, '--site-address', 'our old site'], 2, '--site-address'],
    [['import', path, '--time-zone', 'Mars/Olympus'], 2, 'Mars/Olympus is no time zone'],
    [['import', 'undo', 'NONE'], 1, 'NONE'],
  ] as [string[], number, string][]) {
    const said = await run(asked)
    expect([asked, said.status, said.err.trim().split('\n')]).toEqual([
      asked,
      status,
      [expect.stringContaining(sentence)],
    ])
  }
  // A file that is called as a command is.
  copyFileSync(path, join(folder, 'page'))
  expect((await run(['import', `${folder}/./page`, '--dry-run'])).status).toBe(0)
})
