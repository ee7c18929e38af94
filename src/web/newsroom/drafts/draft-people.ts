/** People at a draft, as the editor's script is told of them. */
import * as z from 'zod'
import { type Lock, readLocks, readPresent } from '../../../drafting/index.ts'
import { draftingMessages as m } from '../../../messages/index.ts'
import { namesOfStaff } from '../../../people/index.ts'
import type { Database } from '../../../store/index.ts'
import { bodyToMarkup, type Draft, type StoryContent } from '../../../story/index.ts'
import { beginningOf } from '../../../text/index.ts'
import type { Call, Web } from '../../context.ts'
import { readFaces } from '../people/faces.ts'

/** A colleague at a draft, as a page shows them. */
export interface Colleague extends Named {
  /** Where they are writing, in words: a field's name, or how the passage begins; null where they only have it open. */
  where: string | null
}

/** A tab's own name for itself. */
export const CLIENT = z.string().regex(/^[\w-]{1,64}$/)

interface Named {
  id: string
  name: string
  /** Where their picture is shown from; null where they have none. */
  face: string | null
}
type Names = (id: string | null) => Named | null

/** Names these people; null for nobody, and for the command line. */
export async function namesFor(db: Database, ids: readonly (string | null)[]): Promise<Names> {
  const [names, faces] = await Promise.all([
    namesOfStaff(db, ids),
    readFaces(
      db,
      ids.filter((id) => id !== null),
    ),
  ])
  return (id) => {
    const name = id === null ? undefined : names.get(id)
    return id !== null && name !== undefined ? { id, name, face: faces.get(id) ?? null } : null
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

/** The colleagues who have this draft open, whether or not their browser runs the editor. */
export async function whoIsHere(web: Web, c: Call, draft: Draft): Promise<Colleague[]> {
  const { db } = web.store
  const me = c.get('person').id
  const [locks, present] = await Promise.all([readLocks(db, draft.id, web.now()), readPresent(db, draft.id, web.now())])
  const held = locks.filter(({ personId }) => personId !== me)
  const open = new Set(present.map(({ personId }) => personId).filter((id) => id !== me))
  for (const { personId } of held) open.delete(personId)
  const names = await namesFor(db, [...open])
  return [
    ...(await heldBy(web, draft, held)),
    ...[...open].flatMap((id) => {
      const name = names(id)
      return name ? [{ ...name, where: null }] : []
    }),
  ]
}

/** Who holds these places, and what stands there. */
export async function heldBy(web: Web, { content }: Draft, locks: readonly Lock[]): Promise<Colleague[]> {
  const names = await namesFor(
    web.store.db,
    locks.map(({ personId }) => personId),
  )
  return locks.flatMap(({ personId, place }) => {
    const name = names(personId)
    return name ? [{ ...name, where: inWords(content, place) }] : []
  })
}

/** So much of a passage tells which one it is. Characters. */
const BEGINNING = 50

function inWords(content: StoryContent, place: string): string {
  const field = (m.places as Record<string, string>)[place]
  if (field) return field
  const block = content.body.find(({ id }) => id === place)
  return block ? m.passage(beginningOf(bodyToMarkup([block]), BEGINNING)) : m.otherPlace
}
