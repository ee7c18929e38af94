/**
 * How a text changes: by steps over a typed tree, each at one place, which is a
 * field or a block of the body. Which fields and blocks there are is the
 * caller's. Nothing here needs Node, a schema or another part, so that the
 * editor in the browser plays the same steps as the server.
 */

/** Fields of any kind, and a body of blocks, each with an id of its own. */
export interface Content {
  readonly body: readonly { readonly id: string }[]
}
type FieldOf<C extends Content> = Exclude<keyof C & string, 'body'>
type BlockOf<C extends Content> = C['body'][number]

export type FieldStep<C extends Content> = {
  [F in FieldOf<C>]: { type: 'field'; field: F; value: C[F] }
}[FieldOf<C>]
/**
 * A block that is new, changed or moved. It stands after the block of the id
 * `after`; null: first; absent: where it stood, or last where it is new.
 */
export interface PutStep<C extends Content> {
  type: 'put'
  block: BlockOf<C>
  after?: string | null | undefined
}
export interface DropStep {
  type: 'drop'
  id: string
}
export type StepOf<C extends Content> = FieldStep<C> | PutStep<C> | DropStep

/** The place that a step touches: a field's name or a block's id. */
export const placeOfStep = <C extends Content>(step: StepOf<C>): string =>
  step.type === 'field' ? step.field : step.type === 'put' ? step.block.id : step.id

/** The places that steps touch, each once, in their order. */
export const placesOfSteps = <C extends Content>(steps: readonly StepOf<C>[]): string[] => [
  ...new Set(steps.map(placeOfStep)),
]

/**
 * The content after the steps, in time linear in both. Where the block that
 * one is to stand after is gone, it stays where it stood, or stands last. Of
 * blocks with one id, steps reach the first.
 */
export function applySteps<C extends Content>(content: C, steps: readonly StepOf<C>[]): C {
  const fields: Record<string, unknown> = {}
  const line = steps.some(({ type }) => type !== 'field') ? lineOf(content.body) : null
  for (const step of steps) {
    if (step.type === 'field') fields[step.field] = step.value
    else if (step.type === 'drop') line?.drop(step.id)
    else line?.put(step.block, step.after)
  }
  return { ...content, ...fields, ...(line ? { body: line.blocks() } : {}) }
}

/** Stands before the first and after the last: no block's id is empty. */
const EDGE = ''

interface Link<B> {
  block?: B
  before: string
  next: string
}

/** Blocks in a row, each of which knows its neighbours. */
function lineOf<B extends { readonly id: string }>(body: readonly B[]) {
  const links = new Map<string, Link<B>>([[EDGE, { before: EDGE, next: EDGE }]])
  const link = (id: string) => links.get(id) as Link<B>

  function join(before: string, next: string): void {
    link(before).next = next
    link(next).before = before
  }
  function insert(id: string, block: B, before: string): void {
    const { next } = link(before)
    links.set(id, { block, before, next })
    join(before, id)
    join(id, next)
  }
  function drop(id: string): void {
    const found = id === EDGE ? undefined : links.get(id)
    if (!found) return
    join(found.before, found.next)
    links.delete(id)
  }
  function put(block: B, after?: string | null): void {
    const found = links.get(block.id)
    const before = after === null ? EDGE : after
    if (before === undefined || before === block.id || !links.has(before)) {
      if (found) found.block = block
      else insert(block.id, block, link(EDGE).before)
      return
    }
    drop(block.id)
    insert(block.id, block, before)
  }
  function blocks(): B[] {
    const all: B[] = []
    for (let id = link(EDGE).next; id !== EDGE; id = link(id).next) all.push(link(id).block as B)
    return all
  }
  for (const [index, block] of body.entries())
    insert(links.has(block.id) ? `${block.id} ${index}` : block.id, block, link(EDGE).before)
  return { put, drop, blocks }
}

/**
 * The fewest steps from one content to the other: what did not change has none,
 * and of blocks that changed places the most stay where they are. In
 * n log n. Ids in a body are each there once.
 */
export function stepsBetween<C extends Content>(before: C, after: C): StepOf<C>[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])] as FieldOf<C>[]
  const fields = names.flatMap((field): FieldStep<C>[] =>
    (field as string) === 'body' || isSame(before[field], after[field])
      ? []
      : [{ type: 'field', field, value: after[field] } as FieldStep<C>],
  )
  return [...fields, ...blockSteps<C>(before.body, after.body)]
}

function blockSteps<C extends Content>(before: readonly BlockOf<C>[], after: readonly BlockOf<C>[]): StepOf<C>[] {
  const ids = new Set(after.map(({ id }) => id))
  const old = new Map(before.map((block, index) => [block.id, { block, index }]))
  const changed = after.map((block) => !isSame(old.get(block.id)?.block, block))
  const drops = before.flatMap(({ id }): StepOf<C>[] => (ids.has(id) ? [] : [{ type: 'drop', id }]))
  const stay = heaviestForward(
    after.map(({ id }, index) => ({ at: old.get(id)?.index ?? -1, changed: changed[index] === true })),
    before.length,
  )
  const puts = after.flatMap((block, index): StepOf<C>[] => {
    if (!stay.has(index)) return [{ type: 'put', block, after: after[index - 1]?.id ?? null }]
    return changed[index] ? [{ type: 'put', block }] : []
  })
  return [...drops, ...puts]
}

/**
 * Which of the blocks can stay where they are: a run whose old places increase,
 * with the most blocks that have not changed, which then need no step at all;
 * and among those the longest.
 * @param blocks each with its old place, from 0; -1 where it is new
 * @param places how many old places there are
 */
function heaviestForward(blocks: readonly { at: number; changed: boolean }[], places: number): Set<number> {
  const unchanged = blocks.length + 1
  // A tree of prefixes (Fenwick): the heaviest run that ends at an old place up to this one.
  const best: { weight: number; last: number }[] = Array.from({ length: places + 1 }, () => ({ weight: 0, last: -1 }))
  const previous: number[] = []
  for (const [index, { at, changed }] of blocks.entries()) {
    previous.push(-1)
    if (at < 0) continue
    let run = { weight: 0, last: -1 }
    for (let i = at; i > 0; i -= i & -i) if ((best[i]?.weight ?? 0) > run.weight) run = best[i] as typeof run
    previous[index] = run.last
    const longer = { weight: run.weight + (changed ? 1 : unchanged), last: index }
    for (let i = at + 1; i <= places; i += i & -i) if (longer.weight > (best[i]?.weight ?? 0)) best[i] = longer
  }
  let end = { weight: 0, last: -1 }
  for (let i = places; i > 0; i -= i & -i) if ((best[i]?.weight ?? 0) > end.weight) end = best[i] as typeof end
  const run = new Set<number>()
  for (let index = end.last; index >= 0; index = previous[index] as number) run.add(index)
  return run
}

/** Whether two values of plain data are the same, in whatever order their keys stand; a key without a value is none. */
export function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((one, index) => isSame(one, b[index]))
  }
  const [one, other] = [a, b] as Record<string, unknown>[]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) => isSame(one?.[key], other?.[key]))
}
