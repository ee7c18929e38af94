/** What the readers' pages are given: plain values, ready to be drawn. */

import type { SiteTag } from '../../../adverts/index.ts'
import type { CorrectionNotice } from '../../../corrections/index.ts'
import type { Discussion, PublicComment, StoryMode } from '../../../discussion/index.ts'
import type { BreakingLine } from '../../../front/index.ts'
import type { FiledUnder } from '../../../paper/index.ts'
import type { BanStatement } from '../../../redress/index.ts'
import type { StoryContent } from '../../../story/index.ts'
import type { WhoSaysSo } from '../said/said-props.ts'
import type { Dress } from './dress.ts'
import type { PictureOnPage } from './pictures.ts'
import type { SponsorView } from './sponsor.tsx'

/** A line of a menu, as readers see it. */
export interface MenuLink {
  says: string
  /** Escaped as addresses are. */
  path: string
}

/** What the frame around every page leads to. */
export interface SiteMenus {
  head: readonly MenuLink[]
  foot: readonly MenuLink[]
  /** Imprint and privacy, where they are published. */
  legal: readonly MenuLink[]
  /** Where the public record of moderation begins; null where nothing of it is public. */
  record: string | null
  /** Whether there are statements to search. */
  search: boolean
  /** Whether a line leads to a story, or did until that was taken off the site. */
  toStories: boolean
}

/** The site as every page shows it. */
export interface Site {
  name: string
  tagline: string
  /** BCP 47 and the direction that goes with it. */
  language: string
  direction: 'ltr' | 'rtl'
  /** IANA name; all dates are printed in it. */
  timeZone: string
  /** Where the site is reached from outside, without a slash at the end. */
  url: string
  /** What the newsroom asks of those who comment; plain text, may be empty. */
  houseRule: string
  /** Minutes within which comments are usually answered; null where too little is known. */
  answeredWithin: number | null
  /** So many approved comments let a verified reader's appear without review; null or absent where a person reads all. */
  withoutReview?: number | null
  /** One sentence over the front page and every story, while it holds; null or absent where there is none. */
  breaking?: BreakingLine | null
  /** Whether mail leaves; where none does, none is offered. */
  mailLeaves: boolean
  /** Path of the stylesheet, with its content hash. */
  stylesheet: string
  menus: SiteMenus
  /** The year of its copyright line. */
  year: number
  sponsor: SponsorView | null
  /** What search consoles know it by. */
  tags: readonly SiteTag[]
  /** Origins of the other sites that show the discussion. */
  shownOn: readonly string[]
  /** How it looks: logo, icons, colour, and the stylesheets that have them. */
  dress: Dress
}

/** A story as its page and the feed show it. Times are milliseconds since the epoch. */
export interface StoryView {
  id: string
  /** /YYYY/MM/slug */
  path: string
  firstPublishedAt: number
  updatedAt: number
  content: StoryContent
}

/** What there is to read after a story, as readers see it now. */
export interface ReadOnView {
  related: readonly StoryView[]
  next: StoryView | null
}

/** A story on a front: the site's, a section's, a month's. */
export interface StorySummary extends StoryView {
  /** Approved comments, counted by the public view. */
  comments: number
  /** Its section, topics and authors, as records. */
  filed: readonly FiledUnder[]
  /** Of who wrote it, where it is an opinion or an analysis and the paper has a picture of them. */
  portrait?: PictureOnPage
}

/** What a reader typed into a form, given back when something was not right with it. */
export interface CommentDraft {
  name: string
  mail: string
  text: string
  /** Whether answers are to be told to that address. */
  tell?: boolean
}

export interface StoryCorrections {
  notices: readonly CorrectionNotice[]
  version: number
}

export interface StoryPageProps {
  site: Site
  story: StoryView
  discussion: Discussion
  commentsOpen: boolean
  /** When comments closed by themselves; null or absent where they did not. */
  closedAt?: number | null | undefined
  /** Its section, topics and authors, as records; none for a draft. */
  filed?: readonly FiledUnder[]
  /** How it takes comments; absent for the usual way. */
  mode?: StoryMode
  /** Where an editor has switched it on. */
  said?: WhoSaysSo | null
  /** Absent for a draft. */
  readOn?: ReadOnView
  /** What is told of its changes, the newest first, and the number of the version that readers see; absent for a draft. */
  corrections?: StoryCorrections
  /** A draft, or a version that waits until a time, shown to the newsroom: it says so, and has no discussion. */
  preview?: true | { until: number }
}

/** What a comment's form says when it comes back. */
export type FormNote =
  | { kind: 'confirm'; why: 'no token' | 'old token' | 'used token' | 'flood' }
  /** `ban` is there where its sender is banned; the sentence says the same in one paragraph. */
  | { kind: 'problem'; field: 'name' | 'mail' | 'text' | null; sentence: string; ban?: BanStatement }

export interface CheckPageProps {
  site: Site
  story: StoryView
  draft: CommentDraft
  token: string
  note: FormNote
  parent?: PublicComment
}

export interface ReplyPageProps {
  site: Site
  story: StoryView
  parent: PublicComment
  draft: CommentDraft
  /** Absent in a frame on another site: what is written there is shown once more, with one. */
  token?: string
  /** How the story takes comments; absent for the usual way. */
  mode?: StoryMode
}

export interface ErrorPageProps {
  site: Site
  status: number
  title: string
  sentence: string
  action?: { href: string; label: string }
  draft?: CommentDraft
  /** Shown in a frame on a page of another site. */
  framed?: boolean
}
