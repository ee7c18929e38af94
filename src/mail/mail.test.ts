import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { invitation, putInOutbox } from './index.ts'

const NOW = Date.UTC(2026, 4, 1, 12)
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-mail-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const site = { name: 'The Harbour Courant', url: 'https://harbour.example' }

test('an invitation is a whole letter that a mail program opens, readable by its owner only', async () => {
  const letter = invitation(
    { name: 'Zoë Brook', address: 'zoe@paper.example' },
    site,
    'https://harbour.example/newsroom/sign-in/x',
  )
  const path = await putInOutbox(join(folder, 'outbox'), letter, NOW)
  const text = readFileSync(path, 'utf8')
  expect(text).toMatch(/^From: The Harbour Courant <newsroom@harbour\.example>\r\n/)
  expect(text).toMatch(/\r\nTo: =\?UTF-8\?Q\?Zo=C3=AB_Brook\?= <zoe@paper\.example>\r\n/)
  expect(text).toContain('Date: Fri, 01 May 2026 12:00:00 +0000')
  expect(text).toContain('/newsroom/sign-in/x')
  expect(statSync(path).mode & 0o077).toBe(0)
})

test('a name or a subject cannot add a header or another recipient', async () => {
  const letter = invitation(
    { name: 'Eve\r\nBcc: all@paper.example', address: 'eve@paper.example' },
    { ...site, name: 'A\r\nX-Evil: 1' },
    'x',
  )
  const text = readFileSync(await putInOutbox(folder, letter, NOW), 'utf8')
  const head = text.slice(0, text.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ')
  expect(head.split('\r\n').map((line) => line.split(':')[0])).not.toEqual(expect.arrayContaining(['Bcc']))
  expect(head).not.toMatch(/^(X-Evil|Bcc):/m)
})
