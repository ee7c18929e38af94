/** The tables and views of this part. */
import type { Generated } from 'kysely'

declare module '../store/schema.ts' {
  interface Schema {
    /** Answers that were approved and are to be told of; what they say is read when the letter leaves. */
    replies_to_tell: {
      reader_id: string
      comment_id: string
      decision_id: string
      not_before: number
      told_at: number | null
    }
    /** Somebody's wish to be told of what waits: of comments, when `at_least` have waited `minutes`. Absent where they are told of nothing. */
    waiting_choices: {
      person_id: string
      /** 0 where they are told of other things only. */
      comments: Generated<number>
      at_least: number
      minutes: number
      /** Hours of the site's day, 0 to 23, between which nothing is sent; null for none. */
      quiet_from: number | null
      quiet_until: number | null
      last_at: number | null
    }
    /** From when on they are told of something else than comments: so many wait, or one has waited so many hours. */
    waiting_thresholds: {
      person_id: string
      kind: 'appeals' | 'reports' | 'tickets' | 'schedules' | 'letters'
      at_least: number | null
      hours: number | null
    }
  }
}
