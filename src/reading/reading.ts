/**
 * What a reading is: the records that are found in a text. Every range counts
 * UTF-16 code units into the plain text of the block it names.
 */

/** A story's words as the reading takes them: blocks in reading order. */
export interface ReadingText {
  /** The day the story is of, YYYY-MM-DD: what "Thursday" is counted from. Where it is absent, a date is looked for in the text. */
  date?: string
  blocks: readonly ReadingBlock[]
}

export interface ReadingBlock {
  id: string
  kind: 'headline' | 'standfirst' | 'caption' | 'heading' | 'paragraph' | 'item' | 'quote' | 'credit'
  text: string
}

export interface Place {
  block: string
  from: number
  to: number
}

export interface Reading {
  /** Grows when the same text may read otherwise than before. */
  edition: number
  /** The day that times are counted from, YYYY-MM-DD, and where it came from; null where there is none. */
  date: { day: string; from: 'given' | 'text' } | null
  statements: Statement[]
  names: Name[]
  times: TimeExpression[]
  amounts: Amount[]
}

export type StatementKind = 'direct' | 'reported' | 'mixed'
export type Polarity = 'neutral' | 'doubtful' | 'hostile'

export interface Statement {
  /** Made of its block and its own words, so that it stays when other words change. Unique in a reading. */
  id: string
  kind: StatementKind
  /** What was said, in order, quotation marks included: several ranges where "…," she said, "…" or over paragraphs. */
  content: Place[]
  /** The words inside quotation marks, without the marks. */
  quoted: Place[]
  /** Null where the text does not say who. */
  speaker: Speaker | null
  /** Null where a quotation stands without one in a speaker's run. */
  cue: (Place & { text: string; polarity: Polarity }) | null
  /** Through whom or what it reached us, beyond the speaker. */
  sources: Source[]
}

export interface Speaker extends Place {
  /** As the text has it: "the Russian president", "officials", "she". */
  text: string
  /** The id of the name it stands for, where it stands for one. */
  name: string | null
  /** Several people, or a body of them: "officials", "the White House", "critics". */
  collective: boolean
}

export interface Source extends Place {
  /** "a readout from China’s Foreign Ministry", "his office", "CNN". */
  text: string
  /** A document, someone who passes it on (an agency, a newspaper, an office), who was told, or a condition (of anonymity). */
  kind: 'document' | 'channel' | 'audience' | 'condition'
}

export type NameKind = 'person' | 'organization' | 'place'

export interface Name {
  /** Its kind and its words, as "person:vladimir-putin". Unique in a reading. */
  id: string
  kind: NameKind
  /** The fullest form in the text, without title or role. */
  name: string
  /** Titles and roles as given, each once: "Russian President", "US Secretary of State". */
  roles: string[]
  /** In order, all of them. */
  mentions: Mention[]
}

export interface Mention extends Place {
  how: 'name' | 'role' | 'pronoun'
}

export interface TimeExpression extends Place {
  text: string
  /**
   * What it means, in EDTF (ISO 8601-2) level 1; null where it can't be told. A day "2024-05-16", with its time to the
   * minute where one is said "2024-05-16T20:30" (local), a month, a year, a season "1994-21" (21 spring to 24 winter,
   * northern), or an interval of days, months or years "2024-05-06/2024-05-12", "2010/2024-05-16". "~" after a day,
   * month or year, at either end of an interval, too, where the text says about: "2010~", "2024-04-18~/2024-05-16".
   */
  edtf: string | null
  /** Why it can't be told, in a few words for a person; null where it could. */
  unresolved: string | null
}

export interface Amount extends Place {
  text: string
  kind: 'money' | 'percentage' | 'count'
  value: number
  /** The other end of "3 to 5 million"; null where there is one number only. */
  upTo: number | null
  /** ISO 4217 for money, "%" or "percentage points", else what is counted: "people", "stories". */
  unit: string
  /** What the amount is of, where the text says so near it: "foreign military financing". */
  of: string | null
  /** "about", "at least", "more than", "up to", "nearly", "less than"; null where it is said flatly. */
  bound: string | null
}
