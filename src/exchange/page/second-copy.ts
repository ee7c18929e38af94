/**
 * A body that stands in a page twice. Paragraphs are matched by their words,
 * exactly or nearly (word 3-grams through an inverted index, Jaccard ≥ 0.5), in
 * whatever order; only when enough of them match is it a copy and not a refrain.
 */

import { normalForm } from '../../text/index.ts'
import type { Piece } from './page.ts'

export interface CopyMatch {
  /** Index of the paragraph that is left out, and of the earlier one it repeats. */
  copy: number
  of: number
  /** What differs, where something does: the words here and there. */
  differs: { kept: string; left: string } | null
}

/** Shorter paragraphs say too little to be matched by themselves. */
const SHORTEST = 40
const SIMILAR = 0.5
/** A 3-gram that stands in more paragraphs than this tells nothing; the cap keeps the cost linear. */
const MOST_POSTINGS = 8
/** A nearly equal paragraph this long is compared word by word to say what differs. */
const MOST_WORDS_COMPARED = 2000

export function findSecondCopy(pieces: readonly Piece[]): CopyMatch[] {
  const normal = pieces.map(({ text }) => wordsOf(text))
  const keys = normal.map((words) => words.join(' '))
  const first = new Map<string, number>()
  const postings = new Map<string, number[]>()
  const sizes: number[] = []
  const matches: CopyMatch[] = []
  const taken = new Set<number>()

  for (const [index, key] of keys.entries()) {
    if (key.length < SHORTEST) continue
    const words = normal[index] as string[]
    const exact = first.get(key)
    const of = exact !== undefined && !taken.has(exact) ? exact : nearest(words, postings, sizes, taken)
    if (of !== null) {
      taken.add(of)
      matches.push({ copy: index, of, differs: keys[of] === key ? null : difference(normal[of] as string[], words) })
      continue
    }
    if (exact === undefined) first.set(key, index)
    const grams = gramsOf(words)
    sizes[index] = grams.size
    for (const gram of grams) {
      const list = postings.get(gram)
      if (!list) postings.set(gram, [index])
      else if (list.length < MOST_POSTINGS) list.push(index)
    }
  }
  if (!isCopy(matches, keys)) return []
  return [...matches, ...shortOnes(matches, keys)].sort((a, b) => a.copy - b.copy)
}

/** Two matches at least, or one that is the whole text twice, and a good part of the page: else it is a refrain. */
function isCopy(matches: readonly CopyMatch[], keys: readonly string[]): boolean {
  const length = (indexes: readonly number[]) => indexes.reduce((sum, index) => sum + (keys[index]?.length ?? 0), 0)
  const all = keys.reduce((sum, key) => sum + key.length, 0)
  const repeated = length(matches.map(({ copy }) => copy))
  return matches.length >= 2 ? repeated >= 0.2 * all : matches.length === 1 && repeated >= 0.35 * all
}

/** Short paragraphs between the copy's: repeated too, where they stand in the first copy as well. */
function shortOnes(matches: readonly CopyMatch[], keys: readonly string[]): CopyMatch[] {
  const from = matches.reduce((least, { copy }) => Math.min(least, copy), Number.POSITIVE_INFINITY)
  const to = matches.reduce((most, { copy }) => Math.max(most, copy), Number.NEGATIVE_INFINITY)
  const earlier = new Map<string, number>()
  for (let index = from - 1; index >= 0; index--) {
    const key = keys[index] as string
    if (key !== '' && key.length < SHORTEST) earlier.set(key, index)
  }
  const found: CopyMatch[] = []
  // A headline that leads the second copy as it led the first stands just before it.
  for (let index = Math.max(from - 2, 1); index <= to; index++) {
    const key = keys[index] as string
    const of = key.length < SHORTEST ? earlier.get(key) : undefined
    if (of !== undefined && of !== index) {
      earlier.delete(key)
      found.push({ copy: index, of, differs: null })
    }
  }
  return found
}

function nearest(
  words: readonly string[],
  postings: ReadonlyMap<string, number[]>,
  sizes: readonly number[],
  taken: ReadonlySet<number>,
): number | null {
  const grams = gramsOf(words)
  const shared = new Map<number, number>()
  for (const gram of grams)
    for (const index of postings.get(gram) ?? []) shared.set(index, (shared.get(index) ?? 0) + 1)
  let best: number | null = null
  let bestScore = SIMILAR
  for (const [index, count] of shared) {
    const score = count / (grams.size + (sizes[index] as number) - count)
    if (score >= bestScore && !taken.has(index)) {
      best = index
      bestScore = score
    }
  }
  return best
}

function gramsOf(words: readonly string[]): Set<string> {
  const grams = new Set<string>()
  for (let i = 0; i + 2 < words.length; i++) grams.add(`${words[i]} ${words[i + 1]} ${words[i + 2]}`)
  return grams
}

const wordsOf = (text: string): string[] =>
  normalForm(text, 'NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

/** What differs between two nearly equal paragraphs: what is left when their common beginning and end are taken off. */
function difference(kept: readonly string[], left: readonly string[]): { kept: string; left: string } {
  let start = 0
  while (start < kept.length && start < left.length && kept[start] === left[start]) start++
  let end = 0
  while (
    end < kept.length - start &&
    end < left.length - start &&
    kept[kept.length - 1 - end] === left[left.length - 1 - end]
  )
    end++
  const middle = (words: readonly string[]) =>
    words.slice(start, Math.min(words.length - end, start + MOST_WORDS_COMPARED)).join(' ')
  return { kept: middle(kept), left: middle(left) }
}
