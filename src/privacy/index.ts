export { eraseComment, eraseReader } from './erase.ts'
export { erasingJob } from './erasing-job.ts'
export { exportComment, exportReader } from './export.ts'
export { listReaderComments, listReaders, type ReaderComment, type ReaderLine, readReaderLine } from './readers.ts'
