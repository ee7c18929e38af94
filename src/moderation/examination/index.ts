export { examineAt } from './examine.ts'
export { readWordsAhead } from './words/read-ahead.ts'
