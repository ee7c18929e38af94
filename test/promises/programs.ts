/** The program as an operator runs it: its own process, built from source, on a data folder or a PostgreSQL. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { need } from '../need.ts'

await need('build')

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export interface Program {
  child: ChildProcess
  url: string
  /** The one-time sign-in token it printed, if it printed one. */
  signInToken: string | null
  output(): string
  /** Sends a signal and waits for the end; answers the exit status, or the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>
}

/** Starts `courant serve` and waits until it says where it is open. `wrap` puts another command in front. */
export async function startProgram(environment: Record<string, string>, wrap: string[] = []): Promise<Program> {
  const command = [...wrap, process.execPath, `${ROOT}dist/main.js`, 'serve']
  const child = spawn(command[0] as string, command.slice(1), {
    env: { PATH: process.env.PATH, COURANT_PORT: '0', COURANT_LOG: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const opened = new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      output += chunk
      const url = /The site is open on (\S+)[\s\S]*newsroom/.exec(output)?.[1]
      if (url) resolve(url)
    }
    child.stdout?.on('data', hear)
    child.stderr?.on('data', hear)
    child.once('exit', (status) => reject(new Error(`courant ended with ${status}: ${output}`)))
    child.once('error', reject)
  })
  const url = (await opened).replace('localhost', '127.0.0.1')
  return {
    child,
    url,
    signInToken: /\/newsroom\/sign-in\/(\S+)/.exec(output)?.[1] ?? null,
    output: () => output,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode
      const ended = once(child, 'exit')
      child.kill(signal)
      const [status, by] = (await ended) as [number | null, NodeJS.Signals | null]
      return status ?? by
    },
  }
}

/** Runs a command of the program to its end. */
export async function runProgram(words: string[], environment: Record<string, string>, input?: string | Uint8Array) {
  const child = spawn(process.execPath, [`${ROOT}dist/main.js`, ...words], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: 'pipe',
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => (out += chunk))
  child.stderr.on('data', (chunk) => (err += chunk))
  child.stdin.end(input)
  const [status] = (await once(child, 'close')) as [number]
  return { status, out, err }
}
