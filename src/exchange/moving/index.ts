export { accountOf, bringsNothing, resultOf } from './account.ts'
export { importLearningJob } from './learn.ts'
export { type OpenExport, openExport } from './open-export.ts'
export type { MoveOptions } from './options.ts'
export { countPicturesOf, importPicturesJob } from './pictures/pictures.ts'
export {
  beginImport,
  beginLooking,
  findUnfinished,
  type Import,
  type ImportLine,
  listImports,
  readImport,
  readImportLines,
  stopImport,
  workOnImport,
} from './rows.ts'
export { type Progress, runImport, surveyAloud, TakenByAnother } from './run.ts'
export { type ExportToMove, type Survey, survey } from './survey.ts'
export { undoImport } from './undo.ts'
export { importUploads, importUploadsJob } from './uploads.ts'
export { importWorkJob, type MoveTask } from './work-job.ts'
export { workOn } from './work-on.ts'
