export { proveReview } from './prove.ts'
