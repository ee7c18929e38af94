/** What differs between two points of a draft, as it is shown: each place under its name, in the order of the page. */
import type { PlaceChange, Step } from '../../../drafting/index.ts'
import { draftingMessages as m } from '../../../messages/index.ts'
import { bodyToMarkup, type StoryContent } from '../../../story/index.ts'

export interface ShownChange {
  place: string
  label: string
  /** The words before and after; one is empty where there were none, both are the same where something only moved. */
  from: string
  to: string
  last: PlaceChange['last']
}

export function shownChanges(
  before: StoryContent,
  after: StoryContent,
  changes: readonly PlaceChange[],
): ShownChange[] {
  const order = orderOf(before, after)
  return [...changes]
    .sort((a, b) => (order.get(a.place) ?? -1) - (order.get(b.place) ?? -1))
    .map(({ place, step, last }) => ({ place, last, ...wordsOfChange(before, after, step) }))
}

/** Where each block stands on a page that has both: one taken out stands after the one before it. Fields come first. */
function orderOf(before: StoryContent, after: StoryContent): Map<string, number> {
  const order = new Map(after.body.map(({ id }, index) => [id, index]))
  let last = 0
  for (const { id } of before.body) {
    const there = order.get(id)
    if (there === undefined) order.set(id, last + 0.5)
    else last = there
  }
  return order
}

/** What a step changes, in words, under the name of its place. */
export function wordsOfChange(
  before: StoryContent,
  after: StoryContent,
  step: Step,
): Omit<ShownChange, 'place' | 'last'> {
  if (step.type === 'field') {
    const label = (m.places as Record<string, string>)[step.field] ?? m.otherPlace
    return { label, from: wordsOfField(before[step.field]), to: wordsOfField(step.value) }
  }
  const id = step.type === 'put' ? step.block.id : step.id
  const [from, to] = [wordsOfBlockIn(before, id), wordsOfBlockIn(after, id)]
  const what = from === null ? 'made' : to === null ? 'gone' : from === to ? 'moved' : 'kept'
  return { label: m.blocks[what], from: from ?? '', to: to ?? '' }
}

function wordsOfBlockIn({ body }: StoryContent, id: string): string | null {
  const block = body.find((one) => one.id === id)
  return block ? bodyToMarkup([block]) : null
}

/** A field's value as text: lists with commas, records line by line. */
function wordsOfField(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map(wordsOfField).join(', ')
  if (typeof value === 'object') return Object.values(value).map(wordsOfField).filter(Boolean).join('\n')
  return String(value)
}
