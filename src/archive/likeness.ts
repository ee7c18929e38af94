/** Two wordings laid beside each other, word by word. Pure. */
import { diffArrays } from 'diff'
import { MOST_COMPARED, SHORTEST } from './prints.ts'
import type { Difference } from './records.ts'

/** Under this likeness they are different words. */
const ALIKE = 0.7

/**
 * How alike the quoted words `here` and `there` are, as folded words; null
 * where they are not the same words. The shorter one is looked for within the
 * longer (Sellers, "The theory and computation of evolutionary distances",
 * 1980), so that a part of a quotation is still the same words; what stands
 * around it is no difference. Takes at most 400 × 400 steps.
 */
export function compareWords(
  here: readonly string[],
  there: readonly string[],
): { likeness: number; differences: Difference[] } | null {
  const [one, two] = [here.slice(0, MOST_COMPARED), there.slice(0, MOST_COMPARED)]
  if (one.length < SHORTEST || two.length < SHORTEST) {
    const isSame = one.length > 0 && one.length === two.length && one.every((word, i) => word === two[i])
    return isSame ? { likeness: 1, differences: [{ how: 'same', words: one.join(' ') }] } : null
  }
  const isHereShorter = one.length <= two.length
  const [shorter, longer] = isHereShorter ? [one, two] : [two, one]
  const { distance, from, to } = findWithin(shorter, longer)
  const likeness = 1 - distance / shorter.length
  if (likeness < ALIKE) return null
  const piece = longer.slice(from, to)
  return { likeness, differences: differencesOf(isHereShorter ? shorter : piece, isHereShorter ? piece : shorter) }
}

/** Where in `longer` the words nearest to `shorter` stand, and how many words must be put in, left out or changed. */
function findWithin(
  shorter: readonly string[],
  longer: readonly string[],
): { distance: number; from: number; to: number } {
  // Row by row over `shorter`; each cell holds the distance, and where in `longer` its best match began.
  let distances = longer.map(() => 0)
  let starts = longer.map((_, j) => j + 1)
  let [beforeDistance, beforeStart] = [0, 0]
  for (const [i, word] of shorter.entries()) {
    let [diagonal, diagonalStart] = [beforeDistance, beforeStart]
    beforeDistance = i + 1
    let [left, leftStart] = [beforeDistance, beforeStart]
    const nextDistances: number[] = []
    const nextStarts: number[] = []
    for (const [j, other] of longer.entries()) {
      const up = (distances[j] as number) + 1
      const across = diagonal + (word === other ? 0 : 1)
      const least = Math.min(across, up, left + 1)
      const start = least === across ? diagonalStart : least === up ? (starts[j] as number) : leftStart
      diagonal = distances[j] as number
      diagonalStart = starts[j] as number
      nextDistances.push(least)
      nextStarts.push(start)
      left = least
      leftStart = start
    }
    distances = nextDistances
    starts = nextStarts
  }
  let best = { distance: shorter.length, from: 0, to: 0 }
  // Of equals the last: "or the next" rather than "or", where "next" would be left out.
  for (const [j, distance] of distances.entries())
    if (distance <= best.distance) best = { distance, from: starts[j] as number, to: j + 1 }
  return best
}

const differencesOf = (here: readonly string[], there: readonly string[]): Difference[] =>
  diffArrays([...here], [...there]).map(({ added, removed, value }) => ({
    how: added ? 'only-there' : removed ? 'only-here' : 'same',
    words: value.join(' '),
  }))
