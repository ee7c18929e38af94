export { applySteps, isSame, placeOfStep, placesOfSteps, type StepOf, stepsBetween } from './steps.ts'
