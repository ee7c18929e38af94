/** The tables and views of this part. */
import type { Generated } from 'kysely'

declare module '../store/schema.ts' {
  interface Schema {
    /** What was read in the version last published; the public's only while that is the version in published_stories. */
    readings: {
      story_id: string
      version: number
      /** The edition of the reader that made it. */
      edition: number
      /** YYYY-MM-DD */
      day: string | null
      headline: string
      standfirst: string
      text_json: string
      reading_json: string
      kept_at: number
    }
    /** The statements of `readings` with their corrections; always written together with it, never changed in place. */
    statements: {
      number: Generated<number>
      story_id: string
      position: number
      statement_id: string
      block: string
      kind: string
      polarity: string
      words: string
      quoted: string
      cue: string | null
      speaker_text: string | null
      speaker_name: string | null
      speaker_kind: string | null
      /** The folded full name; where there is none, the folded words of the text. */
      speaker_key: string | null
      sources_json: string
      /** YYYY-MM-DD; empty where the story has none. */
      day: string
      corrected: number
      /** The folded words, for the full-text index. */
      search_words: string
    }
    /** Each word by which a statement's speaker may be asked for. */
    speaker_words: { word: string; statement: number }
    /** Winnowed prints of the quoted words, by which the same words are found elsewhere. */
    word_prints: { print: number; statement: number }
    names: {
      story_id: string
      position: number
      kind: string
      name: string
      name_key: string
      roles_json: string
      mentions: number
    }
    name_words: { word: string; story_id: string; position: number }
    /** Written once; triggers refuse change and removal. */
    statement_corrections: {
      id: string
      story_id: string
      block: string
      words: string
      nth: number
      what: string
      state_json: string | null
      replaces: string | null
      corrected_by: string
      corrected_at: number
    }
    accepted_names: {
      id: string
      kind: string
      slug: string
      name: string
      withdrawn_at: number | null
      /** A picture of the library that shows whom or what it names. */
      picture_id: string | null
    }
    name_spellings: { kind: string; name_key: string; spelling: string; accepted_id: string }
    /** Written once; triggers refuse change and removal. */
    name_decisions: {
      id: string
      accepted_id: string
      what: string
      words: string
      decided_by: string
      decided_at: number
    }
    /** View: the readings that readers may see, each of the version that is published and switched on. */
    public_readings: ReadingView
    /** View: every reading that was kept, for the newsroom. */
    kept_readings: ReadingView
  }
}

interface ReadingView {
  story_id: string
  version: number
  day: string | null
  headline: string
  standfirst: string
  text_json: string
  reading_json: string
  path: string | null
  first_published_at: number | null
  published: number
}
