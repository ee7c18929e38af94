/**
 * Points of a draft's history. Each number that a draft had is one: made by a
 * batch of steps while somebody typed, or by a whole save, which is kept as the
 * steps that it came to.
 */
import { applySteps, isSame, placesOfSteps, stepsBetween } from '../steps/index.ts'
import type { Transaction } from '../store/index.ts'
import { attachmentsOf, type Draft, emptyContent, moveDraft, picturesOf, type StoryContent } from '../story/index.ts'
import type { Step } from './step.ts'

/** How a point came about. */
export const POINT_KINDS = ['made', 'typed', 'saved', 'restored', 'accepted'] as const
export type PointKind = (typeof POINT_KINDS)[number]

/** One number in so many is kept as a whole. */
const SNAPSHOT_EVERY = 100

export interface NewPoint {
  storyId: string
  by: string | null
  kind: PointKind
  client?: string
  key?: string
  about?: string
  steps: readonly Step[]
}

/**
 * Adds a point after number `from`, at which the draft was `before`; answers its
 * number. Null where the draft has moved on or is gone, or the key was taken
 * before: then nothing of this transaction may be kept.
 */
export async function addPoint(
  tx: Transaction,
  point: NewPoint,
  { from, before, after }: { from: number; before: StoryContent; after: StoryContent },
): Promise<number | null> {
  const number = from + 1
  const isSnapshot = number % SNAPSHOT_EVERY === 0
  const whole = isSnapshot || showsOtherFiles(point.steps, before) ? after : undefined
  if (!(await moveDraft(tx, { storyId: point.storyId, from, by: point.by, whole }))) return null
  if (!(await writePoint(tx, point, number))) return null
  if (isSnapshot) await writeSnapshot(tx, point.storyId, number, after)
  await tx.say({ kind: 'draft.steps', story: point.storyId, number })
  return number
}

/** Adds the point of a save that has changed the draft as a whole already; `before` is null where its history does not reach. */
export async function addWholePoint(
  tx: Transaction,
  point: Omit<NewPoint, 'steps'>,
  { number, before, after }: { number: number; before: StoryContent | null; after: StoryContent },
): Promise<void> {
  const start = before ?? emptyContent
  const steps = stepsBetween(start, after)
  await writePoint(tx, { ...point, steps }, number)
  // Blocks that share an id, as programs can make them, can't be said in steps.
  if (!before || number % SNAPSHOT_EVERY === 0 || !isSame(applySteps(start, steps), after))
    await writeSnapshot(tx, point.storyId, number, after)
}

/** The first points of drafts that were made elsewhere, kept as wholes. */
export async function addBroughtIn(tx: Transaction, drafts: readonly Draft[]): Promise<void> {
  if (drafts.length === 0) return
  await tx.rows
    .insertInto('draft_steps')
    .values(
      drafts.map((draft) => ({
        story_id: draft.id,
        number: draft.number,
        at: tx.now,
        by: draft.savedBy,
        kind: 'made',
        client: null,
        key: null,
        about: null,
        steps_json: '[]',
      })),
    )
    .execute()
  await tx.rows
    .insertInto('draft_snapshots')
    .values(drafts.map(({ id, number, content }) => ({ story_id: id, number, content_json: JSON.stringify(content) })))
    .execute()
}

async function writePoint(tx: Transaction, point: NewPoint, number: number): Promise<boolean> {
  const result = await tx.rows
    .insertInto('draft_steps')
    .values({
      story_id: point.storyId,
      number,
      at: tx.now,
      by: point.by,
      kind: point.kind,
      client: point.client ?? null,
      key: point.key ?? null,
      about: point.about ?? null,
      steps_json: JSON.stringify(point.steps),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

async function writeSnapshot(tx: Transaction, storyId: string, number: number, content: StoryContent): Promise<void> {
  await tx.rows
    .insertInto('draft_snapshots')
    .values({ story_id: storyId, number, content_json: JSON.stringify(content) })
    .execute()
}

/** Whether these steps can change which pictures and files a draft shows. */
function showsOtherFiles(steps: readonly Step[], before: StoryContent): boolean {
  const places = new Set(placesOfSteps(steps))
  const touched = [
    ...before.body.filter(({ id }) => places.has(id)),
    ...steps.flatMap((step) => (step.type === 'put' ? [step.block] : [])),
  ]
  const shown = { picture: null, body: touched }
  return places.has('picture') || picturesOf(shown).length > 0 || attachmentsOf(shown).length > 0
}
