#!/usr/bin/env node
/**
 * `courant`, as npx, npm exec and npm link find it: the built program, which is
 * built first where a fresh clone has none. What the build says goes to standard
 * error, so that what a command prints can be piped on.
 */
import './node-version.mjs'

const { spawnSync } = await import('node:child_process')
const { existsSync } = await import('node:fs')
const { fileURLToPath } = await import('node:url')

const main = new URL('../dist/main.js', import.meta.url)
if (!existsSync(main)) {
  console.error('Building, as this clone has not been built yet …')
  const build = fileURLToPath(new URL('build.mjs', import.meta.url))
  const { status } = spawnSync(process.execPath, [build], { stdio: ['ignore', 2, 2] })
  if (status !== 0) {
    console.error('The build failed, so courant can’t run. Run npm ci, then try again.')
    process.exit(1)
  }
}
await import(main.href)
