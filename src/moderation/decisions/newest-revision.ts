import { type RawBuilder, sql } from 'kysely'

/** Whether the revision `r` of a query is its comment's last. */
export const isNewest: RawBuilder<boolean> = sql<boolean>`not exists (
  select 1 from comment_revisions as newer where newer.comment_id = r.comment_id and newer.number > r.number)`
