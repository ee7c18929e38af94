import type { Generated } from 'kysely'

export interface JobTables {
  jobs: {
    /** In the order in which they were queued. */
    number: Generated<number>
    kind: string
    /** One job of a kind for each key. */
    key: string
    payload_json: string
    queued_at: number
    due_at: number
    /** How often it was begun. */
    attempts: Generated<number>
    /** Who is at it, until `lease_until`; null where nobody is. */
    worker: string | null
    lease_until: number | null
    /** Asked for again while somebody was at it: when it is due once more. */
    again_at: number | null
    /** What went wrong last. */
    problem: string | null
    /** Given up, for a person to look at. */
    dead_at: number | null
  }
}
