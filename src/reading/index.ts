export { hashOf } from './hash.ts'
export { amountInWords, countWords } from './in-words.ts'
export type { Kept } from './kept.ts'
export { TAGS } from './parts-of-speech.ts'
export { findQuotations, quotedShare } from './quotations.ts'
export { EDITION, read } from './read.ts'
export type {
  Amount,
  Mention,
  Name,
  NameKind,
  Place,
  Polarity,
  Reading,
  ReadingBlock,
  ReadingText,
  Source,
  Speaker,
  Statement,
  StatementKind,
  TimeExpression,
} from './reading.ts'
export { markQuotations } from './tagging/marks.ts'
export { headOfPhrase } from './tagging/spans.ts'
export { sentencesIn, type Tokens, tokenize } from './tokens.ts'
export { lessonOf } from './training/lesson.ts'
export { type TaggedText, trainTags } from './training/tags.ts'
export { trainStatements } from './training/train.ts'
export { pack } from './weights.ts'
