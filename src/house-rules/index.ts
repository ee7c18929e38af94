export {
  AUTOMATED_DECISIONS,
  CONTENT_TYPES,
  DECISION_GROUNDS,
  DECISION_VISIBILITIES,
  EEA_COUNTRIES,
  EU_CATEGORIES,
  EU_KEYWORDS,
  SOURCE_TYPES,
  type SourceType,
} from './eu-words.ts'
export { groundsOf, type NamedGround } from './laws.ts'
export { type Publicity, readPublicity, setPublicity } from './publicity.ts'
export { REASONS, type Reason, reasonOf } from './reasons.ts'
export { charactersOf, LONGEST_SENTENCE, sentenceProblem, typedWords } from './typed-words.ts'
export {
  LONGEST_WORDING,
  readReasons,
  readWordings,
  type TypedWording,
  type Wording,
  type WordingProblem,
  wordReason,
  wordsOfReason,
} from './wordings.ts'
