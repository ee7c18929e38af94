/** The tables of this part. */

declare module '../store/schema.ts' {
  interface Schema {
    /** A draft's history: one row for each number it had. Never changed; a trigger refuses it. */
    draft_steps: {
      story_id: string
      /** The number of the draft that these steps made. */
      number: number
      at: number
      /** A person's id; null where the command line did it. */
      by: string | null
      kind: import('./point.ts').PointKind
      /** The browser's tab that sent it; null of what came as a whole. */
      client: string | null
      /** The sender's own name for this batch, so that one which is sent twice is taken once. */
      key: string | null
      /** Of a suggestion that was accepted: whose it was; of what was restored: which number. */
      about: string | null
      steps_json: string
    }
    /** Drafts as a whole at some of their numbers, from which any other is reached in few steps. Never changed. */
    draft_snapshots: {
      story_id: string
      number: number
      content_json: string
    }
    /** Who writes at which place of a draft, until when. */
    draft_locks: {
      story_id: string
      /** A field's name or a block's id. */
      place: string
      person_id: string
      client: string
      until: number
    }
    /** Who has a draft open. */
    draft_present: {
      story_id: string
      client: string
      person_id: string
      seen_at: number
    }
    /** What somebody would change at one place of a draft. */
    suggestions: {
      id: string
      story_id: string
      place: string
      step_json: string
      /** What stood there then: a field's value or a block; null where the block would be new. */
      from_json: string
      by: string
      at: number
      state: 'open' | 'accepted' | 'rejected'
      decided_by: string | null
      decided_at: number | null
    }
  }
}

export {}
