/** What the program must not switch on, since everything it does would pay for it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startProgram } from './programs.ts'

/** Says, when it is told to, whether each promise of the process has an id of its own, as it has only under hooks. */
const PROBE = `
import { executionAsyncId } from 'node:async_hooks'
process.on('SIGUSR2', async () => {
  const first = (await null, executionAsyncId())
  const second = (await null, executionAsyncId())
  console.error(first === second ? 'no hooks' : 'hooks')
})`

test('a page is drawn without hooks on every promise of the process', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'courant-hooks-'))
  writeFileSync(join(folder, 'probe.mjs'), PROBE)
  const program = await startProgram({
    COURANT_DATA: join(folder, 'data'),
    NODE_OPTIONS: `--import=${join(folder, 'probe.mjs')}`,
  })
  try {
    expect((await fetch(program.url)).status).toBe(200)
    program.child.kill('SIGUSR2')
    while (!/hooks/.test(program.output())) await new Promise((resolve) => setTimeout(resolve, 20))
    expect(program.output()).toContain('no hooks')
  } finally {
    await program.end('SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
})
