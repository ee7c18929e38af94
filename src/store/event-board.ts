import type { Event, EventKind, Listener } from './events.ts'
import type { InsideListener, Transaction } from './store.ts'

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
