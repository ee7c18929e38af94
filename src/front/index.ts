export { type BreakingLine, changeBreakingLine, readBreakingLine } from './breaking-line.ts'
export { MOST_PINS, orderPins, type Pin, pinJob, pinStory, readPins, unpinStory } from './front-pins.ts'
