/** Those who wrote for a paper before it came here. */
import { newId, type Transaction } from '../store/index.ts'
import { readNameAndMail } from './name-and-mail.ts'
import { ROLES } from './person.ts'

/**
 * Somebody who wrote where an import comes from: a person who can't sign in until an editor lets them in. Who is
 * among the staff already, by their address or else by a name that one person has, is that person. Null for a name
 * that nobody can have.
 */
export async function bringInPerson(
  tx: Transaction,
  person: { name: string; mail: string },
): Promise<{ id: string; isNew: boolean } | null> {
  const withMail = readNameAndMail(person)
  const read = 'problem' in withMail ? readNameAndMail({ name: person.name, mail: '' }) : withMail
  if ('problem' in read) return null
  const { name, mail } = read
  const named = await tx.rows
    .selectFrom('people')
    .select(['id', 'name', 'mail'])
    .where(({ or, eb }) => or([eb('name', '=', name), ...(mail === null ? [] : [eb('mail', '=', mail)])]))
    .execute()
  const byMail = named.find((one) => mail !== null && one.mail === mail)
  const byName = named.filter((one) => one.name === name && (mail === null || one.mail === null))
  const there = byMail ?? (byName.length === 1 ? byName[0] : undefined)
  if (there) return { id: there.id, isNew: false }
  const id = newId(tx.now)
  await tx.rows
    .insertInto('people')
    .values({
      id,
      name,
      mail,
      switches_json: JSON.stringify(ROLES.reporter),
      created_at: tx.now,
      disabled_at: tx.now,
    })
    .execute()
  return { id, isNew: true }
}
