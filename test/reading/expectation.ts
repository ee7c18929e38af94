/**
 * What a careful editor lists in a story. Places are told by the words that
 * stand there, so that an expectation can speak of a story without repeating
 * it: "the defendant had … went unread" runs from the first words to the last,
 * and brackets pick a part out of its surroundings: "by [Prior] shortly".
 * Where a list of alternatives stands, editors would differ, and each is right.
 */
import type { Amount, NameKind, Polarity, Source, StatementKind } from '../../src/reading/index.ts'

export interface Expectation {
  /** The story's day, YYYY-MM-DD. */
  date: string
  statements: ExpectedStatement[]
  /** What an editor may list or leave: where it is found, it has to be right. */
  fairStatements?: ExpectedStatement[]
  names: ExpectedName[]
  /** Each "kind:words as they stand". */
  fairNames?: string[]
  times: ExpectedTime[]
  fairTimes?: string[]
  amounts: ExpectedAmount[]
  fairAmounts?: string[]
}

/** Words of the story; several where any of them is right. */
export type Words = string | string[]

export interface ExpectedStatement {
  /** The ranges of what was said, in order. */
  content: string[]
  /** Other cuts of the same statement that are as good. */
  orContent?: string[][]
  /** The same words listed as several statements, which is as good. */
  orAs?: ExpectedStatement[]
  kind: StatementKind | StatementKind[]
  /** Null where the text does not say who. Where it is in the story several times, the one nearest to the content is meant. */
  speaker: Words | null
  /** The name it stands for (ExpectedName.name), null where it stands for none; left out where editors would differ. */
  of?: string | null
  /** False where it is left out. */
  collective?: boolean
  /** The word that has to be in the cue; null where there is none. */
  cue: Words | null
  /** Neutral where it is left out. */
  polarity?: Polarity
  sources?: ExpectedSource[]
  /** A document or a paper speaks and no person: it may be listed as the speaker, or as the source of a statement without one. */
  sourceAlone?: boolean
}

export interface ExpectedSource {
  text: Words
  kind: Source['kind']
}

export interface ExpectedName {
  kind: NameKind
  /** Its fullest form; where several are right, others refer to the first. */
  name: Words
  roles?: string[]
  /** Roles that may be listed too. */
  fairRoles?: string[]
  /** Every form in which it is named, by name or by role; all the places where these stand are its mentions. */
  forms: string[]
  /** Places of a form where something else is meant. */
  except?: string[]
  /** Forms, with their surroundings, that may be taken for mentions or left. */
  fairForms?: string[]
  /** Where "he", "she" or "it" may be taken for it; anywhere else would be wrong. */
  pronouns?: string[]
}

export interface ExpectedTime {
  text: string
  /** In EDTF; a function where only its bounds can be told, with what it asks for in `means`; null where it can't be told. */
  edtf: Words | null | ((edtf: string) => boolean)
  means?: string
}

export interface ExpectedAmount {
  text: string
  kind: Amount['kind']
  value: number
  upTo?: number
  unit: Words
  /** Left out where editors would differ. */
  of?: Words | null
  bound?: Words | null
}
