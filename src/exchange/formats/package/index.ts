export { type OpenPackage, openPackage } from './open-package.ts'
export { recogniseExport } from './recognise.ts'
