import type { NameKind, Reading, ReadingText } from '../reading/index.ts'
import type { Database, Store, Write } from '../store/index.ts'
import type {
  AcceptedName,
  Change,
  CorrectedReading,
  Correction,
  FoundName,
  KeptReading,
  NamePage,
  SameWords,
  Scope,
  StatementsPage,
} from './records.ts'

export * from './records.ts'

/** Keeps a published version's reading, in the transaction that publishes it. The story's earlier one goes. */
export declare function recordReading(
  write: Write,
  kept: { storyId: string; version: number; text: ReadingText; reading: Reading },
  now: number,
): Promise<void>

/** What readers may see of a story's reading; null where it isn't published, isn't read yet, or is not switched on. */
export declare function readPublicReading(db: Database, storyId: string): Promise<KeptReading | null>
/** The reading of what was last published, for the newsroom, whatever the switch says. */
export declare function readKeptReading(db: Database, storyId: string): Promise<KeptReading | null>

/** "Who says so" on or off for a story; true or false at once on its pages. */
export declare function setWhoSaysSo(
  store: Store,
  storyId: string,
  on: boolean,
  by: string | null,
  now: number,
): Promise<void>
/** As an editor set it; null where nobody has, so that its first publication takes the site's setting. */
export declare function readWhoSaysSo(db: Database, storyId: string): Promise<boolean | null>

/** Oldest first. */
export declare function readCorrections(db: Database, storyId: string): Promise<Correction[]>
/** Pure: a reading (of a draft or of what was published) with the corrections that still find their statement in it. */
export declare function applyCorrections(
  reading: Reading,
  text: ReadingText,
  corrections: readonly Correction[],
): CorrectedReading
/** Corrects a statement of the reading that the editor was shown, by its id; { problem } is a sentence for the editor. */
export declare function correctStatement(
  store: Store,
  correction: {
    storyId: string
    text: ReadingText
    reading: Reading
    statement: string
    change: Change
    by: string
  },
  now: number,
): Promise<{ corrected: true } | { problem: string }>

/** Gives a name a page. The same name again answers the page it has. */
export declare function acceptName(
  store: Store,
  name: { kind: NameKind; name: string; by: string },
  now: number,
): Promise<AcceptedName | { problem: string }>
/** From then on stories that spell it so count as this name's. */
export declare function joinSpelling(
  store: Store,
  joined: { id: string; spelling: string; by: string },
  now: number,
): Promise<AcceptedName | { problem: string }>
/** The spelling no longer counts; the name's own can't be parted from it. */
export declare function partSpelling(
  store: Store,
  parted: { id: string; spelling: string; by: string },
  now: number,
): Promise<AcceptedName | { problem: string }>
/** The address stays; the earlier name goes on counting as a spelling. */
export declare function renameName(
  store: Store,
  renamed: { id: string; name: string; by: string },
  now: number,
): Promise<AcceptedName | { problem: string }>
/** Takes the page away. Accepting the name again brings it back at its address. */
export declare function withdrawName(store: Store, withdrawn: { id: string; by: string }, now: number): Promise<void>
/** By kind and name. The public's: those with a story that readers may see the reading of. */
export declare function listAcceptedNames(db: Database, scope: Scope): Promise<AcceptedName[]>
/** The accepted names among these names of a reading, by the reading's name id: what to link a name to. */
export declare function acceptedNamesOf(
  db: Database,
  names: readonly { id: string; kind: NameKind; name: string }[],
  scope: Scope,
): Promise<Map<string, AcceptedName>>
/** Null where there is no such name, or nothing of it that this scope sees. */
export declare function readNamePage(
  db: Database,
  page: { kind: NameKind; slug: string },
  scope: Scope,
): Promise<NamePage | null>

/**
 * What did X say about Y. `speaker` matches any word of a name, blind to case
 * and accents; statements with most of the words asked for come first, then
 * the newest. { problem } where `after` is none of ours.
 */
export declare function searchStatements(
  store: Store,
  ask: { speaker?: string; about?: string; kind?: NameKind; limit: number; after?: string },
  scope: Scope,
): Promise<StatementsPage | { problem: string }>
/** Names by any of their words or the beginning of the last; the public's are accepted ones. */
export declare function searchNames(db: Database, words: string, scope: Scope, limit?: number): Promise<FoundName[]>

/** Statements of other stories whose quoted words are these, or nearly; the likest first. For the newsroom. */
export declare function findSameWords(
  db: Database,
  ask: { words: string; speaker?: { text: string; name: string | null } | null; storyId?: string },
  limit?: number,
): Promise<SameWords[]>
