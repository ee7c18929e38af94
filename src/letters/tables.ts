/** The tables and views of this part. */
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
    /** A moderator's wish to be told when `at_least` comments have waited `minutes`. Absent where they are not told. */
    waiting_choices: {
      person_id: string
      at_least: number
      minutes: number
      /** Hours of the site's day, 0 to 23, between which nothing is sent; null for none. */
      quiet_from: number | null
      quiet_until: number | null
      last_at: number | null
    }
  }
}

export {}
