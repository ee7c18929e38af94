/**
 * Logging never decides an answer: with a log that can't be written the site
 * serves, keeps and stops as ever, and goes on logging once it can.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterEach, expect, test } from 'vitest'
import { demonstration, sendComment, visitor } from '../sites.ts'
import { ROOT, runProgram, startProgram } from './programs.ts'

const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step()
})

/** Starts the site with its standard error led to `log`, as a shell writes it, and every request logged. */
async function siteLoggingTo(log: string) {
  const folder = mkdtempSync(join(tmpdir(), 'courant-log-'))
  undo.push(() => rmSync(folder, { recursive: true, force: true }))
  const environment = { COURANT_DATA: folder, COURANT_LOG: 'debug', COURANT_PROXIES: '1' }
  const program = await startProgram(environment, ['bash', '-c', `exec "$0" "$@" 2${log}`])
  undo.push(() => program.end('SIGKILL'))
  const { path } = await demonstration(program)
  let sent = 0
  const post = async (text = `words ${++sent}`) => {
    const from = { 'x-forwarded-for': `10.${++sent % 250}.7.1` }
    return sendComment(visitor(program), path, { name: 'Ada', mail: '', comment: text }, from)
  }
  return { program, folder, path, post }
}

async function expectToWork({ program, post, path }: Awaited<ReturnType<typeof siteLoggingTo>>) {
  for (let i = 0; i < 20; i++) {
    expect((await post()).status).toBe(303)
    expect((await fetch(program.url + path)).status).toBe(200)
    expect((await fetch(`${program.url}/nothing-here`)).status).toBe(404)
  }
}

test.skipIf(!existsSync('/dev/full'))(
  'with its log on a full device everything is answered and kept as ever',
  async () => {
    const site = await siteLoggingTo('>/dev/full')
    await expectToWork(site)
    // A problem of the database is worth a warning; the words come back although it can't be written down.
    const other = new BetterSqlite3(join(site.folder, 'courant.db'))
    undo.push(() => other.close())
    other.exec('begin immediate')
    const busy = await site.post('words in a queue')
    expect([busy.status, await busy.text()]).toEqual([503, expect.stringContaining('words in a queue')])
    other.exec('rollback')
    expect(await site.program.end('SIGTERM')).toBe(0)
  },
)

test('with nobody reading its log or its output any more it goes on, and ends as it should', async () => {
  const site = await siteLoggingTo('> >(head -c 1 >/dev/null)')
  site.program.child.stdout?.destroy()
  site.program.child.stderr?.destroy()
  await expectToWork(site)
  expect(await site.program.end('SIGTERM')).toBe(0)
})

test('a log whose disk was full goes on when there is room, and says how much it lacks', async ({ skip }) => {
  const disk = smallDisk()
  if (disk === null) return skip('A small disk can be made by root on Linux only.')
  undo.push(() => rmSync(disk, { recursive: true, force: true }))
  undo.push(() => execFileSync('umount', ['-l', disk]))
  const site = await siteLoggingTo(`>>'${join(disk, 'log')}'`)
  await expectToWork(site)
  writeFilling(join(disk, 'filling'))
  await expectToWork(site)
  rmSync(join(disk, 'filling'))
  const lines = () => readFileSync(join(disk, 'log'), 'utf8').split('\n')
  await expect
    .poll(async () => {
      await fetch(`${site.program.url}/nothing-here`)
      return lines().some((line) => /"lost":\d+/.test(line))
    })
    .toBe(true)
  expect(await site.program.end('SIGTERM')).toBe(0)
})

test.skipIf(!existsSync('/dev/full'))(
  'a command whose output can’t be written says so, and does not end well',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'courant-log-'))
    undo.push(() => rmSync(folder, { recursive: true, force: true }))
    expect((await runProgram(['stories'], { COURANT_DATA: folder })).status).toBe(0)
    const shell = `"$0" '${ROOT}dist/main.js' stories >/dev/full`
    let said = ''
    try {
      execFileSync('/bin/sh', ['-c', shell, process.execPath], {
        env: { PATH: process.env.PATH, COURANT_DATA: folder },
        stdio: 'pipe',
      })
    } catch (error) {
      said = String((error as { stderr: Buffer }).stderr)
    }
    expect(said).toBe('The output could not be written (ENOSPC).\n')
  },
)

/** A disk of 64 KB, where this user may make one. */
function smallDisk(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = join(tmpdir(), `courant-small-${process.pid}`)
  try {
    mkdirSync(folder, { recursive: true })
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'courant-test', folder], { stdio: 'ignore' })
    return folder
  } catch {
    return null
  }
}

function writeFilling(path: string): void {
  try {
    for (let kb = 1; ; kb++) writeFileSync(path, Buffer.alloc(kb * 1024))
  } catch {
    // Full, as it should be.
  }
}
