export { askOutside, hostInFigures, isPublicAddress, type MayReach, type OutsideFault } from './ask.ts'
