export { ALL_FORMATS } from './all.ts'
export { type OpenPackage, openPackage, recogniseExport } from './package/index.ts'
