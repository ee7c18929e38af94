/** What the author's own pages are given. Apart from the readers' props, because these words may be held. */
import type { AuthorRevision, PublicComment } from '../../../discussion/index.ts'
import type { Appeal, BanStatement, StatementOfReasons } from '../../../redress/index.ts'
import type { Site } from '../kit/props.ts'

export interface StoryReference {
  headline: string
  /** Null where the story is not on the site (any more). */
  path: string | null
  /** Whether it takes comments, and so changes to them. */
  isOpen: boolean
}

/** A decision that kept words from readers, as their author is told of it. */
export interface ReceiptDecision {
  id: string
  /** The reason, in the words that held then. */
  title: string
  sentence: string
  /** What the newsroom wrote to it; may be empty. */
  note: string
  statement: StatementOfReasons
  appeal: Appeal | null
  /** Where to appeal; null where that can't be done (any more). */
  appealPath: string | null
  /** Milliseconds since the epoch; null where a newer decision has taken its place. */
  appealUntil: number | null
  /** Whether the newsroom has taken the words up again since. */
  reopened: boolean
}

/** Words of the author's, in the state their author may know of. */
export interface ReceiptRevision extends AuthorRevision {
  decision: ReceiptDecision | null
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
  revisions: ReceiptRevision[]
  /** Where readers see it, while they do. */
  publicPath: string | null
}

/** Whether answers to the comment are told by mail, and what was typed to have them told. */
export interface ReceiptAnswers {
  state: 'none' | 'asked' | 'told'
  /** Where the letter that asks goes; empty where none does. */
  address: string
  typed: string
  /** What is wrong with what was typed. */
  sentence?: string
}

export interface ReceiptPageProps {
  site: Site
  receipt: ReceiptView
  answers: ReceiptAnswers
  /** What has to be put right, and the new words; `ban` where their author is banned, as the sentence says too. */
  problem?: { sentence: string; text: string; ban?: BanStatement }
}
