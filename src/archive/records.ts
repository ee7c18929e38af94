/** What the archive keeps and answers. Times are milliseconds since the epoch, days YYYY-MM-DD. */
import type {
  NameKind,
  Place,
  Polarity,
  Reading,
  ReadingText,
  Source,
  Statement,
  StatementKind,
} from '../reading/index.ts'

/** Whose eyes an answer is for. The public's: published stories whose editor switched "who says so" on, nothing else. */
export type Scope = 'public' | 'newsroom'

export interface CorrectedSpeaker {
  /** As the text has it, or as the editor typed it. */
  text: string
  /** The id of the name of the reading it stands for, where it stands for one. */
  name: string | null
  /** What that name is; where it is of no name of the reading, as the editor had it; null where it is not known. */
  kind: NameKind | null
  collective: boolean
  /** Where it stands in the text; null where an editor gave it. */
  place: Place | null
}

export interface CorrectedSource {
  text: string
  kind: Source['kind']
  /** Where it stands in the text; null where an editor gave it. */
  place: Place | null
}

export interface CorrectedStatement extends Omit<Statement, 'speaker' | 'sources'> {
  speaker: CorrectedSpeaker | null
  sources: CorrectedSource[]
  /** Who corrected it last and when; null where it stands as read. `by` is a person's id. */
  corrected: { by: string; at: number } | null
}

/** A reading with the editors' corrections in it. */
export interface CorrectedReading extends Omit<Reading, 'statements'> {
  statements: CorrectedStatement[]
  /** What was read as a statement, and an editor said is none. Never shown to the public. */
  struck: CorrectedStatement[]
}

export interface KeptReading {
  storyId: string
  /** The version of the story it was made of. */
  version: number
  /** The day the story is of; null where it was not known. */
  day: string | null
  text: ReadingText
  reading: CorrectedReading
}

/** What an editor says of a statement. */
export type Change =
  /** Another name of the reading, by its id. */
  | { what: 'speaker'; name: string }
  /** A speaker in words of the editor's; empty words: the text does not say who. */
  | { what: 'speaker'; words: string }
  /** Through whom or what it came; empty words: through nobody. */
  | { what: 'source'; words: string; kind: Source['kind'] }
  | { what: 'not-a-statement' }
  /** All corrections of this statement are taken back. */
  | { what: 'as-read' }

/** One correction as it is kept: never changed, never removed. */
export interface Correction {
  id: string
  storyId: string
  /** The block in which the statement began. */
  block: string
  /** The statement's own words when it was corrected. */
  words: string
  /** Which of the statements of the same words in the block, from 0. */
  nth: number
  what: Change['what']
  /** How the statement stands from then on: the whole of it, so that the newest wins; null is as read. */
  state: CorrectedState | null
  /** The correction that stood before; it counts no more. */
  replaces: string | null
  by: string
  at: number
}

export interface CorrectedState {
  struck: boolean
  /** Absent where it stands as read; null where the text does not say who. */
  speaker?: { kind: NameKind | null; words: string } | null
  /** Absent where they stand as read. */
  sources?: { text: string; kind: Source['kind'] }[]
}

/** A statement as found in the archive. */
export interface FoundStatement {
  /** Unique in its story. */
  id: string
  story: {
    id: string
    /** /YYYY/MM/slug */
    path: string | null
    headline: string
    firstPublishedAt: number | null
    /** Whether readers see the story now. */
    published: boolean
  }
  /** The block in which it begins. */
  block: string
  kind: StatementKind
  polarity: Polarity
  /** What was said, quotation marks included. */
  words: string
  /** The words inside quotation marks, without the marks; empty where none are quoted. */
  quoted: string
  cue: string | null
  /** Null where the text does not say who. */
  speaker: {
    /** As the story has it. */
    text: string
    /** The full name, where the text gives it. */
    name: string | null
    kind: NameKind | null
    /** The page of the accepted name, /people/slug; null where there is none that this scope sees. */
    page: string | null
  } | null
  /** Through whom or what it reached us, each in the story's words. */
  sources: Pick<Source, 'kind' | 'text'>[]
  /** The story's day: when it was said, as far as the story's date tells. */
  day: string | null
  corrected: boolean
}

export interface StatementsPage {
  statements: FoundStatement[]
  /** Hand this to get what comes after; null where nothing does. */
  after: string | null
}

/** A name that an editor gave a page of its own. */
export interface AcceptedName {
  id: string
  kind: NameKind
  name: string
  slug: string
  /** /people/slug, /organizations/slug or /places/slug */
  path: string
  /** Every spelling that counts as this name, the name itself first. */
  spellings: string[]
  /** The id of the library's picture of it; null where it has none. */
  portrait: string | null
}

export interface FoundName {
  kind: NameKind
  name: string
  /** How many stories have it. */
  stories: number
  /** The page of the accepted name; null where it has none. */
  page: string | null
}

export interface NamePage extends AcceptedName {
  /** Roles and titles as stories give them, most often first. */
  roles: NameRole[]
  /** Newest first. */
  stories: NameStory[]
  /** What was said, in order of time. */
  statements: FoundStatement[]
}

/** What stories call somebody: in how many, and when the first and the last of them came out; null where that is not known. */
export interface NameRole {
  role: string
  stories: number
  first: number | null
  last: number | null
}

export interface NameStory {
  id: string
  path: string | null
  headline: string
  standfirst: string
  firstPublishedAt: number | null
  published: boolean
}

/** A piece of two wordings laid beside each other. */
export interface Difference {
  how: 'same' | 'only-here' | 'only-there'
  words: string
}

export interface SameWords {
  statement: FoundStatement
  /** 0 to 1: the share of the shorter wording's words that the other has in the same order. */
  likeness: number
  /** What was asked for ("here") beside what was found ("there"), in order. */
  differences: Difference[]
  /** Whether somebody else is said to have said it; null where one of the two speakers is not known. */
  otherSpeaker: boolean | null
}
