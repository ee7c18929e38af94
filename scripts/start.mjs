/**
 * `npm start`: from a fresh clone to a running site. It installs what is
 * missing, builds what has changed and then becomes the server: one process to
 * watch and to stop. What stands after `--` goes to `serve`.
 */
import './node-version.mjs'

const { buildIfChanged, installPackages, root } = await import('./set-up.mjs')

process.chdir(root)
const problem = (await installPackages('program')) ?? (await buildIfChanged())
if (problem) {
  console.error(problem)
  process.exit(1)
}

const main = new URL('../dist/main.js', import.meta.url)
process.argv = [process.execPath, main.pathname, 'serve', ...process.argv.slice(2)]
await import(main.href)
