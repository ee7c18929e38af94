export { createLiveWaiting, type LiveWaiting, MOST_TABS } from './live.ts'
export { type Counted, countWaiting, type WaitingKind, waitingFor } from './waiting.ts'
