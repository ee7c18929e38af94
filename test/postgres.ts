/**
 * One throw-away PostgreSQL for the whole test run. It keeps fsync on: what
 * holds only without it would be a promise we do not test.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { findPostgres } from '../scripts/find-programs.mjs'
import { fastFolder } from './fast-folder.ts'

/** How long the server may take to answer, in milliseconds. */
const PATIENCE = 30_000

/** The server that COURANT_TEST_POSTGRES names, or else one that is started now, or why there is none. */
export async function findServer(): Promise<{ url: string; stop?: () => Promise<void> } | { missing: string }> {
  const running = process.env.COURANT_TEST_POSTGRES
  if (running) {
    await firstAnswer(running, () => undefined)
    return { url: running }
  }
  const binaries = findPostgres()
  if (binaries) return startPostgres(binaries)
  return {
    missing:
      'No PostgreSQL server was found: install it (Debian: apt-get install postgresql), give the address of a running one in COURANT_TEST_POSTGRES, or leave it out with COURANT_TEST_DATABASES=sqlite.',
  }
}

/** What copies a server that runs. It lies where the server really is, and not always beside a link to it. */
export const baseBackup = (binaries: string): string =>
  join(dirname(realpathSync(join(binaries, 'postgres'))), 'pg_basebackup')

export interface PostgresServer {
  url: string
  /** Ends it without taking its data away: as an operator does ("fast"), or as a crash does. */
  halt(how: 'fast' | 'crash'): Promise<void>
  /** Starts it again, on the same data and port, and waits until it answers. */
  resume(): Promise<void>
  /** Ends it, and takes its data away. */
  stop(): Promise<void>
}

/** `copyOf`: the address of another that it becomes a read replica of, by streaming; `null` for one of its own. */
export async function startPostgres(binaries: string, copyOf: string | null = null): Promise<PostgresServer> {
  const user = unprivilegedUser()
  const folder = mkdtempSync(join(fastFolder(), 'courant-postgres-'))
  if (user) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  // initdb itself need not be durable; the server it prepares is.
  const preparation = ['-D', data, '-U', 'courant', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale', locale]
  try {
    const quietly = { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] as ('ignore' | 'pipe')[] }
    if (copyOf === null) execFileSync(join(binaries, 'initdb'), preparation, quietly)
    else
      execFileSync(
        baseBackup(binaries),
        ['-D', data, '-d', copyOf, '-R', '-X', 'stream', '-c', 'fast', '--no-sync'],
        quietly,
      )
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
      `trap '' INT TERM HUP; "$@" >&2 & server=$!
      while read -r word; do
        if [ "$word" = start ]; then "$@" >&2 & server=$!; else kill -"$word" $server; wait $server; fi; echo done
      done
      kill -INT $server; wait $server; cd /; rm -rf "$0"`,
      folder,
      join(binaries, 'postgres'),
      ...options,
    ],
    { ...user, cwd: folder, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  const order = async (word: string) => {
    const done = once(keeper.stdout, 'data')
    keeper.stdin.write(`${word}\n`)
    await done
  }
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
  return {
    url,
    halt: (how) => order(how === 'fast' ? 'INT' : 'QUIT'),
    async resume() {
      await order('start')
      await firstAnswer(url, () => log)
    },
    stop,
  }
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
