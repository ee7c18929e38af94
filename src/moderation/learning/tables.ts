/** The tables and views of this part. */
declare module '../../store/schema.ts' {
  interface Schema {
    /** One row: where the spam model stands. Whoever changes what it has learnt locks this row. */
    spam_state: {
      id: number
      /** The number last given to a lesson. */
      last_lesson: number
      /** A new one with every lesson learnt or unlearnt: who has the same has the same model. */
      mark: string
      /** The last lesson that is in the kept model (spam_kept); later ones are learnt on top of it. */
      kept_lesson: number
    }
    /** One row at most: the spam model as it was after a lesson, as bytes. */
    spam_kept: { id: number; lesson: number; bytes: Uint8Array; kept_at: number }
    /** What each decision taught; one that was taken back is gone. Numbers rise and are never given twice to what is kept. */
    spam_lessons: {
      number: number
      decision_id: string
      revision_id: string
      label: string
      learnt_at: number
      /** Chances as the moderator saw them, from before the decision; null where the model had not been asked. */
      spam_before: number | null
      rules_before: number | null
      campaign_id: string | null
      /** What the model remembers of it; null once it is in the kept model. */
      features: Uint8Array | null
    }
  }
}

export {}
