/** The tables and views of this part. */
import type { Generated } from 'kysely'

declare module '../store/schema.ts' {
  interface Schema {
    stories: {
      id: string
      /** /YYYY/MM/slug, from the first publication on. */
      path: string | null
      /** The draft as it was at folded_number; what was changed since stands in draft_tails. */
      draft_json: string
      folded_number: Generated<number>
      /** Grows with every step and every save, each of which names the number it started from. */
      draft_number: number
      draft_at: number
      draft_by: string | null
      /** Null where the story is not published (any more). */
      published_number: number | null
      first_published_at: number | null
      published_at: number | null
      comments_open: number
      created_at: number
      created_by: string | null
      /** 1 or 0 as an editor set it; null until one has, or until the first publication takes the site's setting. */
      who_says_so: number | null
      who_says_so_by: string | null
      who_says_so_at: number | null
      /** When it was thrown away; null while it is none of the trash. */
      trashed_at: number | null
      trashed_by: string | null
      /** When it was removed for good, where readers had seen it: its versions and its address stay. */
      removed_at: number | null
    }
    /** Written once; triggers refuse change and removal. */
    story_versions: {
      story_id: string
      number: number
      content_json: string
      published_at: number
      published_by: string | null
      /** The id of the program that published it for that person; null where none did. */
      through: Generated<string | null>
      /** Which number of the draft it was; null where that was not kept yet. */
      draft_number: Generated<number | null>
      /** The order in which it happened, over all tables that have one; given by the database. */
      sequence: Generated<number>
    }
    /** The page a story came from, byte for byte, with what was made of it. */
    source_pages: {
      id: string
      story_id: string
      name: string
      bytes: Uint8Array
      report_json: string
      taken_at: number
      taken_by: string | null
    }
    /** View: the steps by which drafts were changed, by the number of the draft that each made. */
    draft_tails: {
      story_id: string
      number: number
      steps_json: string
    }
    /** View: the stories of which a version waits under embargo, and until when. */
    held_stories: {
      story_id: string
      until: number
    }
    /** View: the version of each story that is published now. */
    published_stories: {
      id: string
      path: string
      number: number
      content_json: string
      first_published_at: number
      published_at: number
      comments_open: number
      /** 1 where readers see who says what. */
      who_says_so: number
    }
  }
}
