import { resolve } from 'node:path'
import { writeArchive } from '../exchange/leaving/index.ts'
import { openFiles } from '../files/index.ts'
import { type Call, type Outcome, withStore } from './command.ts'

/** Writes everything that the site has into a folder. */
export async function exportArchive(call: Call): Outcome {
  const [name, ...more] = call.words
  if (more.length > 0) {
    call.err('Name one folder: courant export archive FOLDER.')
    return 2
  }
  const now = Date.now()
  const folder = resolve(name ?? `courant-archive-${new Date(now).toISOString().slice(0, 10)}`)
  return withStore(call, async (store) => {
    const files = openFiles(call.config.dataFolder, call.config.bucket)
    const made = await writeArchive({ store, files, url: call.config.url }, folder, now)
    if ('problem' in made) {
      call.err(made.problem)
      return 1
    }
    call.out(`${folder}: ${made.rows} records and ${made.files} files (${Math.ceil(made.bytes / 1_000_000)} MB).`)
    call.out('It holds readers’ addresses and everything unpublished: keep it where nobody else can read it.')
    return 0
  })
}
