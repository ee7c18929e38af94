export { ALL_FORMATS } from './all.ts'
export { openPackage, recogniseExport } from './package/index.ts'
