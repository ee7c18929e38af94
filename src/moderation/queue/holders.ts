/** Who has which comments in hand just now. */
import { namesOfStaff } from '../../people/index.ts'
import type { Database } from '../../store/index.ts'

/** The id of whoever has it, by revision; what nobody has in hand is not among them. */
export async function holdersOf(
  db: Database,
  revisionIds: readonly string[],
  now: number,
): Promise<Map<string, string>> {
  if (revisionIds.length === 0) return new Map()
  const claims = await db
    .selectFrom('claims')
    .select(['revision_id', 'person_id'])
    .where('revision_id', 'in', revisionIds)
    .where('expires_at', '>', now)
    .execute()
  return new Map(claims.map(({ revision_id, person_id }) => [revision_id, person_id]))
}

/** The name of whoever else than `by` has it, by revision: what one has in hand oneself stands in nobody's way. */
export async function namesOfHolders(
  db: Database,
  revisionIds: readonly string[],
  by: string | null,
  now: number,
): Promise<Map<string, string>> {
  const others = [...(await holdersOf(db, revisionIds, now))].filter(([, person]) => person !== by)
  const names = await namesOfStaff(
    db,
    others.map(([, person]) => person),
  )
  return new Map(others.map(([revision, person]) => [revision, names.get(person) ?? '']))
}
