/** Finds the places that an expectation tells by their words. */
import type { Place, ReadingBlock } from '../../src/reading/index.ts'

/**
 * The place of "first words … last words" or "around [the words] meant".
 * Where it stands several times, the one nearest to `near` is taken. Throws
 * where it isn't there, or isn't the only one: then the expectation is wrong.
 */
export function locate(blocks: readonly ReadingBlock[], words: string, near?: readonly Place[]): Place {
  const places = placesOf(blocks, words)
  if (places.length === 0) throw new Error(`The story has no “${words}”: mend the expectation.`)
  const sorted = near ? places.map((place) => ({ place, gap: gapTo(place, near) })).sort((a, b) => a.gap - b.gap) : []
  const [first, second] = sorted
  if (first && first.gap < Number.POSITIVE_INFINITY && first.gap !== second?.gap) return first.place
  if (places.length > 1) throw new Error(`The story has “${words}” ${places.length} times: mend the expectation.`)
  return places[0] as Place
}

/** Every place where these words stand as whole words, in the blocks' order. */
export function placesOf(blocks: readonly ReadingBlock[], words: string): Place[] {
  const [, before = '', inside = words, after = ''] = /^(.*)\[(.+)\](.*)$/.exec(words) ?? []
  const [start = '', end = ''] = inside.split(' … ')
  return blocks.flatMap(({ id, text }) => {
    const places: Place[] = []
    for (let at = text.indexOf(before + start); at >= 0; at = text.indexOf(before + start, at + 1)) {
      const from = at + before.length
      const stop = text.indexOf(end + after, from + start.length)
      if (stop < 0 || (end === '' && stop > from + start.length)) continue
      const to = stop + end.length
      if (isWhole(text, at, to + after.length)) places.push({ block: id, from, to })
    }
    return places
  })
}

const isWhole = (text: string, from: number, to: number): boolean =>
  !/[\p{L}\p{N}]{2}/u.test(text.slice(Math.max(0, from - 1), from + 1)) &&
  !/[\p{L}\p{N}]{2}/u.test(text.slice(to - 1, to + 1))

/** How many units lie between a place and the nearest of others in its block. */
const gapTo = (place: Place, others: readonly Place[]): number =>
  Math.min(
    ...others
      .filter(({ block }) => block === place.block)
      .map(({ from, to }) => Math.max(0, from - place.to, place.from - to)),
    Number.POSITIVE_INFINITY,
  )

export const overlaps = (a: Place, b: Place): boolean => a.block === b.block && a.from < b.to && b.from < a.to

/** The words in places, each by where it begins: "block:offset". */
export function wordsIn(blocks: readonly ReadingBlock[], places: readonly Place[]): Set<string> {
  const found = new Set<string>()
  for (const { block, from, to } of places) {
    const text = blocks.find(({ id }) => id === block)?.text.slice(from, to) ?? ''
    for (const match of text.matchAll(/[\p{L}\p{N}]+/gu)) found.add(`${block}:${from + match.index}`)
  }
  return found
}

/** How much of the first is in the second, and of the second in the first; from 0 to 1. */
export function share(one: ReadonlySet<string>, other: ReadonlySet<string>): { of: number; back: number } {
  const both = [...one].filter((word) => other.has(word)).length
  return { of: both / Math.max(1, one.size), back: both / Math.max(1, other.size) }
}

/** The words of places as a person quotes them. */
export const quote = (blocks: readonly ReadingBlock[], places: readonly Place[]): string =>
  places
    .map(({ block, from, to }) => blocks.find(({ id }) => id === block)?.text.slice(from, to) ?? `(no block ${block})`)
    .map((text) => (text.length > 90 ? `${text.slice(0, 45)} … ${text.slice(-40)}` : text))
    .join(' / ')
