import { resolve } from 'node:path'
import { restoreArchive } from '../exchange/leaving/index.ts'
import { openFiles } from '../files/index.ts'
import { type Call, type Outcome, withStore } from './command.ts'

/** Puts an archive of Courant into a site that has nothing yet. */
export async function importArchive(call: Call): Outcome {
  const [name, ...more] = call.words
  if (!name || more.length > 0) {
    call.err('Say which archive: courant import archive FOLDER.')
    return 2
  }
  return withStore(call, async (store) => {
    const { dataFolder, bucket } = call.config
    const files = openFiles(dataFolder, bucket)
    const done = await restoreArchive({ store, files, dataFolder }, resolve(name), Date.now())
    if ('problem' in done) {
      call.err(done.problem)
      return 1
    }
    call.out(`Imported ${done.rows} records and ${done.files} files.`)
    call.out('Ways in are in no archive. To get in: courant sign-in NAME')
    return 0
  })
}
