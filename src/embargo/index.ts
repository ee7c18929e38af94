export {
  type Embargo,
  moveEmbargo,
  type PutAway,
  putUnderEmbargo,
  readEmbargo,
  readEmbargoTimes,
  readPutAway,
  withdrawEmbargo,
} from './embargo.ts'
export { embargoJob, liftEmbargo, withdrawingEmbargoes } from './go-live.ts'
export { type Aftermath, correctLive, readAftermath } from './live-words.ts'
export { countNotPublished, dropEmbargoUpset, failedEmbargoes, readEmbargoUpsets } from './upsets.ts'
