export { loadAssets } from './assets.ts'
export type { Logger, Web } from './context.ts'
export { createPageCache } from './page-cache.ts'
export { type RunningServer, startServer } from './server.ts'
