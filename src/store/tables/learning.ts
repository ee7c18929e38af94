/** Campaigns and the spam model. */
import type { Generated } from 'kysely'

export interface LearningTables {
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
