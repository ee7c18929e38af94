export { checkStory } from './checks.ts'
export type { Finding } from './finding.ts'
