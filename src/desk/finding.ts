/** What a check of the copy desk is given, and what it finds. */
export type Severity =
  /** Must be put right before the story is published. */
  | 'stop'
  /** Should be looked at. */
  | 'look'
  /** The house's way of writing. */
  | 'style'

/** A story as checks see it: plain values, so that desk/ knows no other part. */
export interface CheckedStory {
  headline: string
  byline: string
  /** Each block's plain text; headings and captions too. `shows`: there is something to see or hear in it besides words. */
  blocks: readonly { id: string; kind: string; text: string; shows?: boolean }[]
}

export interface Finding {
  check: string
  severity: Severity
  /** One sentence that says what to do. */
  sentence: string
  /** The block it is in; null where it is about the whole story. */
  block: string | null
}

export type Check = (story: CheckedStory) => Finding[]
