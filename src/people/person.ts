/** The staff: who they are and what they may do. */

import { endLinksOf, endStepsOf } from '../access/index.ts'
import { staffMessages as m } from '../messages/index.ts'
import { type Database, newId, type Store, type Transaction, takeTurns } from '../store/index.ts'
import { noteAct } from './acts.ts'
import { readNameAndMail } from './name-and-mail.ts'

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

/** Adds a person, or says in one sentence why not. `by` is null for the site itself. */
export async function addPerson(
  store: Store,
  person: { name: string; mail: string | null; switches: readonly Switch[] },
  now: number,
  by: string | null = null,
): Promise<Person | { problem: string }> {
  const read = readNameAndMail({ name: person.name, mail: person.mail ?? '' })
  if ('problem' in read) return { problem: read.problem }
  const { name, mail } = read
  if (person.switches.length === 0) return { problem: m.needsSwitch }
  const id = newId(now)
  return store.transaction(now, async (tx) => {
    const result = await tx.rows
      .insertInto('people')
      .values({ id, name, mail, switches_json: JSON.stringify(person.switches), created_at: now, disabled_at: null })
      .onConflict((conflict) => conflict.column('mail').doNothing())
      .executeTakeFirst()
    if (result.numInsertedOrUpdatedRows === 0n) return { problem: m.alreadyHere(mail ?? '') }
    const detail = m.logAdded(name, inWords(person.switches))
    await noteAct(tx, { by, act: 'person.added', about: id, detail })
    return { id, name, mail, switches: person.switches, disabled: false }
  })
}

const inWords = (switches: readonly Switch[]): string[] => switches.map((one) => m.switches[one])

/** Whether somebody else may still change the settings. */
async function othersHaveSettings(tx: Transaction, personId: string): Promise<boolean> {
  const people = (await tx.rows.selectFrom('people').selectAll().execute()).map(toPerson)
  return people.some((one) => one.id !== personId && may(one, 'settings'))
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
  by: string | null = null,
): Promise<{ problem: string } | null> {
  return store.transaction(now, async (tx) => {
    // Two who lock each other out at the same moment must not both find the other still there.
    await takeTurns(tx, 'people')
    if (disabled && !(await othersHaveSettings(tx, personId))) return { problem: m.nobodyLeft }
    const changed = await tx.rows
      .updateTable('people')
      .set({ disabled_at: disabled ? now : null })
      .where('id', '=', personId)
      .where('disabled_at', disabled ? 'is' : 'is not', null)
      .returning('name')
      .executeTakeFirst()
    if (disabled) {
      await tx.rows.deleteFrom('sessions').where('person_id', '=', personId).execute()
      await endLinksOf(tx, personId)
      await endStepsOf(tx, { kind: 'person', id: personId })
      await tx.rows.deleteFrom('sign_in_links').where('person_id', '=', personId).where('used_at', 'is', null).execute()
    }
    if (!changed) return null
    const [act, detail] = disabled
      ? ['person.disabled', m.logSuspended(changed.name)]
      : ['person.enabled', m.logLetIn(changed.name)]
    await noteAct(tx, { by, act, about: personId, detail })
    return null
  })
}

/**
 * Gives a person other switches, from their next request on: those that differ
 * from what was `shown`, where it is said, since somebody else may have changed
 * another meanwhile. The last who may change settings keeps that.
 */
export async function setSwitches(
  store: Store,
  personId: string,
  { switches, shown }: { switches: readonly Switch[]; shown?: readonly Switch[] | undefined },
  now: number,
  by: string | null = null,
): Promise<{ problem: string } | null> {
  return store.transaction(now, async (tx) => {
    await takeTurns(tx, 'people')
    const row = await tx.rows.selectFrom('people').selectAll().where('id', '=', personId).executeTakeFirst()
    if (!row) return { problem: m.noSuchPerson }
    const before = toPerson(row).switches
    const was = shown ?? before
    const wanted = SWITCHES.filter((one) =>
      (switches.includes(one) === was.includes(one) ? before : switches).includes(one),
    )
    if (wanted.length === 0) return { problem: m.leaveOne }
    if (before.includes('settings') && !wanted.includes('settings') && !(await othersHaveSettings(tx, personId)))
      return { problem: m.nobodyLeft }
    const given = wanted.filter((one) => !before.includes(one))
    const taken = before.filter((one) => !wanted.includes(one))
    if (given.length + taken.length === 0) return null
    const set = { switches_json: JSON.stringify(wanted) }
    await tx.rows.updateTable('people').set(set).where('id', '=', personId).execute()
    const detail = m.logSwitches(row.name, inWords(given), inWords(taken))
    await noteAct(tx, { by, act: 'person.switches', about: personId, detail })
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

/** The names of these people of the staff, by id, also of those who are locked out; who is not known is not in the map. */
export async function namesOfStaff(db: Database, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return new Map()
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', known).execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
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
