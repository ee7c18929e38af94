/** The tables and views of this part. */
import type { Generated } from 'kysely'

declare module '../store/schema.ts' {
  interface Schema {
    /** An objection to a decision: its author's, one a decision; or of who had reported a comment that stays, one a report. */
    appeals: {
      id: string
      decision_id: string
      comment_id: string
      /** Null where it is the author's. */
      report_id: Generated<string | null>
      words: string
      appealed_at: number
    }
    /** The decision ("uphold", "overturn" or "remove") that answered an appeal; void where it was taken back. Written once. */
    appeal_outcomes: {
      appeal_id: string
      decision_id: string
      /** 1 where nobody else was there, and the person who had decided decided again. */
      alone: number
    }
    /** What a reader says of a comment that is shown. */
    reports: {
      id: string
      comment_id: string
      /** The words that were shown. */
      revision_id: string
      /** "rule": of the house; "law": a notice of illegal content. */
      kind: 'rule' | 'law'
      /** The code of the rule or law that the reader named; "other" where none fits. */
      reason: string
      words: string
      name: string
      mail: string | null
      /** The single-use form token that sent it. */
      form_nonce: string
      /** Keyed hash of the shortened address; a new key every day. */
      sender_key: string
      reported_at: number
      /** The order in which it happened, over all tables that have one; given by the database. */
      sequence: Generated<number>
    }
    /** The decision ("remove" or "keep") that answered a report; void where it was taken back. Written once. */
    report_outcomes: { report_id: string; decision_id: string }
  }
}
