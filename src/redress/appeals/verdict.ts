/** What somebody decides on an appeal, and what came of that. */

export interface Verdict {
  appealId: string
  verdict: 'uphold' | 'overturn'
  /** Where a reported comment is judged anew, the words that stood on the person's page: what is shown of it. */
  revisionId?: string | null
  /** For who appealed to read; asked for where the decision is upheld. */
  sentence: string
  /** The code of the reason; asked for where a reported comment is taken down after all. */
  reason?: string | null
  by: string
}

export type Answered =
  /** `undoUntil`: a removal can be taken back, other answers can't. */
  | { answered: true; decisionId: string; commentId: string; undoUntil: number | null }
  | { answered: false; sentence: string }
