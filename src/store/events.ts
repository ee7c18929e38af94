/**
 * What happened, said by whoever did it, as part of the transaction that did it.
 * Who listens does their part within that transaction, or hears of it once it is
 * committed, in every process on the database.
 */
/** Each kind with its facts, ids and short words only. A part adds its own here (declare module), and says no others. */
export interface Events {
  /** Said by the store alone: anything may have happened that was not heard of, so whatever is kept has to be asked for anew. */
  missed: Record<never, never>
}

export type EventKind = keyof Events
export type EventOf<K extends EventKind> = { [Kind in K]: { readonly kind: Kind } & Readonly<Events[Kind]> }[K]
export type Event = EventOf<EventKind>

export type Listener = (events: readonly Event[]) => void

export const MISSED: Event = { kind: 'missed' }

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
