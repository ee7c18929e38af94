export { correctStatement } from './correct.ts'
export { applyCorrections } from './corrections.ts'
export { anyPublicStatement, editionsKept, readKeptReading, readPublicReading } from './kept.ts'
export { kindOfPlural } from './name-path.ts'
export { acceptName, joinSpelling, partSpelling, renameName, withdrawName } from './names.ts'
export { readCorrections } from './read-corrections.ts'
export { acceptedNamesOf, listAcceptedNames, readNamePage, wasAccepted } from './read-names.ts'
export { recordReading, setApart } from './record.ts'
export type {
  AcceptedName,
  Change,
  CorrectedReading,
  CorrectedStatement,
  FoundStatement,
  NamePage,
  NameStory,
  StatementsPage,
} from './records.ts'
export { type StatementsAsk, searchStatements } from './search.ts'
export { searchNames } from './search-names.ts'
