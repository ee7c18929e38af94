/** What most tests of the desk begin with: an empty site with one published story, and people who decide. */
import { addPerson, type Person, ROLES, type Switch } from '../src/people/index.ts'
import type { Store } from '../src/store/index.ts'
import { type DatabaseKind, freshStore, publishedStory } from './stores.ts'

/** A fresh store with a story, "A bridge opens", and Mo, who may decide; both since `now`, or the story since `publishedAt`. */
export async function freshDesk(
  kind: DatabaseKind,
  now: () => number,
  { publishedAt = now(), role = ROLES.moderator }: { publishedAt?: number; role?: readonly Switch[] } = {},
) {
  const fresh = await freshStore(kind, now)
  const { id: storyId } = await publishedStory(fresh.store, 'A bridge opens', publishedAt)
  return { ...fresh, storyId, mo: await colleague(fresh.store, 'Mo', now(), role) }
}

/** Somebody else who may decide. */
export async function colleague(
  store: Store,
  name: string,
  now: number,
  role: readonly Switch[] = ROLES.moderator,
): Promise<Person> {
  const added = await addPerson(store, { name, mail: null, switches: role }, now)
  if ('problem' in added) throw new Error(added.problem)
  return added
}
