/**
 * What happened, said by whoever did it, as part of the transaction that did it.
 * Who listens does their part within that transaction, or hears of it once it is
 * committed, in every process on the database.
 */
import type { Transaction } from './store.ts'

/** Each kind with its facts, ids and short words only. A part adds its own here (declare module), and says no others. */
export interface Events {
  /** Said by the store alone: anything may have happened that was not heard of, so whatever is kept has to be asked for anew. */
  missed: Record<never, never>
}

export type EventKind = keyof Events
export type EventOf<K extends EventKind> = { [Kind in K]: { readonly kind: Kind } & Readonly<Events[Kind]> }[K]
export type Event = EventOf<EventKind>

export type Listener = (events: readonly Event[]) => void
/** Does its part within the transaction that says the event: kept with it, or lost with it. */
export type InsideListener<K extends EventKind> = (tx: Transaction, event: EventOf<K>) => Promise<void>

export const MISSED: Event = { kind: 'missed' }

/** Those who listen on one store. */
export function eventBoard() {
  const listeners = new Set<Listener>()
  const inside = new Map<EventKind, InsideListener<never>[]>()
  return {
    listen(listener: Listener): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** In the order in which they were added. */
    listenInside<K extends EventKind>(kind: K, listener: InsideListener<K>): void {
      inside.set(kind, [...(inside.get(kind) ?? []), listener as InsideListener<never>])
    },
    async tellInside(tx: Transaction, event: Event): Promise<void> {
      for (const listener of inside.get(event.kind) ?? []) await listener(tx, event as never)
    },
    deliver(events: readonly Event[]): void {
      if (events.length > 0) for (const listener of listeners) listener(events)
    },
  }
}

export type EventBoard = ReturnType<typeof eventBoard>

/** Events that another process has said, from their JSON; what is not ours counts as something that was missed. */
export function eventsFrom(json: string): Event[] {
  try {
    const events = JSON.parse(json) as unknown
    if (Array.isArray(events) && events.every((one) => typeof one?.kind === 'string')) return events as Event[]
  } catch {
    // Whatever it is, something was said.
  }
  return [MISSED]
}
