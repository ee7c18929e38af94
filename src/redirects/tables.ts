/** The tables of this part. */
declare module '../store/schema.ts' {
  interface Schema {
    /** Addresses that this paper, or the site it came from, once had, and where each leads. */
    redirects: {
      /** As `addressKey` has it. */
      address: string
      /** A path of this site or a full address; empty where it leads to a story. */
      target: string
      /** The story whose address it leads to, as long as that is on the site. */
      story_id: string | null
      /** The import that brought it; null for one that an editor made. */
      import_id: string | null
      made_at: number
      made_by: string | null
    }
  }
}

export {}
