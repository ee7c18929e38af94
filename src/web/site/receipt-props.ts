/** What the author's own pages are given. Apart from the readers' props, because these words may be held. */
import type { AuthorRevision, PublicComment } from '../../discussion/index.ts'
import type { Site } from './props.ts'

export interface StoryReference {
  headline: string
  /** Null where the story is not on the site (any more). */
  path: string | null
}

/** A receipt as its author sees it. Its words may be held: no public page takes this type. */
export interface ReceiptView {
  commentId: string
  /** /receipts/… */
  path: string
  story: StoryReference
  authorName: string
  createdAt: number
  parent: PublicComment | null
  /** Newest first. */
  revisions: (AuthorRevision & { reasonTitle: string | null; reasonSentence: string | null })[]
  /** Where readers see it, while they do. */
  publicPath: string | null
}

export interface ReceiptPageProps {
  site: Site
  receipt: ReceiptView
  problem?: { sentence: string; text: string }
}
