export { applySteps, type Step, stepsBetween } from './steps.ts'
