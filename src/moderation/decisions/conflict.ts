/** Two people on one comment: the slower one is told who did what, and when. */
import { namesOfStaff } from '../../people/index.ts'
import type { Database } from '../../store/index.ts'
import { namesOfHolders } from '../queue/index.ts'

const DONE: Record<string, string> = {
  approve: 'approved it',
  reject: 'rejected it',
  remove: 'took it down',
  overturn: 'decided otherwise on an appeal',
  uphold: 'upheld the decision on an appeal',
  keep: 'kept it after a report',
}

/** Where what is shown is not what stood on the page of who decides: nobody decides on words that they have not seen. */
export const OTHER_WORDS =
  'This comment has changed since you opened the page. Here is how it reads now: read it, then decide.'

/** "Ana has it in hand." where someone else holds a live claim on these words; else null. */
export async function whoHolds(db: Database, revisionId: string, by: string, now: number): Promise<string | null> {
  const holder = (await namesOfHolders(db, [revisionId], by, now)).get(revisionId)
  return holder === undefined ? null : `${holder} has it in hand.`
}

/** Why words can't be decided on any more: someone was faster, or the author took them back. */
export async function whatHappened(db: Database, revisionId: string, by: string, now: number): Promise<string> {
  const { state } = await db
    .selectFrom('comment_revisions')
    .select('state')
    .where('id', '=', revisionId)
    .executeTakeFirstOrThrow()
  if (state === 'withdrawn') return 'Its author has changed or withdrawn this comment meanwhile.'
  const last = await db
    .selectFrom('decisions as d')
    .innerJoin('comment_revisions as r', 'r.comment_id', 'd.comment_id')
    .select(['d.action', 'd.decided_at', 'd.decided_by'])
    // By comment, because that is how decisions are indexed.
    .where('r.id', '=', revisionId)
    .whereRef('d.revision_id', '=', 'r.id')
    .orderBy('d.sequence', 'desc')
    .executeTakeFirst()
  const done = last && DONE[last.action]
  if (!done) return 'This comment has been decided already.'
  const who = last.decided_by === by ? 'You' : (await namesOfStaff(db, [last.decided_by])).get(last.decided_by)
  return `${who} ${done} ${spanAgo(now - last.decided_at)}.`
}

/** A span in milliseconds as people say it: "just now", "2 min ago", "3 h ago", "5 days ago". */
export function spanAgo(span: number): string {
  const minutes = Math.round(span / 60_000)
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min ago`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} h ago` : `${Math.round(hours / 24)} days ago`
}
