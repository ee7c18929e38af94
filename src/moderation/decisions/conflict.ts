/** Two people on one comment: the slower one is told who did what, and when. */
import { decisionMessages as m } from '../../messages/index.ts'
import { namesOfStaff } from '../../people/index.ts'
import type { Database } from '../../store/index.ts'
import { namesOfHolders } from '../queue/index.ts'

const DID: Readonly<Record<string, string>> = m.did

/** Where what is shown is not what stood on the page of who decides: nobody decides on words that they have not seen. */
export const OTHER_WORDS = m.changed

/** "Ana is reviewing this comment." where someone else holds a live claim on these words; else null. */
export async function whoHolds(db: Database, revisionId: string, by: string, now: number): Promise<string | null> {
  const holder = (await namesOfHolders(db, [revisionId], by, now)).get(revisionId)
  return holder === undefined ? null : m.isReviewing(holder)
}

/** Why words can't be decided on any more: someone was faster, or the author took them back. */
export async function whatHappened(db: Database, revisionId: string, by: string, now: number): Promise<string> {
  const { state } = await db
    .selectFrom('comment_revisions')
    .select('state')
    .where('id', '=', revisionId)
    .executeTakeFirstOrThrow()
  if (state === 'withdrawn') return m.changedByAuthor
  const last = await db
    .selectFrom('decisions as d')
    .innerJoin('comment_revisions as r', 'r.comment_id', 'd.comment_id')
    .select(['d.action', 'd.decided_at', 'd.decided_by'])
    // By comment, because that is how decisions are indexed.
    .where('r.id', '=', revisionId)
    .whereRef('d.revision_id', '=', 'r.id')
    .orderBy('d.sequence', 'desc')
    .executeTakeFirst()
  const done = last && DID[last.action]
  if (!done) return m.alreadyDecided
  const who = last.decided_by === by ? m.you : (await namesOfStaff(db, [last.decided_by])).get(last.decided_by)
  return m.didAgo(String(who), done, now - last.decided_at)
}
