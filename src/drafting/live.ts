/**
 * Who has a draft open hears of what others do in it. What is kept in the store
 * is what is told: an event says only that there is something, here or in
 * another process, and each listener reads from where it was.
 */
import type { Event, Store } from '../store/index.ts'
import { type Lock, readLocks } from './locks.ts'
import { type Present, readPresent } from './present.ts'
import type { Step } from './step.ts'

/** What a listener is told. */
export type LiveNews =
  | { kind: 'steps'; number: number; at: number; by: string | null; client: string | null; steps: Step[] }
  | { kind: 'people'; locks: Lock[]; present: Present[] }
  | { kind: 'suggestions' }
  | { kind: 'notes' }
  | { kind: 'standing' }

/** Somebody who listens to one draft. */
export interface Ear {
  storyId: string
  /** The tab and the person, to know how many of each listen. */
  client: string
  personId: string
  /** The last number that is known there. */
  number: number
  /** Fulfilled when it has left; the next is told after that. */
  tell(news: LiveNews): Promise<void>
  /** Called once when there is nothing more to hear, as at the program's end. */
  end(): void
}

export interface LiveDrafts {
  /** Begins to listen; answers the way to stop, or null where this person listens too often already. */
  listen(ear: Ear): (() => void) | null
  /** Whether this tab listens here. */
  isListening(storyId: string, client: string): boolean
  isStopped(): boolean
  /** How many listen. */
  count(): number
  /** Ends all. */
  stop(): void
}

/** So many tabs a person can have open on drafts in one process. */
export const MOST_EARS = 20
/** So many points are told at once; who is further behind is told in several goes. */
const MOST_AT_ONCE = 200

interface Waiting {
  steps: boolean
  people: boolean
  suggestions: boolean
  notes: boolean
  standing: boolean
}

const nothingWaits = (): Waiting => ({
  steps: false,
  people: false,
  suggestions: false,
  notes: false,
  standing: false,
})

export function createLiveDrafts(store: Store, { now }: { now(): number }): LiveDrafts {
  const ears = new Map<Ear, { waiting: Waiting; isTelling: boolean }>()
  let stopped = false

  const stopHearing = store.listen((events) => {
    for (const event of events) for (const ear of ears.keys()) note(ear, waitingAfter(event, ear.storyId))
  })

  function note(ear: Ear, what: Partial<Waiting>): void {
    const state = ears.get(ear)
    if (!state || Object.keys(what).length === 0) return
    Object.assign(state.waiting, what)
    if (!state.isTelling) void tellAll(ear, state)
  }

  async function tellAll(ear: Ear, state: { waiting: Waiting; isTelling: boolean }): Promise<void> {
    state.isTelling = true
    try {
      while (ears.has(ear) && Object.values(state.waiting).some(Boolean)) {
        const { steps, people, suggestions, notes, standing } = state.waiting
        state.waiting = nothingWaits()
        if (steps && (await tellSteps(ear))) state.waiting.steps = true
        if (people) {
          const [locks, present] = await Promise.all([
            readLocks(store.db, ear.storyId, now()),
            readPresent(store.db, ear.storyId, now()),
          ])
          await ear.tell({ kind: 'people', locks, present })
        }
        if (suggestions) await ear.tell({ kind: 'suggestions' })
        if (notes) await ear.tell({ kind: 'notes' })
        if (standing) await ear.tell({ kind: 'standing' })
      }
    } catch {
      // The store is away, or the browser: it asks again by itself, from the number it has.
      if (ears.delete(ear)) ear.end()
    } finally {
      state.isTelling = false
    }
  }

  /** Answers whether there may be more. */
  async function tellSteps(ear: Ear): Promise<boolean> {
    const rows = await store.db
      .selectFrom('draft_steps')
      .select(['number', 'at', 'by', 'client', 'steps_json'])
      .where('story_id', '=', ear.storyId)
      .where('number', '>', ear.number)
      .orderBy('number')
      .limit(MOST_AT_ONCE)
      .execute()
    for (const { number, at, by, client, steps_json } of rows) {
      await ear.tell({ kind: 'steps', number, at, by, client, steps: JSON.parse(steps_json) as Step[] })
      ear.number = number
    }
    return rows.length === MOST_AT_ONCE
  }

  return {
    listen(ear) {
      const own = [...ears.keys()].filter(({ personId }) => personId === ear.personId)
      if (stopped || own.length >= MOST_EARS) return null
      ears.set(ear, { waiting: nothingWaits(), isTelling: false })
      note(ear, { steps: true, people: true })
      return () => void ears.delete(ear)
    },
    isListening: (storyId, client) => [...ears.keys()].some((ear) => ear.storyId === storyId && ear.client === client),
    isStopped: () => stopped,
    count: () => ears.size,
    stop() {
      stopped = true
      stopHearing()
      for (const ear of [...ears.keys()]) if (ears.delete(ear)) ear.end()
    },
  }
}

function waitingAfter(event: Event, storyId: string): Partial<Waiting> {
  if (event.kind === 'missed') return { steps: true, people: true, suggestions: true, notes: true, standing: true }
  if (!('story' in event) || event.story !== storyId) return {}
  if (event.kind === 'draft.steps' || event.kind === 'draft.saved') return { steps: true }
  if (event.kind === 'draft.people') return { people: true }
  if (event.kind === 'draft.notes') return { notes: true }
  if (event.kind === 'draft.marked' || event.kind === 'story.published') return { standing: true }
  return event.kind === 'draft.suggestions' ? { suggestions: true } : {}
}
