/**
 * One throw-away PostgreSQL for the whole test run. It keeps fsync on: what
 * holds only without it would be a promise we do not test.
 */
import { execFileSync, spawn } from 'node:child_process'
import { chownSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { findPostgres } from '../scripts/find-programs.mjs'
import { fastFolder } from './fast-folder.ts'
import { makeTemplates, type Templates } from './templates.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Databases that have this program's schema already, to be copied. */
    templates: Templates
    /** The address of a server on which tests may create databases, or why there is none. */
    postgres: { url: string } | { missing: string }
  }
}

/** How long the server may take to answer, in milliseconds. */
const PATIENCE = 30_000

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const running = process.env.COURANT_TEST_POSTGRES
  if (running) {
    await firstAnswer(running, () => undefined)
    project.provide('postgres', { url: running })
    return provideTemplates(project, running)
  }
  const binaries = findPostgres()
  if (!binaries) {
    project.provide('postgres', {
      missing:
        'No PostgreSQL server was found: install it (Debian: apt-get install postgresql), or give the address of a running one in COURANT_TEST_POSTGRES.',
    })
    return provideTemplates(project, null)
  }
  const server = await startPostgres(binaries)
  project.provide('postgres', { url: server.url })
  const drop = await provideTemplates(project, server.url)
  return async () => {
    await drop()
    await server.stop()
  }
}

async function provideTemplates(project: TestProject, server: string | null): Promise<() => Promise<void>> {
  const { sqlite, postgres, drop } = await makeTemplates(server)
  project.provide('templates', { sqlite, postgres })
  return drop
}

export async function startPostgres(binaries: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const user = unprivilegedUser()
  const folder = mkdtempSync(join(fastFolder(), 'courant-postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  // initdb itself need not be durable; the server it prepares is.
  const preparation = ['-D', data, '-U', 'courant', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale', locale]
  try {
    execFileSync(join(binaries, 'initdb'), preparation, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  const port = await freePort()
  const options = [
    '-D',
    data,
    '-h',
    '127.0.0.1',
    '-p',
    `${port}`,
    '-k',
    '',
    '-c',
    'fsync=on',
    '-c',
    'max_connections=200',
  ]
  // The shell outlives us if we are killed: its input then ends, and it takes the server and its folder away.
  const keeper = spawn(
    '/bin/sh',
    [
      '-c',
      `trap '' INT TERM HUP; "$@" & server=$!; read -r _; kill -INT $server; wait $server; cd /; rm -rf "$0"`,
      folder,
      join(binaries, 'postgres'),
      ...options,
    ],
    { ...user, cwd: folder, stdio: ['pipe', 'ignore', 'pipe'] },
  )
  let log = ''
  keeper.stderr.on('data', (chunk) => {
    log = `${log}${chunk}`.slice(-4000)
  })
  const ended = new Promise<void>((resolve) => keeper.once('exit', () => resolve()))
  const stop = async () => {
    keeper.stdin.end()
    await ended
  }
  const url = `postgres://courant@127.0.0.1:${port}/postgres`
  try {
    await firstAnswer(url, () => log)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}

/** Letters beyond ASCII have a lower case here, as they do on the servers people run. */
const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'

/** PostgreSQL refuses to run as root, so root lends it to its own user, or else to nobody. */
function unprivilegedUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return
  for (const name of ['postgres', 'nobody']) {
    try {
      const id = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: 'pipe' }))
      return { uid: id('-u'), gid: id('-g') }
    } catch {
      // No such user; try the next.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no user "postgres" or "nobody" to run it as.')
}

async function firstAnswer(url: string, log: () => string | undefined): Promise<void> {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch (error) {
      if (Date.now() > deadline) {
        throw new Error(`The PostgreSQL server for the tests did not answer. ${log() ?? ''}`, { cause: error })
      }
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
