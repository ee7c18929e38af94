/**
 * The tables as Kysely sees them. Here are the store's own; each part declares
 * its own in its tables.ts. Times are milliseconds since the epoch; columns
 * named *_json hold JSON text in both databases.
 */
import type { Generated } from 'kysely'

export interface Schema {
  settings: { name: string; value_json: string; changed_at: number; changed_by: string | null }
  secrets: { name: string; value: string }
  /** What was said, for the other processes. As SQLite has it; on PostgreSQL it is read and written by hand (037-happenings.ts). */
  happenings: { id: number; events_json: string; sender: string; at: number }
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
