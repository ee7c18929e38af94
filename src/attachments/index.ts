export { addAttachment, MOST_ATTACHED } from './add.ts'
export {
  attachmentAddress,
  attachmentHref,
  attachmentIdOf,
  captionsHref,
  savedName,
} from './addresses.ts'
export { type Attachment, readAttachment, readAttachments } from './attachment.ts'
export { MOST_CAPTIONS } from './captions.ts'
export { changeAttachment, changeCaptions, deleteAttachment } from './change.ts'
export { checkAttachmentFiles } from './check-files.ts'
export { type AttachmentFiles, attachmentFiles, captionsFile, ORIGINAL } from './files.ts'
export { mediaTypeOf } from './formats.ts'
export { countAttachments, findAttachments } from './library.ts'
export { attachmentJobs, LONGEST_RECEIVING } from './sweep-job.ts'
export { keepAttachmentUses, readAttachmentUses } from './uses.ts'
