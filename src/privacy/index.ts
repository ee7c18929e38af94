export { eraseComment, eraseReader } from './erase.ts'
export { erasingJob } from './erasing-job.ts'
export { exportComment, exportReader } from './export.ts'
export { listReaders, type ReaderLine, readReaderLine } from './readers.ts'
