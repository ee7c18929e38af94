export { type Choices, readChoices } from './choices.ts'
export { keepInHand, keepShowing, LEASE, openHand, releaseHand, settleClaims, takeMore } from './claims.ts'
export { filterFields, LONGEST_FIELD, type QueueFilter, readFilter } from './filter.ts'
export { forgetClaims } from './forget-claims.ts'
export { holdersOf, namesOfHolders } from './holders.ts'
export {
  type Count,
  countBands,
  countSince,
  MOST_COUNTED,
  type QueueItem,
  readItems,
  readQueue,
  readQueueItem,
  readQueueState,
  waitingRevisions,
} from './read.ts'
export { searchTerms } from './terms.ts'
export { MOST_CONSIDERED } from './waiting.ts'
export { countWaitingByStory, countWaitingSince } from './waiting-long.ts'
export type { Place } from './weave.ts'
