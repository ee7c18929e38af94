/** The tables and views of this part. */
import type { Generated } from 'kysely'

declare module '../../store/schema.ts' {
  interface Schema {
    /** Written once; triggers refuse change and removal. */
    blind_looks: {
      id: string
      decision_id: string
      person_id: string
      action: 'approve' | 'reject'
      reason: string | null
      at: number
      /** The order in which it happened, over all tables that have one; given by the database. */
      sequence: Generated<number>
    }
  }
}
