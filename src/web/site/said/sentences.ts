/** The whole sentences in which something was said: what a reader can judge by. */
import { type Place, sentencesIn } from '../../../reading/index.ts'
import { type Texts, wordsAt } from './statement-words.ts'
import { textDirective } from './text-directive.ts'

/** Longer than this, a speech begins here and goes on at its place. */
const LONGEST = 600

/** For a text, the way from places in it to the sentences around them: one place for each stretch of text, in order. */
export function sentencesAround(texts: Texts): (places: readonly Place[]) => Place[] {
  const known = new Map<string, { from: number; to: number }[]>()
  const sentencesOf = (block: string) => {
    const found = known.get(block) ?? sentencesIn(texts.get(block) ?? '')
    known.set(block, found)
    return found
  }
  return (places) =>
    joined(
      places.map(({ block, from, to }) => {
        const sentences = sentencesOf(block)
        const first = sentences[lastBefore(sentences, from)]
        const last = sentences[lastBefore(sentences, Math.max(from, to - 1))]
        return { block, from: Math.min(from, first?.from ?? from), to: Math.max(to, last?.to ?? to) }
      }),
    )
}

/** The last sentence that begins at or before an offset; the first where none does. */
function lastBefore(sentences: readonly { from: number }[], at: number): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle] as { from: number }).from <= at) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}

/** Places in order, those that overlap made one. */
export function joined(places: readonly Place[]): Place[] {
  const stretches: Place[] = []
  for (const place of places) {
    const last = stretches.at(-1)
    if (last && last.block === place.block && place.from <= last.to && place.to >= last.from) {
      last.from = Math.min(last.from, place.from)
      last.to = Math.max(last.to, place.to)
    } else stretches.push({ ...place })
  }
  return stretches
}

/** The words of such stretches; of a long speech its first sentences. */
export function sentenceWords(stretches: readonly Place[], texts: Texts): string {
  const words = wordsAt(stretches, texts)
  if (words.length <= LONGEST) return words
  const end = sentencesIn(words).reduce((last, { to }) => (to <= LONGEST ? to : last), 0)
  return end > 0 ? `${words.slice(0, end)} …` : words
}

/** What to put behind the anchor of the first stretch; `cutsOf`: where marks stand in a block. */
export const directiveOf = (
  [first]: readonly Place[],
  texts: Texts,
  cutsOf: (block: string) => readonly number[] = () => [],
): string =>
  first
    ? textDirective(
        (texts.get(first.block) ?? '').slice(first.from, first.to),
        cutsOf(first.block).map((at) => at - first.from),
      )
    : ''
