/** Words of a story by their places in it. */
import type { Place } from '../../../reading/index.ts'

/** The text of each block by its id. */
export type Texts = ReadonlyMap<string, string>

export const textsOf = (blocks: readonly { id: string; text: string }[]): Texts =>
  new Map(blocks.map(({ id, text }) => [id, text]))

/** The words at these places, one after another; where something stood between them that was left out, "…" says so. */
export function wordsAt(places: readonly Place[], texts: Texts): string {
  let words = ''
  let before: Place | null = null
  for (const place of places) {
    if (before) words += isRightAfter(before, place, texts) ? ' ' : ' … '
    words += textOf(texts, place).slice(place.from, place.to).trim()
    before = place
  }
  return words
}

const textOf = (texts: Texts, { block }: Place): string => texts.get(block) ?? ''

/** Whether no word stands between two places, also where one ends a block and the other begins the next. */
function isRightAfter(before: Place, place: Place, texts: Texts): boolean {
  if (before.block === place.block) return !HAS_WORD.test(textOf(texts, place).slice(before.to, place.from))
  return (
    !HAS_WORD.test(textOf(texts, before).slice(before.to)) && !HAS_WORD.test(textOf(texts, place).slice(0, place.from))
  )
}

const HAS_WORD = /[\p{L}\p{N}]/u

/** At most about `limit` characters, ended at a word, or where there is none for long, at no half of a character. */
export function clipped(words: string, limit: number): string {
  if (words.length <= limit) return words
  const space = words.lastIndexOf(' ', limit)
  const end = space > limit / 2 ? space : limit
  return `${words
    .slice(0, end)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()} …`
}
