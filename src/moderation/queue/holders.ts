/** Who has which comments in hand just now. */
import { namesOfStaff } from '../../people/index.ts'
import type { Database } from '../../store/index.ts'

export interface Holder {
  personId: string
  name: string
}

/** By revision; what nobody has in hand is not among them. */
export async function readHolders(
  db: Database,
  revisionIds: readonly string[],
  now: number,
): Promise<Map<string, Holder>> {
  if (revisionIds.length === 0) return new Map()
  const claims = await db
    .selectFrom('claims')
    .select(['revision_id', 'person_id'])
    .where('revision_id', 'in', revisionIds)
    .where('expires_at', '>', now)
    .execute()
  const names = await namesOfStaff(
    db,
    claims.map(({ person_id }) => person_id),
  )
  return new Map(
    claims.map(({ revision_id, person_id }) => [
      revision_id,
      { personId: person_id, name: names.get(person_id) ?? '' },
    ]),
  )
}
