import { resolve } from 'node:path'
import { makeBackup, usualFolder } from '../backup/index.ts'
import { fileProblem } from '../files/index.ts'
import { databaseProblem } from '../store/index.ts'
import { type Call, type Outcome, siteOf } from './command.ts'

/** Copies the whole site into a folder of its own. Opens the database for reading alone, and upgrades nothing. */
export async function backup({ config, words, options, out, err }: Call): Outcome {
  const [folder, more] = words
  if (more !== undefined) {
    err('Give one folder at the most. Usage: courant backup [FOLDER]')
    return 2
  }
  const into = folder ? resolve(folder) : (config.backups?.folder ?? usualFolder(config.dataFolder))
  const withMedia = options['without-media'] !== true
  try {
    const made = await makeBackup(siteOf(config), { into, kind: 'backup', withMedia })
    if ('problem' in made) {
      err(made.problem)
      return 1
    }
    const [rows, files, size] = [made.rows, made.files, Math.ceil(made.bytes / 1024 ** 2)].map((n) =>
      n.toLocaleString('en'),
    )
    err(`${rows} rows, ${files} uploaded files${withMedia ? '' : ' (only named)'}, ${size} MB:`)
    out(made.folder)
    return 0
  } catch (error) {
    const problem = databaseProblem(config.database, error) ?? diskProblem(error)
    if (problem === null) throw error
    err(problem)
    return 1
  }
}

/** What is the matter with a disk or a bucket; null where the error is no such thing. */
export function diskProblem(error: unknown): string | null {
  const why = error instanceof Error ? error.message : String(error)
  switch (fileProblem(error)) {
    case null:
      return /^(ENOTDIR|EEXIST)/.test(why)
        ? `There is a file where a folder has to be (${why}). Choose another folder.`
        : null
    case 'full':
      return `There is no room left (${why}). Make room, and try again.`
    case 'refused':
      return `This user may not read or write there (${why}). Give it the right to, or choose another folder.`
    case 'down':
      return `A disk or the storage does not answer (${why}). Check it, and try again.`
  }
}
