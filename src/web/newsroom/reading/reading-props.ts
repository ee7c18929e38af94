/** What the reading's pages are given. Times are milliseconds since the epoch. */
import type { AcceptedName, CorrectedReading } from '../../../archive/index.ts'
import type { ReadingText, Source } from '../../../reading/index.ts'
import type { Frame, StoryHead, StoryState } from '../kit/props.ts'
import type { CountedFrom } from './reading-of-draft.ts'

/** A correction as it was typed, to be given back where something was not right with it. */
export interface TypedCorrection {
  statement: string
  speaker: string
  source: string
  how: Source['kind']
}

export interface ReadingPageProps extends Frame {
  story: StoryHead & { state: StoryState }
  /** The draft's words, and their reading with the corrections in it. */
  text: ReadingText
  reading: CorrectedReading
  date: CountedFrom
  /** Accepted names by the ids of the reading's. */
  accepted: ReadonlyMap<string, AcceptedName>
  /** Those of them whose page readers find: a published story shows who says so, and has the name. */
  open: ReadonlySet<string>
  /** All accepted names, to join one of the story's to. */
  allAccepted: readonly AcceptedName[]
  /** The names of staff by their ids. */
  people: ReadonlyMap<string, string>
  /** "Who says so" under the story: on, off, or as the settings have it for stories that nobody has decided on. */
  whoSaysSo: boolean
  /** Whether this person may correct and switch. */
  mayChange: boolean
  /** Whether they may give names a page, and take it away. */
  mayAccept: boolean
  /** Whether the switch for readers was just saved. */
  saved?: boolean
  problem?: string
  typed?: TypedCorrection
}
