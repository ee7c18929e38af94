/** What becomes of steps where others have changed the draft since. */
import { placesOfSteps, stepsBetween } from '../steps/index.ts'
import type { StoryContent } from '../story/index.ts'
import type { Step } from './step.ts'

/**
 * The same steps, of which none is to stand after a block that is not there any
 * more: it stands after the nearest block before that one, as the draft was
 * when the steps were made. `readBase` answers that draft, null where it isn't known.
 */
export async function standFast(
  steps: readonly Step[],
  words: StoryContent,
  readBase: () => Promise<StoryContent | null>,
): Promise<readonly Step[]> {
  // Most steps say nothing of a place.
  if (!steps.some((step) => step.type === 'put' && typeof step.after === 'string')) return steps
  const there = new Set(words.body.map(({ id }) => id))
  for (const step of steps) if (step.type === 'put') there.add(step.block.id)
  const isLost = (step: Step) =>
    step.type === 'put' && step.after !== null && step.after !== undefined && !there.has(step.after)
  if (!steps.some(isLost)) return steps
  const base = await readBase()
  if (!base) return steps
  const was = new Map(base.body.map(({ id }, index) => [id, index]))
  return steps.map((step) => {
    if (step.type !== 'put' || !isLost(step)) return step
    const at = was.get(step.after as string)
    if (at === undefined) return { type: 'put', block: step.block }
    const before = base.body.slice(0, at).findLast(({ id }) => there.has(id))
    return { ...step, after: before?.id ?? null }
  })
}

/** The places of steps that others have changed as well, and not to the same: `after` is `words` with the steps. */
export function placesInBoth(
  steps: readonly Step[],
  others: readonly string[],
  words: StoryContent,
  after: StoryContent,
): string[] {
  const theirs = new Set(others)
  const both = placesOfSteps(steps).filter((place) => theirs.has(place))
  if (both.length === 0) return []
  const different = new Set(placesOfSteps<StoryContent>(stepsBetween(words, after)))
  return both.filter((place) => different.has(place))
}
