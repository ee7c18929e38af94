/**
 * Programs that act for people of the staff. Each has a token, which is shown
 * once, and scopes; it acts in the name of the person who made it, and may
 * never do more than they may at that moment.
 */
import { newToken, tokenHash } from '../access/index.ts'
import { programMessages as m } from '../messages/index.ts'
import { may, noteAct, type Person } from '../people/index.ts'
import { type Database, newId, type Store } from '../store/index.ts'
import { hidesSomething, NAME_HIDES, showsSomething } from '../text/index.ts'
import { SCOPES, type Scope, SWITCH_OF } from './scopes.ts'

/** Of a name, in UTF-16 code units. */
export const LONGEST_PROGRAM_NAME = 80
/** After how many days a token may end; null: never. */
export const LIVES = [30, 90, 365, null] as const
/** By it a token that lies about is known for what it is, also to services that look for such. */
const BEGINS = 'courant_'
const DAY = 24 * 60 * 60 * 1000

export interface Program {
  id: string
  name: string
  scopes: readonly Scope[]
  /** The id of the person in whose name it acts. */
  madeBy: string
  madeAt: number
  /** Null where it has no end. */
  endsAt: number | null
  /** When it last came in, to five minutes; null where it never did. */
  seenAt: number | null
}

/**
 * Makes a program that acts for `by`, and answers its token, which is kept nowhere; or says in one sentence why not.
 * `days`: one of LIVES.
 */
export async function makeProgram(
  store: Store,
  asked: { name: string; scopes: readonly Scope[]; days: number | null; by: Person },
  now: number,
): Promise<{ program: Program; token: string } | { problem: string }> {
  const { by, days } = asked
  const name = asked.name.trim()
  if (!showsSomething(name) || name.length > LONGEST_PROGRAM_NAME) return { problem: m.needsName }
  if (hidesSomething(name)) return { problem: NAME_HIDES }
  const scopes = SCOPES.filter((one) => asked.scopes.includes(one))
  if (scopes.length === 0) return { problem: m.needsScope }
  if (!LIVES.some((life) => life === days)) return { problem: m.needsEnd }
  const notTheirs = scopes.find((one) => !mayThrough(by, one))
  if (notTheirs !== undefined) return { problem: m.notYours(m.scopes[notTheirs]) }
  const program = {
    id: newId(now),
    name,
    scopes,
    madeBy: by.id,
    madeAt: now,
    endsAt: days === null ? null : now + days * DAY,
    seenAt: null,
  }
  const token = `${BEGINS}${newToken()}`
  await store.transaction(now, async (tx) => {
    const { id } = program
    await tx.rows
      .insertInto('programs')
      .values({
        id,
        name,
        scopes_json: JSON.stringify(scopes),
        made_by: by.id,
        made_at: now,
        ends_at: program.endsAt,
        removed_at: null,
        seen_at: null,
      })
      .execute()
    await tx.rows
      .insertInto('program_tokens')
      .values({ token_hash: tokenHash(token), program_id: id })
      .execute()
    const detail = m.logMade(
      name,
      scopes.map((one) => m.scopes[one]),
    )
    await noteAct(tx, { by: by.id, act: 'program.made', about: id, detail })
  })
  return { program, token }
}

/** Removes a program: from now on its token opens nothing. False where there is none (any more). */
export const removeProgram = (store: Store, { id, by }: { id: string; by: string }, now: number): Promise<boolean> =>
  store.transaction(now, async (tx) => {
    const removed = await tx.rows
      .updateTable('programs')
      .set({ removed_at: now })
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .returning('name')
      .executeTakeFirst()
    if (!removed) return false
    await tx.rows.deleteFrom('program_tokens').where('program_id', '=', id).execute()
    await noteAct(tx, { by, act: 'program.removed', about: id, detail: m.logRemoved(removed.name) })
    return true
  })

/** Every program that was not removed, the newest first. */
export async function listPrograms(db: Database): Promise<Program[]> {
  const rows = await db
    .selectFrom('programs')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toProgram)
}

/** The names of these programs, by id, also of those that were removed. */
export async function namesOfPrograms(db: Database, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map()
  const rows = await db.selectFrom('programs').select(['id', 'name']).where('id', 'in', known).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Whether somebody may do now what a scope lets a program do in their name. */
export function mayThrough(person: Person, scope: Scope): boolean {
  const needed = SWITCH_OF[scope]
  return needed === null ? !person.disabled : may(person, needed)
}

export const toProgram = (row: {
  id: string
  name: string
  scopes_json: string
  made_by: string
  made_at: number
  ends_at: number | null
  seen_at: number | null
}): Program => ({
  id: row.id,
  name: row.name,
  // Another version of the program may have known scopes that this one does not.
  scopes: SCOPES.filter((one) => (JSON.parse(row.scopes_json) as string[]).includes(one)),
  madeBy: row.made_by,
  madeAt: row.made_at,
  endsAt: row.ends_at,
  seenAt: row.seen_at,
})
