export { notingDrops } from './drops.ts'
export { purgeJob, untoldSince } from './purge-job.ts'
export { type SharedCache, sharedCacheFor } from './shared-cache.ts'
export { staleAfter, type Tag } from './stale-after.ts'
