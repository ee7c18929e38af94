/** The tables of this part. */
declare module '../store/schema.ts' {
  interface Schema {
    /** Servers elsewhere that are told what happens. */
    webhooks: {
      id: string
      address: string
      /** What it is told of: a list of HookEvent. */
      events_json: string
      /** What its messages are signed with, as it was shown once; and the one before, which signs beside it for a day. */
      secret: string
      old_secret: string | null
      old_secret_until: number | null
      made_at: number
      made_by: string | null
      /** Since when nothing has got there; null while it does. */
      failing_since: number | null
      /** In a row. */
      failures: number
      /** Nothing is sent before this: a while after each failure. */
      rest_until: number
      /** Since when it is told nothing; null while it is. */
      off_at: number | null
      off_why: 'person' | 'failing' | 'gone' | null
    }
    /** One thing that happened, for one of them. */
    webhook_messages: {
      id: string
      webhook_id: string
      event: string
      /** The id of the story or comment. */
      about: string
      /** What has to be known of it and can't be asked for later: a MessageFacts. */
      facts_json: string
      happened_at: number
      due_at: number
      attempts: number
      /** Since when it is tried, and failures since then: somebody may have had it sent again. */
      tried_from: number
      failures: number
      ended_at: number | null
      /** sent; failed: given up; silent: nothing of it may be told any more. */
      ending: 'sent' | 'failed' | 'silent' | null
    }
    /** One try at sending one. */
    webhook_attempts: {
      message_id: string
      number: number
      at: number
      /** In milliseconds. */
      took: number
      /** Of the answer; null where none came. */
      status: number | null
      fault: string | null
    }
  }
}

export {}
