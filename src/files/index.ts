export { diskFiles } from './disk.ts'
export type { FileRange, FileStore, OpenedFile } from './face.ts'
export { openFiles } from './open.ts'
export { type FileProblem, fileProblem } from './problem.ts'
