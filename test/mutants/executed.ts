/** Notes, for each test file, how long it took and which of our files it ran a function of: only its tests can notice a fault in there. */
import { appendFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
/** Where the notes go, a line of JSON a test file; without it none are made. */
const notes = process.env.COURANT_TEST_EXECUTED

if (notes) {
  const began = performance.now()
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  afterAll(async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage')
    session.disconnect()
    const ran = result
      .filter(({ functions }) => functions.some(({ functionName, ranges }) => functionName && ranges[0]?.count))
      .map(({ url }) => relative(ROOT, url.startsWith('file:') ? fileURLToPath(url) : url).replaceAll('\\', '/'))
      .filter((path) => path.startsWith('src/') || path.startsWith('test/'))
    const test = relative(ROOT, expect.getState().testPath ?? '').replaceAll('\\', '/')
    appendFileSync(notes, `${JSON.stringify({ test, ran, ms: Math.ceil(performance.now() - began) })}\n`)
  })
}
