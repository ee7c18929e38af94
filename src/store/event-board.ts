import type { Event, Listener } from './events.ts'
import type { AnyInsideListener, Transaction } from './store.ts'

/** Those who listen on one store: inside its transactions, in this order, and after them. */
export function eventBoard(inside: readonly AnyInsideListener[]) {
  const listeners = new Set<Listener>()
  return {
    listen(listener: Listener): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async tellInside(tx: Transaction, event: Event): Promise<void> {
      for (const { on, hear } of inside) if (on === event.kind) await hear(tx, event as never)
    },
    deliver(events: readonly Event[]): void {
      if (events.length > 0) for (const listener of listeners) listener(events)
    },
  }
}

export type EventBoard = ReturnType<typeof eventBoard>
