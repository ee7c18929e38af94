import type { Event, Store } from '../src/store/index.ts'

/** An event as a test names it: its kind, and which story or job it is about. */
export const nameOf = (event: Event): string =>
  'story' in event ? `${event.kind} ${event.story}` : 'job' in event ? `${event.kind} ${event.job}` : event.kind

/** What is heard on a store from now on. */
export function hearOn(store: Store): string[] {
  const heard: string[] = []
  store.listen((events) => heard.push(...events.map(nameOf)))
  return heard
}
