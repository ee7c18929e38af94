export { CHECKS, checkStory } from './checks.ts'
export type { Check, CheckedStory, Finding, Severity } from './finding.ts'
