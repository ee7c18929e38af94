/** How figures are made of turns, and printed; and the answer that a reference repeats. */
import { get } from 'node:http'

export const GZIP = { 'accept-encoding': 'gzip' }

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b)

export const median = (values: readonly number[]): number => sorted(values)[Math.floor(values.length / 2)] ?? Number.NaN

const quantile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

/** Of twenty, one takes longer. */
export const p95 = (values: readonly number[]): number => quantile(values, 0.95)

/** Of a hundred, one takes longer. */
export const p99 = (values: readonly number[]): number => quantile(values, 0.99)

/** The median of the ratios turn by turn. */
export const ratio = (a: readonly number[], b: readonly number[]): string =>
  median(a.map((value, i) => value / (b[i] as number))).toFixed(2)

/** A figure with as many digits as say something. */
export const shown = (value: number): string => (value >= 100 ? whole(value) : value.toFixed(1))

export const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

export const whole = (value: number): string => Math.round(value).toLocaleString('en')

export const row = (...cells: string[]): void =>
  console.log(cells.map((cell, i) => (i < 4 ? cell.padEnd([34, 12, 38, 8][i] as number) : cell)).join(''))

/** The page's bytes and headers as they go over the line, for the reference to send the same. */
export async function rawAnswer(url: string): Promise<{ headers: string[]; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: GZIP }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const headers: string[] = []
        for (let i = 0; i < response.rawHeaders.length; i += 2) {
          const name = response.rawHeaders[i] as string
          if (!/^(date|connection|keep-alive)$/i.test(name)) headers.push(name, response.rawHeaders[i + 1] as string)
        }
        resolve({ headers, body: Buffer.concat(chunks) })
      })
    }).on('error', reject)
  })
}
