export { restoreArchive } from './archive/restore.ts'
export { writeArchive } from './archive/write.ts'
export { copySite } from './site/copy.ts'
export { searchIndex } from './site/search-index.ts'
