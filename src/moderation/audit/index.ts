export { auditReview } from './audit.ts'
