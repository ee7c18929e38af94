import type { Generated } from 'kysely'

/** Second looks at decisions, taken without knowing them. */
export interface FigureTables {
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
