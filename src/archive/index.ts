export { correctStatement } from './correct.ts'
export { applyCorrections } from './corrections.ts'
export { anyPublicStatement, editionsKept, readKeptReading, readPublicReading, readPublicReadings } from './kept.ts'
export { kindOfPlural } from './name-path.ts'
export { acceptName, joinSpelling, partSpelling, renameName, setPortrait, withdrawName } from './names.ts'
export { readCorrections } from './read-corrections.ts'
export { acceptedNamesOf, listAcceptedNames, readAccepted, readNamePage, wasAccepted } from './read-names.ts'
export { recordReading, setApart } from './record.ts'
export type {
  AcceptedName,
  Change,
  CorrectedReading,
  CorrectedStatement,
  FoundStatement,
  KeptReading,
  NamePage,
  NameStory,
  StatementsPage,
} from './records.ts'
export { storiesWithItsNames } from './same-names.ts'
export { type StatementsAsk, searchStatements } from './search.ts'
export { searchNames } from './search-names.ts'
