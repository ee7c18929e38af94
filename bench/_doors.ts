/** Exports made by rule, the program's own commands with what they cost, and how a measure of them begins. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type WordpressPlan, wordpressExport } from '../test/exports/wordpress.ts'
import { thisProgram } from './servers.ts'

/** What a process took: milliseconds by the clock and of processors, MB at the most. */
export interface Cost {
  ms: number
  cpuMs: number
  memory: number
}

const TOLD = 'courant-bench-usage '
/** Loaded before the program: says at its end what it took. */
const TELLER = `data:text/javascript,process.on("exit",()=>process.stderr.write(${JSON.stringify(TOLD)}+JSON.stringify(process.resourceUsage())+"\\n"))`

/** Runs a script of Node's to its end; throws what it said where it fails. `env` beside the path to programs. */
export async function runScript(script: string, words: readonly string[], env: Record<string, string>): Promise<Cost> {
  const began = performance.now()
  const child = spawn(process.execPath, ['--import', TELLER, script, ...words], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const heard = { out: '', err: '' }
  child.stdout.on('data', (piece) => {
    heard.out += piece
  })
  child.stderr.on('data', (piece) => {
    heard.err += piece
  })
  const [code] = await once(child, 'close')
  const ms = performance.now() - began
  const usage = heard.err.split('\n').find((line) => line.startsWith(TOLD))
  if (code !== 0 || !usage) throw new Error(`${words.join(' ')}: ${heard.err || heard.out}`)
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(usage.slice(TOLD.length)) as NodeJS.ResourceUsage
  return { ms, cpuMs: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 }
}

/** A command of this build on a data folder. */
export const runCourant = (folder: string, ...words: string[]): Promise<Cost> =>
  runScript(thisProgram, words, { COURANT_DATA: folder })

/** Writes the export, and answers how many bytes it has. */
export function writeExport(path: string, plan: WordpressPlan): number {
  const file = openSync(path, 'w')
  let bytes = 0
  for (const piece of wordpressExport(plan)) bytes += writeSync(file, piece)
  closeSync(file)
  return bytes
}

/** An empty site, and what starting the program on it takes by itself. */
export async function emptySite(folder: string): Promise<Cost> {
  await runCourant(folder, 'stories')
  return runCourant(folder, 'stories')
}

/** Does something in a folder of its own, which is gone afterwards. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'courant-bench-doors-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The numbers given on the command line; `all` where there are none. */
export function sizesFrom(words: readonly string[], all: readonly number[]): number[] {
  const given = words
    .map((word) => Number(word.replaceAll(',', '')))
    .filter((size) => Number.isSafeInteger(size) && size > 0)
  return given.length > 0 ? given : [...all]
}
