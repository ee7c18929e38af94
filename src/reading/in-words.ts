/** What was read, as people are told it in figures and words. */
import type { Amount } from './reading.ts'

/** "at least 3,000 people", "about 2,000,000,000 USD, foreign aid", "12 % of the voters". */
export function amountInWords({ kind, value, upTo, unit, of, bound }: Omit<Amount, 'block' | 'from' | 'to'>): string {
  const number = (one: number) => one.toLocaleString('en', { maximumFractionDigits: 6 })
  const range = upTo === null ? number(value) : `${number(value)} to ${number(upTo)}`
  return `${bound ? `${bound} ` : ''}${range} ${unit}${of ? `${kind === 'percentage' ? ' of ' : ', '}${of}` : ''}`
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu

/** As a reader counts: "lock-keeper’s" is one word. */
export const countWords = (text: string): number => text.match(WORD)?.length ?? 0
