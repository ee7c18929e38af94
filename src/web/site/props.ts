/** What the readers' pages are given: plain values, ready to be drawn. */
import type { Discussion } from '../../discussion/index.ts'
import type { StoryContent } from '../../story/index.ts'

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
  /** Path of the stylesheet, with its content hash. */
  stylesheet: string
}

export interface PublishedStory {
  id: string
  /** /YYYY/MM/slug */
  path: string
  version: number
  /** Milliseconds since the epoch. */
  firstPublishedAt: number
  updatedAt: number
  content: StoryContent
}

/** A story on the front page, in an archive month or a feed. */
export interface StorySummary {
  id: string
  path: string
  firstPublishedAt: number
  updatedAt: number
  content: StoryContent
  /** Approved comments, counted by the public view. */
  comments: number
}

/** What a reader typed into a form, given back when something was not right with it. */
export interface CommentDraft {
  name: string
  mail: string
  text: string
}

export interface StoryPageProps {
  site: Site
  story: PublishedStory
  discussion: Discussion
  commentsOpen: boolean
}
