/** Which of the new blocks is which of the old: ids are kept by words, then by likeness, in order. */
import type { Block, BlockOf } from '../content.ts'
import { wordsOfBlock } from '../plain-blocks.ts'

/** Alike enough to be the same block, edited: the share of word pairs in common (Dice). */
const ALIKE = 0.45
/** Between two blocks that stayed, at most this many are compared with as many. */
const MOST_COMPARED = 40

/** The blocks with the ids of `previous`, where they are the same or were edited. */
export function keepIds(blocks: readonly Block[], previous: readonly Block[]): Block[] {
  const result: Block[] = [...blocks]
  const pairs = samePairs(blocks, previous)
  let [from, fromOld] = [0, 0]
  for (const [index, old] of [...pairs, [blocks.length, previous.length] as const]) {
    for (const [i, j] of alikePairs(blocks, previous, { from, to: index, fromOld, toOld: old }))
      result[i] = withIds(blocks[i] as Block, previous[j] as Block)
    if (index < blocks.length) result[index] = withIds(blocks[index] as Block, previous[old] as Block)
    from = index + 1
    fromOld = old + 1
  }
  return result
}

/** Blocks whose words did not change, paired in order: the longest run of pairs that goes forward in both (patience). */
function samePairs(blocks: readonly Block[], previous: readonly Block[]): [number, number][] {
  const places = new Map<string, number[]>()
  for (const [index, block] of previous.entries()) {
    const key = keyOf(block)
    const list = places.get(key)
    if (list) list.push(index)
    else places.set(key, [index])
  }
  const used = new Map<string, number>()
  const candidates: [number, number][] = []
  for (const [index, block] of blocks.entries()) {
    const key = keyOf(block)
    const turn = used.get(key) ?? 0
    const old = places.get(key)?.[turn]
    used.set(key, turn + 1)
    if (old !== undefined) candidates.push([index, old])
  }
  return longestForward(candidates)
}

/** The longest subsequence whose second numbers increase, in n log n. */
function longestForward(pairs: readonly [number, number][]): [number, number][] {
  const tails: number[] = []
  const before: number[] = []
  for (const [index, [, old]] of pairs.entries()) {
    let [low, high] = [0, tails.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] as number] as [number, number])[1] < old) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = index
  }
  const chosen: [number, number][] = []
  for (let index = tails.at(-1) ?? -1; index >= 0; index = before[index] as number)
    chosen.push(pairs[index] as [number, number])
  return chosen.reverse()
}

function alikePairs(
  blocks: readonly Block[],
  previous: readonly Block[],
  gap: { from: number; to: number; fromOld: number; toOld: number },
): [number, number][] {
  const olds = Array.from({ length: Math.min(gap.toOld - gap.fromOld, MOST_COMPARED) }, (_, i) => gap.fromOld + i)
  const news = Array.from({ length: Math.min(gap.to - gap.from, MOST_COMPARED) }, (_, i) => gap.from + i)
  const scored = news
    .flatMap((i) => olds.map((j) => [i, j, likeness(blocks[i] as Block, previous[j] as Block)] as const))
    .filter(([, , score]) => score >= ALIKE)
  scored.sort((a, b) => b[2] - a[2])
  const pairs: [number, number][] = []
  for (const [i, j] of scored) {
    // One to one, and none across another: an order that was changed is not an edit.
    if (pairs.every(([a, b]) => a !== i && b !== j && a < i === b < j)) pairs.push([i, j])
  }
  return pairs
}

function likeness(a: Block, b: Block): number {
  if (a.type !== b.type) return 0
  const [one, two] = [pairsOf(textOf(a)), pairsOf(textOf(b))]
  if (one.size === 0 || two.size === 0) return 0
  let shared = 0
  for (const pair of one) if (two.has(pair)) shared++
  return (2 * shared) / (one.size + two.size)
}

function pairsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return new Set(words.length === 1 ? words : words.slice(1).map((word, i) => `${words[i]} ${word}`))
}

const keyOf = (block: Block): string => JSON.stringify(block, (name, value) => (name === 'id' ? undefined : value))

/** What a block is told from others by; a picture by its address as well. */
function textOf(block: Block): string {
  switch (block.type) {
    case 'figure':
      return `${block.picture.src} ${block.picture.caption}`
    case 'gallery':
      return [...block.pictures.map(({ src }) => src), block.caption].join(' ')
    case 'embed':
      return block.url
    case 'file':
      return block.src
    default:
      return wordsOfBlock(block)
  }
}

/** A block with the other's id, and its parts with the ids of theirs, by words first and then by place. */
function withIds(block: Block, old: Block): Block {
  if (block.type === 'quote' && old.type === 'quote')
    return { ...block, id: old.id, paragraphs: partsWithIds(block.paragraphs, old.paragraphs, wordsOf) }
  if (block.type === 'list' && old.type === 'list')
    return { ...block, id: old.id, items: partsWithIds(block.items, old.items, wordsOf) }
  if (block.type === 'gallery' && old.type === 'gallery')
    return { ...block, id: old.id, pictures: partsWithIds(block.pictures, old.pictures, ({ src }) => src) }
  if (block.type === 'table' && old.type === 'table')
    return { ...block, id: old.id, rows: partsWithIds(block.rows, old.rows, wordsOfRow) }
  if (block.type === 'box' && old.type === 'box')
    return { ...block, id: old.id, blocks: keepIds(block.blocks, old.blocks) as BlockOf<'box'>['blocks'] }
  return { ...block, id: old.id }
}

const wordsOf = ({ text }: { text: string }): string => text
const wordsOfRow = ({ cells }: BlockOf<'table'>['rows'][number]): string => cells.map(wordsOf).join('\t')

function partsWithIds<T extends { id: string }>(
  parts: readonly T[],
  olds: readonly T[],
  keyOfPart: (part: T) => string,
): T[] {
  const free = new Map<string, T[]>()
  // From the last to the first, so that the first is at hand.
  for (const old of [...olds].reverse()) {
    const list = free.get(keyOfPart(old))
    if (list) list.push(old)
    else free.set(keyOfPart(old), [old])
  }
  const taken = new Set<string>()
  const first = parts.map((part) => {
    const old = free.get(keyOfPart(part))?.pop()
    if (old) taken.add(old.id)
    return old ? { ...part, id: old.id } : null
  })
  const sameLength = parts.length === olds.length
  return parts.map((part, index) => {
    const found = first[index]
    if (found) return found
    const old = sameLength && !taken.has(olds[index]?.id as string) ? olds[index] : undefined
    return old ? { ...part, id: old.id } : part
  })
}
