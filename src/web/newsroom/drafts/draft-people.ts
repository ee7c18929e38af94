/** People at a draft, as the editor's script is told of them. */
import { z } from 'zod'
import type { Lock, readPresent } from '../../../drafting/index.ts'
import { namesOfStaff } from '../../../people/index.ts'
import type { Database } from '../../../store/index.ts'

/** A tab's own name for itself. */
export const CLIENT = z.string().regex(/^[\w-]{1,64}$/)

interface Named {
  id: string
  name: string
}
type Names = (id: string | null) => Named | null

/** Names these people; null for nobody, and for the command line. */
export async function namesFor(db: Database, ids: readonly (string | null)[]): Promise<Names> {
  const names = await namesOfStaff(db, ids)
  return (id) => {
    const name = id === null ? undefined : names.get(id)
    return id !== null && name !== undefined ? { id, name } : null
  }
}

export const shownLocks = (locks: readonly Lock[], names: Names) =>
  locks.flatMap(({ place, personId, client, until }) => {
    const person = names(personId)
    return person ? [{ place, person, client, until }] : []
  })

/** Each person once, with the place where they write, null where they only have it open. */
export const shownPresent = (present: Awaited<ReturnType<typeof readPresent>>, locks: readonly Lock[], names: Names) =>
  [...new Set(present.map(({ personId }) => personId))].flatMap((personId) => {
    const person = names(personId)
    const place = locks.find((lock) => lock.personId === personId)?.place ?? null
    return person ? [{ ...person, place }] : []
  })
