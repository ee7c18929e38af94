export { restoreArchive } from './archive/restore.ts'
export { writeArchive } from './archive/write.ts'
