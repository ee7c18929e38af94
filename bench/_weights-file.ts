import { readFileSync, writeFileSync } from 'node:fs'
import type { Kept } from '../src/reading/index.ts'

const WEIGHTS = 'src/reading/weights.json'

/** Puts some of the weights anew into the file that the program is built with. */
export function keepWeights(some: Partial<Kept>): void {
  const all = { ...JSON.parse(readFileSync(WEIGHTS, 'utf8')), ...some }
  writeFileSync(WEIGHTS, `${JSON.stringify(all, null, 1)}\n`)
}

/** Says what goes on, with the seconds since the program began. */
export function say(line: string): void {
  console.log(`${(performance.now() / 1000).toFixed(0).padStart(4)} s  ${line}`)
}
