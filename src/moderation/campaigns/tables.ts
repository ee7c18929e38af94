/** The tables and views of this part. */
import type { Generated } from 'kysely'

declare module '../../store/schema.ts' {
  interface Schema {
    /** Near-identical comments from several hands; which revisions belong to it stands with them. */
    campaigns: {
      id: string
      made_at: number
      /** The revision by which it was found. */
      found_by: string
      /** 1 where all that is alike is a few short words, which says nothing by itself. */
      short: number
    }
    /** Each different text among the comments, as it reads once disguises are taken off. */
    alike_texts: {
      number: Generated<number>
      /** 52 bits of its hash. */
      text_key: number
      /** The first revision that said it. */
      revision_id: string
      campaign_id: string | null
    }
    /** By which texts that resemble one another are found: the bands of their sketches. */
    alike_bands: { band_key: number; text_number: number }
  }
}
