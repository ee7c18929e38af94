/** Statements, speakers and names as the readers' pages are given them: plain values, ready to be drawn. */
import type { ShownPicture } from '../../../media/index.ts'
import type { NameKind, Source, StatementKind } from '../../../reading/index.ts'

/** A picture of somebody who speaks. */
export interface Portrait extends ShownPicture {
  /** Classes that say what stays in view where it is cropped. */
  focus: string | undefined
  credit: string
}

/** One statement. */
export interface SaidView {
  id: string
  kind: StatementKind
  /** What was said, as the story has it, quotation marks included. */
  words: string
  /** Those of them that stand in quotation marks, without the marks; empty where none do. */
  quoted: string
  /** The verb or phrase that attributes it; null where there is none. */
  cue: string | null
  /** Through whom or what it reached us, in the story's words. */
  sources: readonly Pick<Source, 'kind' | 'text'>[]
  /** When it was said, in EDTF; null where the story does not say. */
  when: string | null
  /** The story's path and the paragraph, or the paragraph alone on the story's own page. */
  href: string
}

/** A sentence, or several that run on, in which somebody is said to say something. */
export interface SentenceView {
  /** As the story has it; of a long speech the beginning. */
  words: string
  /** The paragraph, and the words in it. */
  href: string
  /** Through whom or what it reached us, and when it was said in EDTF: of each statement in it. */
  statements: readonly Pick<SaidView, 'id' | 'sources' | 'when'>[]
}

/** One speaker of a story and all that they say in it. */
export interface SpeakerView {
  /** Empty where the story does not say who speaks. */
  label: string
  /** The label, or the shortest form in which the story names a person: "Holm". */
  short: string
  /** Null where the speaker is no name: "officials". */
  kind: NameKind | null
  roles: readonly string[]
  /** The topic page, where an editor has accepted the name. */
  path: string | null
  portrait: Portrait | null
  /** How much of the story's words is theirs, 0 to 1. */
  share: number
  statements: readonly SaidView[]
  /** The same in whole sentences, each once. */
  sentences: readonly SentenceView[]
}

/** A mark in a story's text: where a quotation ends, and who says so. */
export interface SaidMark {
  /** Unique on the page. */
  id: string
  /** Of the block's text: where what is marked begins, and where the mark stands. Marks of a block do not overlap. */
  from: number
  to: number
  speaker: Pick<SpeakerView, 'label' | 'roles' | 'path' | 'portrait'>
  statement: Pick<SaidView, 'sources'>
}

/** Marks by the block that they stand in, in order. */
export type SaidMarks = ReadonlyMap<string, readonly SaidMark[]>

/** A story as a line of a list: where it is, and when it came out in ms. */
export interface StoryLine {
  headline: string
  path: string
  at: number
}

/** A statement away from its story: on a topic's page, among what was found. */
export interface SaidElsewhere extends SaidView {
  speaker: { label: string; path: string | null }
  story: StoryLine
}

/** What somebody said in one story. */
export interface SaidInStory {
  story: StoryLine
  sentences: readonly SentenceView[]
}

/** What stories call somebody: in how many, and when the first and the last of them came out, in ms. */
export interface RoleView {
  role: string
  stories: number
  first: number
  last: number
}

/** An accepted name with what the published stories have of it. */
export interface TopicView {
  kind: NameKind
  name: string
  /** /people/ines-calloway */
  path: string
  portrait: Portrait | null
  /** Those that most stories have first. */
  roles: readonly RoleView[]
  /** The newest stories in which it speaks, newest first. */
  said: readonly SaidInStory[]
  /** When each statement of all its stories came out, in ms. */
  times: readonly number[]
  /** All stories that have the name, newest first. */
  stories: readonly StoryLine[]
}

/** What was asked of the search, as typed. */
export interface SaidQuestion {
  speaker: string
  about: string
}

/** A name that a story mentions. */
export interface MentionView {
  kind: NameKind
  name: string
  path: string | null
}

/** "Who says so" of one story. */
export interface WhoSaysSo {
  speakers: readonly SpeakerView[]
  mentions: readonly MentionView[]
  marks: SaidMarks
}

/** The folder of the addresses of a kind's topic pages. */
export const FOLDERS = {
  person: 'people',
  organization: 'organizations',
  place: 'places',
} as const satisfies Record<NameKind, string>

export const KINDS = ['person', 'organization', 'place'] as const satisfies readonly NameKind[]
