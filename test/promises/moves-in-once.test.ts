/** A site that moves in is there once, however often the program is killed meanwhile. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { LISTENERS } from '../../src/listeners.ts'
import { auditReview } from '../../src/moderation/audit/index.ts'
import { listPeople } from '../../src/people/index.ts'
import { openDatabase, type Store } from '../../src/store/index.ts'
import { disqusExport } from '../exports/comment-services.ts'
import { bringInFerryStories } from '../exports/moved-stories.ts'
import { ROOT, runProgram } from './programs.ts'

const PAGES = 20
const COMMENTS = 120

test('a command that is killed again and again goes on from where it was, and nothing is there twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'courant-moving-'))
  const environment = { COURANT_DATA: join(folder, 'data') }
  const file = join(folder, 'ferry.xml')
  writeFileSync(file, [...disqusExport({ pages: PAGES, comments: COMMENTS })].join(''))
  const open = async () =>
    (await openDatabase({ kind: 'sqlite', file: join(folder, 'data', 'courant.db') }, { inside: LISTENERS })) as Store
  try {
    await runProgram(['sign-in'], environment)
    const before = await open()
    const [editor] = await listPeople(before.db)
    await bringInFerryStories(before, editor?.id as string, PAGES, Date.now())
    await before.close()
    const words = ['import', file, '--comments', 'approved']
    let kills = 0
    for (; kills < 6; kills++) {
      const child = spawn(process.execPath, [`${ROOT}dist/main.js`, ...words], {
        env: { PATH: process.env.PATH, ...environment },
        stdio: 'ignore',
      })
      const ended = once(child, 'exit')
      const isOver = await Promise.race([ended.then(() => true), sleep(500 + Math.random() * 1500).then(() => false)])
      if (isOver) break
      child.kill('SIGKILL')
      await ended
    }
    const last = await runProgram(words, environment)
    expect(last, `after ${kills} kills`).toMatchObject({ status: 0 })
    const after = await open()
    try {
      const comments = await after.db.selectFrom('comments').select(['id', 'form_nonce', 'parent_id']).execute()
      expect(comments).toHaveLength(PAGES * COMMENTS)
      expect(new Set(comments.map(({ form_nonce }) => form_nonce)).size).toBe(comments.length)
      // Every third answers the one before it.
      expect(comments.filter(({ parent_id }) => parent_id !== null)).toHaveLength((PAGES * COMMENTS) / 3)
      expect(await after.db.selectFrom('decisions').select('id').execute()).toHaveLength(comments.length)
      expect(await after.db.selectFrom('stories').select('id').execute()).toHaveLength(PAGES)
      const done = await after.db
        .selectFrom('imports')
        .select(['state', 'problem'])
        .where('format', '=', 'disqus')
        .execute()
      expect(new Set(done.map(({ state, problem }) => `${state} ${problem}`))).toEqual(new Set(['done null']))
      for (const { against, claim } of await auditReview(after.db)) expect(against, claim).toEqual([])
    } finally {
      await after.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
