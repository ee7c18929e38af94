export { findQuotations, type Quotation, quotedShare } from './quotations.ts'
export * from './reading.ts'
export { type Tokens, tokenize } from './tokens.ts'
