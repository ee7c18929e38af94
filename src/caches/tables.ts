/** The tables of this part. */
declare module '../store/schema.ts' {
  interface Schema {
    /** What caches in front of the site are still to be told: that pages with this tag have changed. */
    cache_drops: {
      tag: string
      /** In milliseconds since the epoch: when it was said last, and when they are told next. */
      said_at: number
      due_at: number
      /** How often they are still told. */
      times_left: number
      /** One more each time that it is said. */
      said: number
    }
    /** For caches that are told addresses: where a page with a tag was ever shown. */
    shared_addresses: {
      tag: string
      /** As a request has it, without host. */
      path: string
    }
  }
}

export {}
