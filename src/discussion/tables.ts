/** The tables and views of this part. */
import type { Generated } from 'kysely'
import type { BandName, RevisionStateName, SignalStateName } from '../store/index.ts'

declare module '../store/schema.ts' {
  interface Schema {
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
      /** JSON: the circumstances it came in under; null once it is examined. Until then its band says nothing. */
      to_examine: Generated<string | null>
      /** Its text in alike_texts; null where it was not compared. */
      text_number: Generated<number | null>
    }
    /** The folded words of every revision, for the full-text index. Staff only; erased with the words. */
    comment_words: { number: Generated<number>; revision_id: string; search_words: string }
    signals: { revision_id: string; phase: string; state: SignalStateName; words: string; weight: number }
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
    /** The random salt that senders of a day (days since 1970, UTC) are counted under; gone after 30 days. base64url */
    sender_salts: { day: number; salt: string }
    /** Proofs of work that came with a comment, kept until they would have expired. */
    spent_proofs: { nonce: string; expires_at: number }
    /** How comments are taken on a story whose comments are open; none for the usual way. */
    story_modes: {
      story_id: string
      mode: 'open' | 'slow' | 'hold'
      /** Between two comments of one person, in slow mode. */
      minutes: number | null
      set_at: number
      set_by: string | null
    }
    /** Comments whose author asked to be told of answers and has not confirmed the address yet. */
    answer_wishes: {
      comment_id: string
      address: string
      /** The keyed hash of the network it was asked from. */
      network_key: string
      asked_at: number
      /** When the letter with the link left. */
      written_at: number | null
    }
    /** Whom to tell of what is said under a comment. */
    subscriptions: { reader_id: string; comment_id: string; scope: 'answers' | 'thread'; since: number }
    /** How often a reader wants to be written to; "daily" for who has not chosen. */
    reader_notices: { reader_id: string; rhythm: 'at once' | 'daily' | 'weekly' | 'off' }
  }
}
