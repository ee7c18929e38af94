/** A person's own name and address for emails, changed by themselves or by who manages people. */

import { endLinksOf } from '../access/index.ts'
import { staffMessages as m } from '../messages/index.ts'
import type { Store } from '../store/index.ts'
import { noteAct } from './acts.ts'
import { readNameAndMail } from './name-and-mail.ts'

export interface PersonChange {
  id: string
  name: string
  /** Empty for none. */
  mail: string
  by: string | null
}

/**
 * Gives a person another name or address, or says in one sentence why not, and
 * in which field. Links that were sent to an address they no longer have end.
 */
export async function changePerson(
  store: Store,
  { id, by, ...typed }: PersonChange,
  now: number,
): Promise<{ field: 'name' | 'mail'; problem: string } | null> {
  const read = readNameAndMail(typed)
  if ('problem' in read) return read
  const { name, mail } = read
  return store.transaction(now, async (tx) => {
    const before = await tx.rows.selectFrom('people').selectAll().where('id', '=', id).executeTakeFirst()
    if (!before) return { field: 'name', problem: m.noSuchPerson }
    if (before.name === name && before.mail === mail) return null
    const taken =
      mail !== null &&
      (await tx.rows
        .selectFrom('people')
        .select('id')
        .where('mail', '=', mail)
        .where('id', '!=', id)
        .executeTakeFirst())
    if (taken) return { field: 'mail', problem: m.alreadyHere(mail) }
    await tx.rows.updateTable('people').set({ name, mail }).where('id', '=', id).execute()
    if (before.mail !== mail) await endLinksOf(tx, id)
    const changes = [
      ...(before.name === name ? [] : [m.logRenamed(before.name, name)]),
      ...(before.mail === mail ? [] : [m.logMail(name, mail)]),
    ]
    for (const detail of changes) await noteAct(tx, { by, act: 'person.changed', about: id, detail })
    return null
  })
}
