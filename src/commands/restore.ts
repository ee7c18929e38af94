import { resolve } from 'node:path'
import { restoreBackup } from '../backup/index.ts'
import { databaseProblem } from '../store/index.ts'
import { diskProblem } from './backup.ts'
import { type Call, type Outcome, siteOf, withStore } from './command.ts'

/** Puts a backup into the place that the settings name, where that is empty. */
export async function restore(call: Call): Outcome {
  const { config, words, out, err } = call
  const [backup, more] = words
  if (backup === undefined || more !== undefined) {
    err('Say which backup by its folder. Usage: courant restore BACKUP')
    return 2
  }
  try {
    const restored = await restoreBackup(siteOf(config), resolve(backup))
    if ('problem' in restored) {
      err(restored.problem)
      return 1
    }
    const { madeAt, rows, files, missing } = restored
    const [some, uploads] = [rows, files].map((count) => count.toLocaleString('en'))
    out(`Restored as it was at ${madeAt}: ${some} rows, ${uploads} uploaded files.`)
    if (missing > 0)
      err(
        `${missing.toLocaleString('en')} of the uploaded files are only named in this backup and are not there. Copy pictures/ and files/ back, then run courant doctor.`,
      )
  } catch (error) {
    const problem = databaseProblem(config.database, error) ?? diskProblem(error)
    if (problem === null) throw error
    err(problem)
    return 1
  }
  // Opened as always: what an older Courant wrote is brought up to date.
  return withStore(call, async () => 0)
}
