export { findQuotations, type Quotation, quotedShare } from './quotations.ts'
