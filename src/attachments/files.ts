/**
 * Where attachments lie: files/ab/ab12…/, a folder for each that was uploaded, with the
 * file as it came and its captions; on disk or in a bucket. What comes in lies in a
 * folder of this machine, files/incoming/…/, until it is whole.
 */
import {
  diskFiles,
  type FileRange,
  type FileStore,
  type OpenedFile,
  type UploadFolders,
  uploadFolders,
} from '../files/index.ts'

/** All but `begin`, `drop` and `sweep` throw where the place of the files fails: fileProblem(error) says how. */
export interface AttachmentFiles extends Omit<UploadFolders, 'nameOf'> {
  /** Puts the file at `path` of this machine in its place, under a name in an attachment's folder. */
  keep(path: string, file: string, name: string): Promise<void>
  /** To be read to its end or destroyed; null where there is none. */
  open(file: string, name: string, range?: FileRange): Promise<OpenedFile | null>
  /** Removes captions that are replaced or taken away, of an attachment that stays. */
  removeCaptions(file: string, captions: string): Promise<void>
}

export const ORIGINAL = 'original'
/** Captions lie in a folder of their own there, so that those before them can be removed. `captions` is their hash. */
const captionsFolder = (captions: string): string => `captions-${captions}`
export const captionsFile = (captions: string): string => `${captionsFolder(captions)}/captions.vtt`

export function attachmentFiles(dataFolder: string, files: FileStore = diskFiles(dataFolder)): AttachmentFiles {
  const { nameOf, ...folders } = uploadFolders(dataFolder, 'files', files)
  return {
    ...folders,
    keep: (path, file, name) => files.put(nameOf(file, name), path),
    open: (file, name, range) => files.get(nameOf(file, name), range),
    removeCaptions: (file, captions) => files.remove(nameOf(file, captionsFolder(captions))),
  }
}
