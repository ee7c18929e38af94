/**
 * What the exports of other systems hold, one item after another, in whatever order the file has them. Every entry of a
 * file becomes exactly one item, so that what came in can be counted against what came of it.
 */
export type Item =
  | SiteItem
  | PersonItem
  | TermItem
  | PictureItem
  | StoryItem
  | ThreadItem
  | CommentItem
  | NoteItem
  | RedirectItem
  | LeftItem

/** Unique among the items of its kind in one site's exports, and the same in a later export of that site. */
export type Key = string

/** What the export says of the site itself; each is empty where it says nothing. */
export interface SiteItem {
  kind: 'site'
  name: string
  tagline: string
  /** With scheme and host, without a slash at its end. */
  address: string
  /** BCP 47. */
  language: string
  /** IANA. */
  timeZone: string
}

/** Somebody who wrote: a person without a sign-in, to be invited later. */
export interface PersonItem {
  kind: 'person'
  key: Key
  name: string
  /** Empty where it is not told. */
  mail: string
  about: string
}

export interface TermItem {
  kind: 'term'
  key: Key
  as: 'section' | 'topic'
  name: string
  slug: string
  /** The term it stands under; null where under none. */
  within: Key | null
}

/** A file of the old site, or one that stands in the export. */
export interface PictureItem {
  kind: 'picture'
  key: Key
  /** Where the old site had it, in full; empty where that is not known. */
  address: string
  /** The other addresses that stories may name it by: smaller copies. */
  alsoAt: string[]
  /** Its name among the export's files; null where it is not among them. */
  file: string | null
  alt: string
  caption: string
  credit: string
}

/** How readers of the old site could see it. What was for some of them only is never public here. */
export type StoryState = 'public' | 'scheduled' | 'draft' | 'private' | 'trash'

export interface StoryItem {
  kind: 'story'
  key: Key
  /** A page that stands for itself, as "About us", and not in the order of days. */
  isPage: boolean
  state: StoryState
  /** Plain text, as all that is not called html. */
  headline: string
  standfirst: string
  /** HTML, with absolute addresses where the format knows them; a format's own codes are already HTML. */
  html: string
  /** Keys of persons, in the order of the byline. */
  authors: Key[]
  /** Names that stand in the byline and have no record of their own. */
  names: string[]
  /** Keys of terms; the first section is the story's. */
  terms: Key[]
  /** Milliseconds; null for what was never out. Of a scheduled one, when it was meant to be. */
  publishedAt: number | null
  updatedAt: number | null
  /** Paths with their query, as /2019/05/x.html, where the old site had it; the first is the one that it was known by. */
  addresses: string[]
  /** By what it was known to services for comments: numbers, slugs. */
  identifiers: string[]
  /** The picture that leads it: a key, or an address where it has no record; null for none. */
  picture: { key: Key | null; address: string; alt: string; caption: string } | null
  commentsOpen: boolean
  /** BCP 47; empty where it is the site's. */
  language: string
  /** For search engines; empty where none was given. */
  searchHeadline: string
  /** What of it is not taken, a sentence each: a form, a poll, words for members. */
  left: string[]
}

/** Under what a service for comments keeps those of one page: it is matched with a story. */
export interface ThreadItem {
  kind: 'thread'
  key: Key
  identifiers: string[]
  /** In full, or only the path where the service keeps no more. */
  addresses: string[]
  title: string
  closed: boolean
}

/**
 * What became of a comment where it was. `approved`: shown, after somebody's look or without one; `gone`: deleted, kept
 * for the thread under it and without its words.
 */
export type CommentState = 'approved' | 'held' | 'rejected' | 'spam' | 'gone'

export interface CommentItem {
  kind: 'comment'
  key: Key
  /** The key of a story or a thread. */
  of: Key
  parent: Key | null
  state: CommentState
  name: string
  /** Empty where it is not told. */
  mail: string
  /** Plain text, lines kept. */
  text: string
  /** Earlier wordings, the oldest first. */
  earlier: { text: string; at: number }[]
  /** Milliseconds. */
  at: number
  /** Why it was turned down, by the name the old system has for it; empty where it does not say. */
  reason: string
}

/** What an editor noted on a story for colleagues. Never for readers. */
export interface NoteItem {
  kind: 'note'
  key: Key
  of: Key
  parent: Key | null
  name: string
  text: string
  at: number
  isDone: boolean
}

/** An old address that leads somewhere else. */
export interface RedirectItem {
  kind: 'redirect'
  /** Path with its query. */
  from: string
  /** A path, or a full address; of a section's or a topic's page /sections/ or /topics/ and its slug, encoded. */
  to: string
}

/** What an export holds and Courant does not take, said by name and reason. */
export interface LeftItem {
  kind: 'left'
  what: LeftKind
  name: string
  /** A sentence from the messages. */
  why: string
}

/** What it is, whatever the old system calls it; each is counted apart. */
export type LeftKind =
  /** Other sites' notices that they linked to a story. */
  | 'pingback'
  | 'trackback'
  | 'like'
  | 'comment'
  /** Of an editor's, thrown away. */
  | 'note'
  | 'thread'
  /** To somebody else's story. */
  | 'answer'
  | 'menu'
  | 'design'
  | 'form'
  | 'shop'
  | 'revision'
  /** Words that stories name and that stand in them. */
  | 'reusable'
  | 'setting'
  /** No picture. */
  | 'file'
  /** By what the old site sorted things that are none of ours. */
  | 'sorting'
  | 'empty'
  /** A page that lists others. */
  | 'list'
  | 'account'
  | 'decision'
  | 'redirect'
  /** Too large to be a story. */
  | 'unread'
  | 'other'
