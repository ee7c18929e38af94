/** Who may answer an appeal: anyone who reviews, but the one who decided only where nobody else does. */
import { listPeople, may } from '../../people/index.ts'
import type { Database } from '../../store/index.ts'

/** Whether someone besides this person may review now. */
export async function hasOthers(db: Database, personId: string): Promise<boolean> {
  return (await listPeople(db)).some((person) => person.id !== personId && may(person, 'moderate'))
}
