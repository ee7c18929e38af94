/** What is counted right in what was read out of a page. */
import { normalForm } from '../src/text/index.ts'

export interface Counts {
  truePositive: number
  falsePositive: number
  falseNegative: number
}

/** 4-token shingles as multisets, as shares of all: the measure of github.com/scrapinghub/article-extraction-benchmark. */
export function compareBodies(expected: string, found: string): Counts {
  const want = shinglesOf(expected)
  const have = shinglesOf(found)
  let [truePositive, falsePositive, falseNegative] = [0, 0, 0]
  for (const key of new Set([...want.keys(), ...have.keys()])) {
    const [w, h] = [want.get(key) ?? 0, have.get(key) ?? 0]
    truePositive += Math.min(w, h)
    falsePositive += Math.max(0, h - w)
    falseNegative += Math.max(0, w - h)
  }
  const sum = truePositive + falsePositive + falseNegative || 1
  return { truePositive: truePositive / sum, falsePositive: falsePositive / sum, falseNegative: falseNegative / sum }
}

function shinglesOf(text: string): Map<string, number> {
  const tokens = text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []
  const shingles = new Map<string, number>()
  const add = (key: string) => shingles.set(key, (shingles.get(key) ?? 0) + 1)
  if (tokens.length < 4) {
    if (tokens.length > 0) add(tokens.join(' '))
  } else for (let i = 0; i + 4 <= tokens.length; i++) add(tokens.slice(i, i + 4).join(' '))
  return shingles
}

/** Means over the pages where they are defined, and F1 of those. */
export function totalOf(counts: readonly Counts[]) {
  const mean = (values: number[]) => (values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length)
  const precision = mean(
    counts
      .filter((c) => c.truePositive + c.falsePositive > 0)
      .map((c) => c.truePositive / (c.truePositive + c.falsePositive)),
  )
  const recall = mean(
    counts
      .filter((c) => c.truePositive + c.falseNegative > 0)
      .map((c) => c.truePositive / (c.truePositive + c.falseNegative)),
  )
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) }
}

/** The same words, whatever the marks between them and the case. */
export const sameTitle = (expected: string, found: string): boolean => words(expected) === words(found)

/** The same names in the same order, whatever joins them and whatever "By" leads them. */
export const sameByline = (expected: string, found: string): boolean => names(expected) === names(found)

/** The same day. */
export const sameDay = (expected: string, found: string): boolean => found.slice(0, 10) === expected

/** Whether a snippet stands in the text, white space and quotation marks aside. */
export const holds = (text: string, snippet: string): boolean => text.includes(flat(snippet))

const MARKS: Record<string, string> = { '’': "'", '‘': "'", '“': '"', '”': '"', '„': '"', '–': '-', '—': '-' }

export const flat = (text: string): string =>
  normalForm(text, 'NFC')
    .replace(/[’‘“”„–—]/g, (mark) => MARKS[mark] as string)
    .replace(/\s+/g, ' ')
    .trim()

const words = (text: string): string =>
  (
    normalForm(text, 'NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  ).join(' ')

const JOINING = new Set(['by', 'von', 'par', 'por', 'di', 'da', 'and', 'und', 'et', 'y', 'e', 'en', 'og', 'och'])

const names = (text: string): string =>
  words(text)
    .split(' ')
    .filter((word) => !JOINING.has(word))
    .join(' ')
