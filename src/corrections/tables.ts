/** The tables of this part. */
declare module '../store/schema.ts' {
  interface Schema {
    /** What a further version of a story changed, and what was wrong before. Written once, with the version. */
    corrections: {
      id: string
      story_id: string
      /** The version that it came with. */
      version: number
      kind: 'typo' | 'update' | 'correction' | 'retraction'
      /** What was wrong, or is new, in the newsroom's words; may be empty. */
      cause: string
      /** Old words and new ones by block: a list of ChangedWords. */
      changes_json: string
      made_at: number
      made_by: string | null
    }
  }
}

export {}
