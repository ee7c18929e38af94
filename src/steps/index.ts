export { applySteps, isSame, placesOfSteps, type StepOf, stepsBetween } from './steps.ts'
