/** The tables and views of this part. */
import type { Generated } from 'kysely'

declare module '../../store/schema.ts' {
  interface Schema {
    /** Written once; triggers refuse change and removal. */
    decisions: {
      id: string
      comment_id: string
      revision_id: string
      action: string
      reason: string | null
      note: string
      decided_by: string
      decided_at: number
      /** The id of the program that decided it for that person; null where their own hand did. */
      through: Generated<string | null>
      /** [{revision, from, to}] */
      changes_json: string
      /** The decision that this one takes back. */
      undoes: string | null
      /** The campaign that was decided as one; null for a comment by itself. */
      campaign_id: string | null
      /** Shared by the decisions that were made on a campaign as one, and are taken back as one. */
      group_id: Generated<string | null>
      /** 1 where the site's rule for known good readers approved it without a look. */
      automated: number
      /** What the machine had said when it was decided: { band, spam, rules, signals: [{phase, words, weight}] }. */
      seen_json: string | null
      /** The order in which it happened, over all tables that have one; given by the database. */
      sequence: Generated<number>
    }
  }
}
