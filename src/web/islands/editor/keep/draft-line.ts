/**
 * What this tab knows of the draft on the server, and what it has to send: pure,
 * so that every order in which answers, colleagues' steps and lost lines can come
 * is tried in a test. `current` is always the story as it stands in the editor.
 */
import { applySteps, isSame, placesOfSteps, type StepOf, stepsBetween } from '../../../../steps/index.ts'
import type { Block, StoryContent } from '../../../../story/index.ts'

/** A change of the draft, at one field or one block. */
export type Step = StepOf<StoryContent>

export interface Batch {
  /** The draft's number that it starts from. */
  base: number
  /** Made once for each batch: sent twice, it is taken once. */
  key: string
  steps: readonly Step[]
}

export interface DraftLine {
  base: number
  /** The draft as the server had it at `base`. */
  known: StoryContent
  /** Sent, and not answered yet. */
  flight: Batch | null
  /** Places that somebody else has changed too: they are not sent until the writer has chosen. */
  conflicts: ReadonlyMap<string, { by: string | null }>
  /** The draft has to be fetched: steps of others were missed. */
  isBehind: boolean
}

export const startLine = (number: number, content: StoryContent): DraftLine => ({
  base: number,
  known: content,
  flight: null,
  conflicts: new Map(),
  isBehind: false,
})

const placeOf = (step: Step): string => placesOfSteps<StoryContent>([step])[0] as string

/** What is to be sent next, as the flight of the line answered; the same line where there is nothing, or something is on its way. */
export function nextFlight(line: DraftLine, current: StoryContent, key: string): DraftLine {
  if (line.flight || line.isBehind) return line
  const steps = stepsBetween(line.known, current).filter((step) => !line.conflicts.has(placeOf(step)))
  return steps.length === 0 ? line : { ...line, flight: { base: line.base, key, steps } }
}

/** Everything that the server has not confirmed: what is on its way, and what was written since. */
export function unconfirmed(line: DraftLine, current: StoryContent): { flight: Batch | null; rest: readonly Step[] } {
  const sent = line.flight ? applySteps(line.known, line.flight.steps) : line.known
  return { flight: line.flight, rest: stepsBetween(sent, current) }
}

/** The flight was taken, and the draft has this number since. */
export function taken(line: DraftLine, key: string, number: number): DraftLine {
  const { flight } = line
  if (flight?.key !== key) return line
  const known = applySteps(line.known, flight.steps)
  // Others were faster: what they did is not known here.
  if (number !== line.base + 1) return { ...line, known, flight: null, isBehind: true }
  return { ...line, known, base: number, flight: null }
}

/** The flight was not taken; its words are sent anew. */
export const dropped = (line: DraftLine): DraftLine => ({ ...line, flight: null })

/**
 * The draft as it is on the server now. Answers the steps to play into the
 * editor: those of others at places where nothing was written here. Where both
 * have written, nothing is played, and the writer is asked.
 */
export function caughtUp(
  line: DraftLine,
  current: StoryContent,
  draft: { number: number; content: StoryContent; by: string | null },
): { line: DraftLine; play: Step[] } {
  if (draft.number < line.base) return { line, play: [] }
  const mine = new Set(stepsBetween(line.known, current).map(placeOf))
  const theirs = stepsBetween(line.known, draft.content)
  const conflicts = new Map(line.conflicts)
  const play = theirs.filter((step) => {
    const place = placeOf(step)
    if (!mine.has(place)) return true
    if (!isSame(valueAt(current, place), valueAt(draft.content, place))) conflicts.set(place, { by: draft.by })
    return false
  })
  for (const place of conflicts.keys())
    if (isSame(valueAt(current, place), valueAt(draft.content, place))) conflicts.delete(place)
  return { line: { ...line, base: draft.number, known: draft.content, conflicts, isBehind: false }, play }
}

/** Steps that came from the server as they were made, by whoever made them. */
export function heard(
  line: DraftLine,
  current: StoryContent,
  { number, steps, by, isMine }: { number: number; steps: readonly Step[]; by: string | null; isMine: boolean },
): { line: DraftLine; play: Step[] } {
  if (number <= line.base || line.isBehind) return { line, play: [] }
  // One's own come back as well, and may be faster than their answer.
  if (isMine) return { line: line.flight ? taken(line, line.flight.key, number) : line, play: [] }
  if (number !== line.base + 1) return { line: { ...line, isBehind: true }, play: [] }
  return caughtUp(line, current, { number, content: applySteps(line.known, steps), by })
}

/** Mine stays: it is sent over theirs, which the history keeps. */
export function keepMine(line: DraftLine, place: string): DraftLine {
  const conflicts = new Map(line.conflicts)
  conflicts.delete(place)
  return { ...line, conflicts }
}

/** Theirs stays: the steps that bring it into the editor. */
export function useTheirs(line: DraftLine, current: StoryContent, place: string): { line: DraftLine; play: Step[] } {
  const play = stepsBetween(current, line.known).filter((step) => placeOf(step) === place)
  return { line: keepMine(line, place), play }
}

/** What stands at a place: a field's value or a block; undefined where there is none. */
export function valueAt(content: StoryContent, place: string): Block | StoryContent[keyof StoryContent] | undefined {
  if (place in content && place !== 'body') return content[place as keyof StoryContent]
  return content.body.find(({ id }) => id === place)
}
