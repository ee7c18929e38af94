export { addPicture, fetchPictureFile, MOST_BYTES, pictureFormat, replacePicture, type UploadedFile } from './add.ts'
export { changePicture, deletePicture } from './change.ts'
export { checkPictureFiles } from './check-files.ts'
export { checkPicture, isPictureAddress } from './check-picture.ts'
export { type CreditCount, readCredits, readRightsLines, renameCredit } from './credits.ts'
export { type PictureFiles, pictureFiles } from './files.ts'
export { MOST_PIXELS } from './formats.ts'
export {
  countPictures,
  findPictures,
  hasWords,
  type LibraryQuery,
  type PeriodSought,
  picturesAtPlaces,
  readPicturePlaces,
  readPictureUses,
} from './library.ts'
export { type MadeWithAi, NO_AI } from './made-with-ai.ts'
export { type LibraryPicture, type PictureDetails, readPicture, readPictures } from './picture.ts'
export { type Preparation, readPreparation } from './preparation.ts'
export { pictureJobs } from './render-job.ts'
export { renditionAddress, type ShownPicture, shownPicture, smallestRendition } from './renditions.ts'
export { readTypedPeriod } from './typed-period.ts'
export { keepPlace, keepUses, libraryAddress, libraryIdOf } from './uses.ts'
export { type WhyNot, whyNotRead } from './why-not.ts'
