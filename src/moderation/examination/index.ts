export { examineAt } from './examine.ts'
