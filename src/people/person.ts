/** The staff: who they are and what they may do. */
import { type Database, newId, type Store } from '../store/index.ts'

/** What a person may do; a role is a set of these. */
export const SWITCHES = ['write', 'edit others', 'publish', 'moderate', 'settings'] as const
export type Switch = (typeof SWITCHES)[number]

export const ROLES = {
  editor: ['write', 'edit others', 'publish', 'moderate', 'settings'],
  reporter: ['write'],
  moderator: ['moderate'],
} as const satisfies Record<string, readonly Switch[]>

export interface Person {
  id: string
  name: string
  mail: string | null
  switches: readonly Switch[]
  disabled: boolean
}

/** Adds a person, or says in one sentence why not. */
export async function addPerson(
  store: Store,
  person: { name: string; mail: string | null; switches: readonly Switch[] },
  now: number,
): Promise<Person | { problem: string }> {
  const name = person.name.trim()
  const mail = person.mail?.trim().toLowerCase() || null
  if (!name || name.length > 80) return { problem: 'Give the person a name of up to 80 characters.' }
  if (mail !== null && !/^[^\s@]+@[^\s@]+$/.test(mail))
    return { problem: `"${mail}" is not a mail address; leave it empty if there is none.` }
  if (person.switches.length === 0) return { problem: 'Choose at least one thing the person may do.' }
  const id = newId(now)
  return store.transaction(async (write) => {
    const result = await write
      .insertInto('people')
      .values({ id, name, mail, switches_json: JSON.stringify(person.switches), created_at: now, disabled_at: null })
      .onConflict((conflict) => conflict.column('mail').doNothing())
      .executeTakeFirst()
    if (result.numInsertedOrUpdatedRows === 0n) return { problem: `Someone with the address ${mail} is already here.` }
    return { id, name, mail, switches: person.switches, disabled: false }
  })
}

/**
 * Makes a person unable to sign in and ends their sessions; what they did stays
 * theirs. The last person who may change settings cannot be disabled.
 */
export async function setDisabled(
  store: Store,
  personId: string,
  disabled: boolean,
  now: number,
): Promise<{ problem: string } | null> {
  return store.transaction(async (write) => {
    const people = (await write.selectFrom('people').selectAll().execute()).map(toPerson)
    const others = people.filter((p) => p.id !== personId && !p.disabled && p.switches.includes('settings'))
    if (disabled && others.length === 0)
      return { problem: 'Someone must be left who may change the settings; give that to another person first.' }
    await write
      .updateTable('people')
      .set({ disabled_at: disabled ? now : null })
      .where('id', '=', personId)
      .execute()
    if (disabled) {
      await write.deleteFrom('sessions').where('person_id', '=', personId).execute()
      await write.deleteFrom('sign_in_links').where('person_id', '=', personId).where('used_at', 'is', null).execute()
    }
    return null
  })
}

export async function listPeople(db: Database): Promise<Person[]> {
  const rows = await db.selectFrom('people').selectAll().orderBy('created_at').orderBy('id').execute()
  return rows.map(toPerson)
}

export async function readPerson(db: Database, id: string): Promise<Person | null> {
  const row = await db.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
  return row ? toPerson(row) : null
}

export const may = (person: Person, what: Switch): boolean => !person.disabled && person.switches.includes(what)

export function toPerson(row: {
  id: string
  name: string
  mail: string | null
  switches_json: string
  disabled_at: number | null
}): Person {
  return {
    id: row.id,
    name: row.name,
    mail: row.mail,
    switches: JSON.parse(row.switches_json) as Switch[],
    disabled: row.disabled_at !== null,
  }
}
