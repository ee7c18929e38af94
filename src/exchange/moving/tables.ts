/** The tables of this part. */
import type { Generated } from 'kysely'

declare module '../../store/schema.ts' {
  interface Schema {
    /** Each time that an export was brought in. */
    imports: {
      id: string
      /** The format and the old site's host: a later export of the same site has the same. */
      site_key: string
      /** Empty until somebody has looked. */
      format: string
      /** What its files are known by, so that one that was cut off is gone on with. */
      print: string
      /** Where they lie: [path] */
      paths_json: string
      answers_json: string
      options_json: string
      /** Looked through and not begun; under way; stopped by a problem; at its end; being taken out; taken out. */
      state: 'looking' | 'looked' | 'running' | 'stopped' | 'done' | 'undoing' | 'undone'
      phase: 'records' | 'items' | 'waiting' | 'done'
      /** So many items of its files are done with. */
      place: number
      /** What its files hold, by kind and state. */
      found_json: string
      /** What became of them. */
      became_json: string
      /** What the spam model learnt; null until it has. */
      learning_json: string | null
      /** Why it stopped, in a sentence. */
      problem: string | null
      started_at: number
      started_by: string | null
      touched_at: number
    }
    /** What each item of a site's exports is here. */
    imported_items: {
      site_key: string
      kind: string
      key: string
      /** The import that brought it, or brought its newest words. */
      import_id: string
      our_kind: string
      /** Null for what is not here: a thread that fits no story. */
      our_id: string | null
      /** The number of our draft or page as the import left it; null where it has none. */
      our_number: number | null
      /** Of the item as it was. */
      hash: string
      undone: Generated<number>
    }
    /** Items that have to wait for another: a comment for its story, an answer for what it answers. */
    import_waiting: {
      number: Generated<number>
      import_id: string
      ref_kind: string
      ref_key: string
      /** 1 as soon as the other is there. */
      ready: Generated<number>
      item_json: string
    }
    /** By what comments are matched with stories that an import brought. */
    import_marks: { kind: 'identifier' | 'address' | 'title'; mark: string; story_id: string }
    /** What is told of an import, item by item. */
    import_lines: {
      number: Generated<number>
      import_id: string
      about: string
      kind: string
      name: string
      why: string
      our_id: string | null
    }
    /** Pictures of stories that were brought in, until they are put in their place. */
    import_pictures: {
      number: Generated<number>
      import_id: string
      site_key: string
      /** Where the old site had it, or its key behind "key:". */
      address: string
      story_id: string
      /** The id of its block or of its picture in a gallery; "lead" for the story's. */
      place: string
      state: 'waiting' | 'put' | 'failed'
      problem: string
      picture_id: string | null
    }
    import_picture_addresses: { site_key: string; address: string; key: string }
    import_picture_records: {
      site_key: string
      key: string
      address: string
      /** Its name among the export's files; null where it is not among them. */
      file: string | null
      alt: string
      caption: string
      credit: string
    }
  }
}
