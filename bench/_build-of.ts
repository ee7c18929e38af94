/** The program as an earlier commit has it, built in a folder of its own, to be measured beside this one. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** dist/bench/, where this file lies after the build, is two below. */
const root = fileURLToPath(new URL('../..', import.meta.url))

/** Where the commit's main.js lies (.cache/COMMIT/dist/), or a sentence why there is none. Builds it where it isn't yet. */
export function buildOf(commit: string): { program: string } | { problem: string } {
  const folder = join(root, '.cache', commit)
  const program = join(folder, 'dist', 'main.js')
  if (existsSync(program)) return { program }
  try {
    execFileSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: root, stdio: 'ignore' })
  } catch {
    return { problem: `Commit ${commit} is not in this copy of the repository; "git fetch --unshallow" brings it.` }
  }
  try {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const archive = execFileSync('git', ['archive', commit], { cwd: root, maxBuffer: 2 ** 30 })
    execFileSync('tar', ['-x', '-C', folder], { input: archive })
    if (dependenciesOf(folder) === dependenciesOf(root))
      symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
    else execFileSync('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' })
    execFileSync(process.execPath, ['scripts/build.mjs'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
    return { program }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    return { problem: `Commit ${commit} could not be built: ${error instanceof Error ? error.message : error}` }
  }
}

/** What the program is built and runs with; versions are exact. */
const dependenciesOf = (folder: string): string =>
  JSON.stringify(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).dependencies)
