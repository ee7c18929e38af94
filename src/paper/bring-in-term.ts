/** A section, a topic or an author as another system had them. */
import { type Transaction, takeTurns } from '../store/index.ts'
import { findTermByKey } from './read-terms.ts'
import { LONGEST_NAME, type Term, type TermKind, termKey } from './term.ts'
import { checkName } from './term-details.ts'
import { insertTerm } from './term-rows.ts'

const LONGEST_ABOUT = 5000

/**
 * The one that has this name already, or a new one; of an author also who they are on the staff, and what is said of
 * them, where nobody has said either yet. Null for a name that none can have.
 */
export async function bringInTerm(
  tx: Transaction,
  { kind, name, author }: { kind: TermKind; name: string; author?: { personId: string; about: string } },
): Promise<{ term: Pick<Term, 'id' | 'slug'>; isNew: boolean } | null> {
  await takeTurns(tx, 'paper')
  const known = await findTermByKey(tx.rows, kind, termKey(name))
  if (!known && checkName(kind, name) !== null) return null
  const id = known?.id ?? (await insertTerm(tx, { kind, name: name.slice(0, LONGEST_NAME) }))
  if (author) {
    const { personId, about } = author
    await tx.rows
      .updateTable('terms')
      .set({ person_id: personId })
      .where('id', '=', id)
      .where('person_id', 'is', null)
      .execute()
    await tx.rows
      .updateTable('terms')
      .set({ about: about.slice(0, LONGEST_ABOUT) })
      .where('id', '=', id)
      .where('about', '=', '')
      .execute()
  }
  const { slug } = await tx.rows.selectFrom('terms').select('slug').where('id', '=', id).executeTakeFirstOrThrow()
  return { term: { id, slug }, isNew: !known }
}
