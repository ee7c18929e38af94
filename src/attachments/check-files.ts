/** That every attachment has its files, and every file its attachment. */
import type { Database } from '../store/index.ts'
import { toAttachment } from './attachment.ts'
import { type AttachmentFiles, captionsFile, ORIGINAL } from './files.ts'

export interface AttachmentsChecked {
  attachments: number
  /** Ids of those whose file is missing or of another size, or whose captions are missing. */
  broken: string[]
  /** Folders that no attachment has, and captions that none has any more: what a crash may leave, and a sweep takes away; since when, in milliseconds. */
  orphans: { file: string; captions: string | null; since: number }[]
}

/** Changes nothing. */
export async function checkAttachmentFiles(db: Database, files: AttachmentFiles): Promise<AttachmentsChecked> {
  // Files before records: what comes in between has a record already.
  const there = await files.list()
  const attachments = (await db.selectFrom('attachments').selectAll().orderBy('id').execute()).map(toAttachment)
  const known = new Map(attachments.map((one) => [one.file, one]))
  const broken = attachments.filter(({ file, bytes, captions }) => {
    const sizes = there.get(file)?.sizes
    return sizes?.get(ORIGINAL) !== bytes || (captions !== '' && !sizes.has(captionsFile(captions)))
  })
  const orphans = [...there].flatMap(([file, { since, sizes }]): AttachmentsChecked['orphans'] => {
    const attachment = known.get(file)
    if (!attachment) return [{ file, captions: null, since }]
    return [...sizes.keys()].flatMap((name) => {
      const captions = /^captions-([0-9a-f]{8})\//.exec(name)?.[1]
      return captions && captions !== attachment.captions ? [{ file, captions, since }] : []
    })
  })
  return { attachments: attachments.length, broken: broken.map(({ id }) => id), orphans }
}
