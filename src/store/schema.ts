/**
 * The tables as Kysely sees them. Times are milliseconds since the epoch;
 * columns named *_json hold JSON text in both databases.
 */
import type { Generated } from 'kysely'
import type { BandName, RevisionStateName, SignalStateName } from './states.ts'
import type { AccountTables } from './tables/accounts.ts'
import type { AnswerTables } from './tables/answers.ts'
import type { DefenceTables } from './tables/defences.ts'
import type { DeskTables } from './tables/desk.ts'
import type { FigureTables } from './tables/figures.ts'
import type { JobTables } from './tables/jobs.ts'
import type { LearningTables } from './tables/learning.ts'
import type { NoticeTables } from './tables/notices.ts'
import type { RuleTables } from './tables/rules.ts'

export interface Schema
  extends DeskTables,
    LearningTables,
    RuleTables,
    DefenceTables,
    AnswerTables,
    AccountTables,
    FigureTables,
    JobTables,
    NoticeTables {
  settings: { name: string; value_json: string; changed_at: number; changed_by: string | null }
  secrets: { name: string; value: string }

  people: {
    id: string
    name: string
    mail: string | null
    switches_json: string
    created_at: number
    disabled_at: number | null
  }
  sign_in_links: {
    token_hash: string
    person_id: string
    created_at: number
    expires_at: number
    used_at: number | null
  }
  sessions: {
    token_hash: string
    person_id: string
    created_at: number
    expires_at: number
    /** In words, such as "Firefox on Windows"; empty where it was never told. */
    device: string
    /** How it was opened: "link", "password" or "passkey". */
    way: string
    seen_at: number
    /** When its person last showed that they are there: by signing in, or anew since. */
    proved_at: number
  }

  stories: {
    id: string
    /** /YYYY/MM/slug, from the first publication on. */
    path: string | null
    draft_json: string
    /** Grows with every save; a save names the number it started from. */
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
  }
  /** Written once; triggers refuse change and removal. */
  story_versions: {
    story_id: string
    number: number
    content_json: string
    published_at: number
    published_by: string | null
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

  comments: {
    id: string
    story_id: string
    parent_id: string | null
    author_name: string
    author_mail: string | null
    /** The single-use form token that posted it. */
    form_nonce: string
    /** Keyed hash of the shortened address, with a salt of the day; empty once it is 30 days old. */
    sender_key: string
    /** The reader whose mail address or passkey was verified; null for everyone else. */
    reader_id: string | null
    /** When its author's data was erased: the name is gone, and where they chose so the words. */
    erased_at: number | null
    created_at: number
  }
  comment_revisions: {
    id: string
    comment_id: string
    number: number
    text: string
    state: RevisionStateName
    created_at: number
    state_at: number
    /** Where it stands in the queue, from its signals. */
    band: BandName
    /** Chances between 0 and 1 as the spam model gave them last; null where it was not asked. */
    spam_chance: number | null
    rules_chance: number | null
    campaign_id: string | null
    /** ISO 639-1; null where it can't be told. */
    language: string | null
    /** Between the form's opening and the post; null where not known. */
    seconds_to_write: number | null
    /** Its text in alike_texts; null where it was not compared. */
    text_number: Generated<number | null>
  }
  signals: { revision_id: string; phase: string; state: SignalStateName; words: string; weight: number }
  /** Written once; triggers refuse change and removal. */
  decisions: {
    id: string
    comment_id: string
    revision_id: string
    action: string
    reason: string | null
    note: string
    decided_by: string
    decided_at: number
    /** [{revision, from, to}] */
    changes_json: string
    /** The decision that this one takes back. */
    undoes: string | null
    /** The campaign that was decided as one; null for a comment by itself. */
    campaign_id: string | null
    /** Shared by the decisions that were made on a campaign as one, and are taken back as one. */
    group_id: Generated<string | null>
    /** 1 where the site's rule for known good readers approved it without a look. */
    automated: number
    /** What the machine had said when it was decided: { band, spam, rules, signals: [{phase, words, weight}] }. */
    seen_json: string | null
    /** The order in which it happened, over all tables that have one; given by the database. */
    sequence: Generated<number>
  }

  /** View: each comment's newest approved words. What readers see comes from here and nowhere else. */
  approved_comments: {
    id: string
    story_id: string
    parent_id: string | null
    author_name: string
    created_at: number
    revision_id: string
    number: number
    text: string
    revised_at: number
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
  /** View: the readings that readers may see, each of the version that is published and switched on. */
  public_readings: ReadingView
  /** View: every reading that was kept, for the newsroom. */
  kept_readings: ReadingView
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
  accepted_names: { id: string; kind: string; slug: string; name: string; withdrawn_at: number | null }
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

  /** SQLite only: what was said, for the other processes on the same file. */
  happenings: { id: number; events_json: string; sender: string; at: number }
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
