/** The tables and views of this part. */
import type { Generated } from 'kysely'

declare module '../store/schema.ts' {
  interface Schema {
    /** How an editor worded a rule of the house, from a time on. Written once; triggers refuse change and removal. */
    rule_wordings: {
      id: string
      /** The reason's code. */
      code: string
      title: string
      sentence: string
      /** For a reason in law: which. */
      law: string | null
      worded_by: string
      worded_at: number
      /** The order in which it happened, over all tables that have one; given by the database. */
      sequence: Generated<number>
    }
  }
}
