/**
 * `npm start`: from a fresh clone to a running site. It installs what is
 * missing, builds what has changed and then becomes the server: one process to
 * watch and to stop. What stands after `--` goes to `serve`.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Courant needs Node 20.19 or newer and this is ${process.versions.node}: install a newer one from https://nodejs.org, then run this again.`,
  )
  process.exit(1)
}

// Loaded only now: an older Node could not read it, and would say so less clearly.
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
