/** Lines of the log: whole, in order, and never in anybody's way. */
import { spawnSync } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { logLinesTo } from './log-lines.ts'

let folder: string
const open: number[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'courant-log-'))
})
afterEach(() => {
  for (const descriptor of open.splice(0)) closeSync(descriptor)
  rmSync(folder, { recursive: true, force: true })
})

const descriptor = (path: string, flags: string | number) => {
  const made = openSync(path, flags)
  open.push(made)
  return made
}

test('stand in a file in the order in which they were said', async () => {
  const path = join(folder, 'log')
  const log = logLinesTo(descriptor(path, 'a'))
  const lines = Array.from({ length: 500 }, (_, i) => `{"line":${i}}\n`)
  for (const line of lines) log.write(line)
  await expect.poll(() => readFileSync(path, 'utf8')).toBe(lines.join(''))
  log.write('one more\n')
  await expect.poll(() => readFileSync(path, 'utf8')).toBe(`${lines.join('')}one more\n`)
})

/** What is in a pipe just now. */
function readAll(reader: number): string {
  const bytes = Buffer.alloc(1 << 16)
  let read = ''
  try {
    for (let count = 1; count > 0; read += bytes.toString('utf8', 0, count)) count = readSync(reader, bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
  }
  return read
}

/** As a service manager opens it, and as some other program leaves it that shares it. */
const PIPES = { 'waits for its reader': 0, 'takes as much as it has room for': constants.O_NONBLOCK }

describe.skipIf(process.platform === 'win32').each(Object.entries(PIPES))('to a pipe that %s', (_, flag) => {
  test('for which there was no room while nobody read are counted, and every other one is whole', async () => {
    const path = join(folder, 'pipe')
    expect(spawnSync('mkfifo', [path]).status).toBe(0)
    // A pipe that nobody reads takes so much and no more.
    const log = logLinesTo(descriptor(path, constants.O_RDWR | flag))
    const reader = descriptor(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const SAID = 3000
    for (let i = 0; i < SAID; i++) {
      // The pipe is full by then, in the middle of a line.
      if (i === 2000) await new Promise((resolve) => setTimeout(resolve, 200))
      log.write(`${JSON.stringify({ i, words: 'x'.repeat(1000) })}\n`)
    }
    let read = ''
    const readOn = () => {
      read += readAll(reader)
      return read
    }
    await expect.poll(readOn).toContain('"i":1,')
    log.write('{"last":true}\n')
    await expect.poll(readOn).toMatch(/\{"last":true\}\n$/)
    const lines = read
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { i?: number; lost?: number; msg?: string })
    const kept = lines.flatMap(({ i }) => i ?? [])
    const lost = lines.flatMap((line) => line.lost ?? [])
    expect(kept).toEqual([...new Set(kept)].sort((a, b) => a - b))
    // A quarter of a megabyte of lines waits, with what the pipe has taken.
    expect(kept.length).toBeGreaterThan(200)
    expect(kept.length).toBeLessThan(700)
    expect(lost.reduce((sum, count) => sum + count, 0)).toBe(SAID - kept.length)
    expect(lines.find((line) => line.lost)?.msg).toBe('lines before this could not be written to the log')
  })
})

test.skipIf(process.platform !== 'linux')(
  'where the reader of a log stands still for a while, every line is whole, and is there or counted once',
  async () => {
    const path = join(folder, 'pipe')
    expect(spawnSync('mkfifo', [path]).status).toBe(0)
    const log = logLinesTo(descriptor(path, constants.O_RDWR | constants.O_NONBLOCK))
    const reader = descriptor(path, constants.O_RDONLY | constants.O_NONBLOCK)
    let written = 0
    const write = () => log.write(`${JSON.stringify({ number: written++, words: 'x'.repeat(200) })}\n`)
    let heard = ''
    // More than a pipe and those that wait have room for; and then some while nobody reads.
    while (written < 3000) write()
    for (let i = 0; i < 10; i++) {
      await sleep(60)
      write()
    }
    const all = () => {
      const said = heard
        .slice(0, heard.lastIndexOf('\n') + 1)
        .split('\n')
        .filter(Boolean)
      return said.map((line) => JSON.parse(line) as { number?: number; lost?: number })
    }
    const lost = () => all().reduce((sum, line) => sum + (line.lost ?? 0), 0)
    // What is lost is told with the next line, so there is always one more until all are accounted for.
    await expect
      .poll(() => {
        heard += readAll(reader)
        const isAll = all().filter((line) => line.number !== undefined).length + lost() === written
        if (!isAll) write()
        return isAll
      })
      .toBe(true)
    expect(lost()).toBeGreaterThan(0)
  },
)
