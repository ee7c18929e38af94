/** The tables of this part. */
import type { Generated } from 'kysely'
import type { AiPart } from './formats.ts'

declare module '../store/schema.ts' {
  interface Schema {
    /** What the newsroom has uploaded. Its files lie beside the database or in a bucket, each in a folder of its own. */
    pictures: {
      id: string
      /** Names its folder, and no other picture's: the beginning of the content, and a few digits of chance (not so in those of earlier versions). */
      file: string
      /** What the original holds: the first 128 bits of its SHA-256, in hexadecimal. */
      content: string
      format: string
      bytes: number
      /** As it is seen, turned as the camera says. In pixels. */
      width: number
      height: number
      animated: number
      /** What the file was called where it came from. */
      name: string
      caption: string
      credit: string
      rights: string
      place: string
      /** When it was taken, as the file says: EDTF, perhaps with a time and an offset; empty where it says nothing. */
      taken: string
      ai: AiPart
      /** Which program, as the file says. */
      ai_system: string
      /** What an editor says of it, as JSON; empty where that is what the file says. */
      made_with_ai: Generated<string>
      /** Whether there are content credentials (C2PA) in the original. */
      credentials: number
      /** What must stay in view where it is cropped; in thousandths of its width and height. */
      focus_x: number
      focus_y: number
      /** The smaller ones that readers are sent, as [width, kind, bytes]; those that are not made yet are missing. */
      renditions_json: string
      /** What it is found by: name, caption, credit and place, folded. */
      words: string
      added_by: string | null
      added_at: number
    }
    /** Which story shows which picture. */
    picture_uses: { picture_id: string; story_id: string; shown: 'draft' | 'held' | 'published' }
    /** What else shows a picture, each by a name of its own: "author:ID", "page:ID", "site:logo". */
    picture_places: { picture_id: string; place: string }
  }
}
