/**
 * Approving without a look, where an editor allows it: comments by verified
 * readers of whom people have approved enough. Off unless switched on; what it
 * does is a decision like any other, by the editor who allowed it.
 */

import { filtersMessages as m } from '../../messages/index.ts'
import { noteAct } from '../../people/index.ts'
import { readReader } from '../../readers/index.ts'
import {
  type Database,
  keepSetting,
  layOver,
  readSetting,
  type Store,
  type Transaction,
  takeTurns,
} from '../../store/index.ts'

export interface KnownReaders {
  /** So many approved comments a reader needs. */
  readonly comments: number
  /** The editor who allowed it, and when. */
  readonly by: string
  readonly at: number
}

/** Fewer would be a formality. */
export const FEWEST_KNOWN = 3
export const MOST_KNOWN = 1000
const SETTING = 'known readers'
/** A reader with a rejected or removed comment this recent has each one read, in milliseconds. */
const CLEAN_FOR = 90 * 24 * 60 * 60 * 1000

/** What an editor has allowed; null where nothing is approved without a look. */
export async function readKnownReaders(db: Database): Promise<KnownReaders | null> {
  const kept = await readSetting(db, SETTING)
  if (!kept || kept.changedBy === null) return null
  const comments = kept.value as number | null
  return comments === null ? null : { comments, by: kept.changedBy, at: kept.changedAt }
}

/**
 * Allows it from `comments` approved comments on, or, with null, ends it. The
 * site says so on every page with a form. Not where somebody has changed it
 * since `shown`: then it says what holds now.
 */
export async function setKnownReaders(
  store: Store,
  change: { comments: number | null; shown?: number | null | undefined; by: string },
  now: number,
): Promise<{ problem: string } | { meanwhile: number | null } | null> {
  const { comments, shown, by } = change
  if (comments !== null && (!Number.isInteger(comments) || comments < FEWEST_KNOWN || comments > MOST_KNOWN))
    return { problem: m.knownReaders(FEWEST_KNOWN, MOST_KNOWN) }
  return store.transaction(now, async (tx) => {
    // Of two who change it at the same moment the second has to see what the first chose.
    await takeTurns(tx, 'settings')
    const before = (await readKnownReaders(tx.rows))?.comments ?? null
    const { changed, both } = layOver(
      { comments: before },
      { ...(shown === undefined ? {} : { shown: { comments: shown } }), wanted: { comments } },
    )
    if (both.length > 0) return { meanwhile: before }
    if (changed.length === 0) return null
    await keepSetting(tx, SETTING, comments, by)
    const detail = comments === null ? m.logReviewAgain : m.logWithoutReview(comments)
    await noteAct(tx, {
      by,
      act: comments === null ? 'rule.without-review-off' : 'rule.without-review-on',
      about: null,
      detail,
    })
    await tx.say({ kind: 'known-readers.changed' })
    return null
  })
}

/**
 * Whether a reader is known well enough: verified, enough comments that people
 * approved, none rejected or taken down in the last 90 days.
 */
export async function isKnownEnough(tx: Transaction, readerId: string, comments: number): Promise<boolean> {
  const reader = await readReader(tx.rows, readerId)
  if (!reader || reader.verifiedAt === null) return false
  const spoiled = await tx.rows
    .selectFrom('comments as c')
    .innerJoin('comment_revisions as r', 'r.comment_id', 'c.id')
    .select('r.id')
    .where('c.reader_id', '=', readerId)
    .where('r.state', 'in', ['rejected', 'spam', 'removed'])
    .where('r.state_at', '>', tx.now - CLEAN_FOR)
    .limit(1)
    .executeTakeFirst()
  if (spoiled) return false
  const approved = await tx.rows
    .selectFrom('comments as c')
    .select('c.id')
    .where('c.reader_id', '=', readerId)
    .where((c) =>
      c.and([
        c.exists(
          c
            .selectFrom('comment_revisions as r')
            .select('r.id')
            .whereRef('r.comment_id', '=', 'c.id')
            .where('r.state', '=', 'approved'),
        ),
        // Only what a person has read speaks for its author, or the rule would feed itself.
        c.exists(
          c
            .selectFrom('decisions as d')
            .select('d.id')
            .whereRef('d.comment_id', '=', 'c.id')
            .where('d.action', '=', 'approve')
            .where('d.automated', '=', 0),
        ),
      ]),
    )
    .limit(comments)
    .execute()
  return approved.length >= comments
}
