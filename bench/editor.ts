/** `npm run bench:editor`: what it costs to write a story; with `-- --opening`, only how long it takes to open. */
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchOpening, benchWriting } from './_editor-page.ts'
import { benchSteps } from './_editor-steps.ts'

const folder = mkdtempSync(join(tmpdir(), 'courant-bench-editor-'))
try {
  console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`)
  if (process.argv.includes('--opening')) await benchOpening(folder)
  else {
    await benchWriting(folder)
    await benchSteps(folder)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
