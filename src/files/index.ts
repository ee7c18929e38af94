export { diskFiles } from './disk.ts'
export type { FileStore, OpenedFile } from './face.ts'
export { openFiles } from './open.ts'
export { type FileProblem, fileProblem } from './problem.ts'
