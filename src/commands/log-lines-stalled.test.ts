import { execFileSync } from 'node:child_process'
import { closeSync, constants, mkdtempSync, openSync, readSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { logLinesTo } from './log-lines.ts'

test.skipIf(process.platform !== 'linux')(
  'where the reader of a log stands still for a while, every line is whole, and is there or counted once',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'courant-log-lines-'))
    const path = join(folder, 'pipe')
    execFileSync('mkfifo', [path])
    const near = openSync(path, constants.O_RDWR | constants.O_NONBLOCK)
    const far = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    try {
      const log = logLinesTo(near)
      let written = 0
      const write = () => log.write(`${JSON.stringify({ number: written++, words: 'x'.repeat(200) })}\n`)
      let heard = ''
      /** Reads what is there. */
      const listen = () => {
        const chunk = Buffer.alloc(64 * 1024)
        try {
          for (let bytes = readSync(far, chunk); bytes > 0; bytes = readSync(far, chunk))
            heard += chunk.toString('latin1', 0, bytes)
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
        }
      }
      // More than a pipe and those that wait have room for; and then some while nobody reads.
      while (written < 3000) write()
      for (let i = 0; i < 10; i++) {
        await sleep(60)
        write()
      }
      const all = () => {
        const whole = heard.slice(0, heard.lastIndexOf('\n') + 1)
        const said = whole.split('\n').filter(Boolean)
        return said.map((line) => JSON.parse(line) as { number?: number; lost?: number })
      }
      const lost = () => all().reduce((sum, line) => sum + (line.lost ?? 0), 0)
      // What is lost is told with the next line, so there is always one more until all are accounted for.
      await expect
        .poll(() => {
          listen()
          const isAll = all().filter((line) => line.number !== undefined).length + lost() === written
          if (!isAll) write()
          return isAll
        })
        .toBe(true)
      expect(lost()).toBeGreaterThan(0)
    } finally {
      closeSync(far)
      closeSync(near)
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
