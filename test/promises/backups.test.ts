/** A backup of a running site, made and put back by the program as an operator calls it, and killed in the middle. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DATABASES, freshDatabase } from '../databases.ts'
import { ways } from '../thorough.ts'
import { ROOT, runProgram, startProgram } from './programs.ts'

let folder: string
let drops: (() => Promise<void>)[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'courant-backups-'))
  drops = [() => rm(folder, { recursive: true, force: true })]
})
afterEach(async () => {
  for (const drop of drops.reverse()) await drop()
})

/** Settings for a place of its own. */
async function place(kind: (typeof DATABASES)[number], name: string): Promise<Record<string, string>> {
  const data = { COURANT_DATA: join(folder, name) }
  if (kind === 'sqlite') return data
  const database = await freshDatabase(kind)
  drops.push(database.drop)
  return { ...data, COURANT_DATABASE: database.url }
}

describe.each(DATABASES)('on %s', (kind) => {
  test('a running site is backed up by a command, and restored by another to one that is sound', {
    timeout: 120_000,
  }, async () => {
    const settings = await place(kind, 'data')
    const daily = { ...settings, COURANT_BACKUPS: join(folder, 'daily') }
    const none = await runProgram(['doctor'], daily)
    expect(none).toMatchObject({ status: 1, out: expect.stringContaining('There is no daily backup') })
    // A site on PostgreSQL makes it with its first file.
    await mkdir(join(folder, 'data'), { recursive: true })
    const program = await startProgram(daily)
    drops.push(async () => void (await program.end('SIGKILL')))
    const made = await runProgram(['backup', join(folder, 'backups')], settings)
    expect(made).toMatchObject({ status: 0, err: expect.stringMatching(/^[\d,]+ rows, 0 uploaded files, \d+ MB:\n$/) })
    const [backup = ''] = made.out.split('\n')
    expect(backup).toMatch(/\/backups\/backup-\d{4}-\d\d-\d\d-\d{6}$/)

    const other = await place(kind, 'other')
    const restored = await runProgram(['restore', backup], other)
    expect(restored).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^Restored as it was at \S+Z: [\d,]+ rows/),
    })
    expect(await runProgram(['doctor'], other)).toMatchObject({
      status: 0,
      out: expect.stringContaining('All is well'),
    })
    // The day's own is made soon after the start.
    await vi.waitFor(
      async () => expect((await readdir(daily.COURANT_BACKUPS)).filter((name) => /^daily-/.test(name))).toHaveLength(1),
      { timeout: 60_000, interval: 200 },
    )
    const some = await runProgram(['doctor'], daily)
    expect(some).toMatchObject({ status: 0, out: expect.stringContaining('ok     The newest daily backup is of ') })
    const stories = async (of: Record<string, string>) => (await runProgram(['stories'], of)).out
    expect(await stories(other)).toBe(await stories(settings))
    expect(await runProgram(['restore', backup], other)).toMatchObject({
      status: 1,
      err: expect.stringMatching(/left as it (is|was)/),
    })
  })

  test('a backup that is killed in the middle is none', { timeout: 180_000 }, async () => {
    const settings = await place(kind, 'data')
    const program = await startProgram(settings)
    drops.push(async () => void (await program.end('SIGKILL')))
    const backups = join(folder, 'backups')
    const started = performance.now()
    expect((await runProgram(['backup', backups], settings)).status).toBe(0)
    const whole = performance.now() - started
    for (const part of ways([0.7, 0.9], [0.3, 0.5, 0.8])) {
      const child = spawn(process.execPath, [`${ROOT}dist/main.js`, 'backup', backups], {
        env: { PATH: process.env.PATH, ...settings },
        stdio: 'ignore',
      })
      const ended = once(child, 'exit')
      setTimeout(() => child.kill('SIGKILL'), whole * part)
      await ended
    }
    const names = await readdir(backups)
    expect(names.length).toBeGreaterThan(0)
    for (const [i, name] of names.filter((one) => !one.startsWith('.')).entries()) {
      const restored = await runProgram(['restore', join(backups, name)], await place(kind, `other-${i}`))
      expect(restored).toMatchObject({ status: 0 })
    }
  })
})
