import { normalForm } from '../../text/index.ts'
/** Which paragraph of the story a comment speaks of, by the rare words they share. Pure. */

export interface StoryParagraph {
  /** Counted from 1, as a reader would. */
  number: number
  text: string
}

/** As much of a comment is compared (UTF-16 units): who speaks of a paragraph does so early. */
const LONGEST_COMPARED = 2000

/**
 * The paragraph that shares most with the comment, or null where none shares
 * enough to say so. A word counts for more the fewer paragraphs have it (inverse
 * document frequency; Spärck Jones 1972); words are compared by their first six
 * letters, so "borrowed" meets "borrowing".
 */
export function paragraphAbout(comment: string, paragraphs: readonly string[]): StoryParagraph | null {
  const asked = stemsOf(comment.slice(0, LONGEST_COMPARED))
  if (asked.size === 0) return null
  const stems = paragraphs.map(stemsOf)
  const having = new Map<string, number>()
  for (const ofOne of stems) for (const stem of ofOne) having.set(stem, (having.get(stem) ?? 0) + 1)

  let best: { at: number; weight: number; shared: number } | null = null
  for (const [at, ofOne] of stems.entries()) {
    let [weight, shared] = [0, 0]
    for (const stem of asked) {
      if (!ofOne.has(stem)) continue
      weight += Math.log(1 + paragraphs.length / (having.get(stem) ?? 1))
      shared++
    }
    if (shared >= 2 && weight > (best?.weight ?? 0)) best = { at, weight, shared }
  }
  return best && { number: best.at + 1, text: paragraphs[best.at] as string }
}

/** Words that stand in any text and so say nothing about what it speaks of. */
const COMMON = new Set(
  'about after again also always another because been before being both cannot could does doing done down each even ever every from good have having here into just know like made make many more most much must need never only other over people really said same should some still such than that their them then there these they thing think this those through under very want was well were what when where which while will with would years your'
    .split(' ')
    .map((word) => word.slice(0, 6)),
)

function stemsOf(text: string): Set<string> {
  const folded = normalForm(text, 'NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const stems = new Set<string>()
  for (const [word] of folded.matchAll(/[\p{L}\p{N}]+/gu)) {
    const stem = word.slice(0, 6)
    // Four letters, or a figure: "the" and "and" go by their length alone.
    if ((word.length >= 4 || /^\p{N}{2,}$/u.test(word)) && !COMMON.has(stem)) stems.add(stem)
  }
  return stems
}
