import { rm, statfs, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type AttachmentFiles, attachmentFiles, checkAttachmentFiles } from '../attachments/index.ts'
import { DAILY, listBackups } from '../backup/index.ts'
import { openFiles } from '../files/index.ts'
import { checkPictureFiles, type PictureFiles, pictureFiles } from '../media/index.ts'
import { auditReview } from '../moderation/audit/index.ts'
import { checkStore, openToOthers, type Store } from '../store/index.ts'
import type { Call, Outcome } from './command.ts'
import { withStore } from './command.ts'

/** Less room than this on the data folder's disk is worth a word, in bytes. */
const LITTLE_ROOM = 500 * 1024 * 1024

/** Looks at everything and changes nothing; status 1 where something does not hold. */
export const doctor = (call: Call): Outcome =>
  withStore(call, async (store) => {
    let failures = 0
    const say = (holds: boolean, words: string) => {
      if (!holds) failures++
      call.out(`${holds ? 'ok   ' : 'FAULT'}  ${words}`)
    }

    const room = await roomIn(call.config.dataFolder)
    say(typeof room === 'number', typeof room === 'number' ? 'The data folder can be written to' : room)
    if (typeof room === 'number' && room < LITTLE_ROOM)
      say(false, `The disk of the data folder has ${Math.round(room / 1024 ** 2)} MB left; make room before it is full`)
    const open = openToOthers(call.config.dataFolder)
    say(
      open.length === 0,
      open.length === 0
        ? 'Only this site’s own user can open the data folder'
        : `Other users of this machine can open ${open.join(', ')}; to keep them out, run chmod -R go= ${call.config.dataFolder}`,
    )
    for (const { claim, problem } of await checkStore(store)) say(problem === null, problem ?? claim)

    if (call.config.backups) await backupLine(call.config.backups.folder, say)

    const { dataFolder, bucket } = call.config
    const files = openFiles(dataFolder, bucket)
    const fault = bucket ? await files.check() : null
    if (bucket)
      say(fault === null, fault?.problem ?? `The bucket “${bucket.bucket}” can be listed, read and written to`)
    if (fault === null) {
      await pictureLines(store, pictureFiles(dataFolder, files), { say, note: call.out })
      await attachmentLines(store, attachmentFiles(dataFolder, files), { say, note: call.out })
    }

    for (const audited of await auditReview(store.db)) {
      const { claim, looked, failed, against } = audited
      say(
        failed === 0,
        failed === 0
          ? `${claim} (${looked.toLocaleString('en')} checked)`
          : `NOT SO for ${failed.toLocaleString('en')} of ${looked.toLocaleString('en')}: ${claim}. See ${against.join(', ')}`,
      )
    }
    call.out(
      failures === 0 ? 'All is well.' : `${failures === 1 ? 'One thing needs' : `${failures} things need`} looking at.`,
    )
    return failures === 0 ? 0 : 1
  })

/** The one of today may still be under way. */
const OLDEST_BACKUP = 2 * 24 * 60 * 60_000

async function backupLine(folder: string, say: (holds: boolean, words: string) => void): Promise<void> {
  const [newest] = await listBackups(folder, DAILY)
  const isNew = newest !== undefined && newest.madeAt > Date.now() - OLDEST_BACKUP
  say(
    isNew,
    newest === undefined
      ? `There is no daily backup in ${folder}; the newsroom’s page of background work says whether it failed`
      : `The newest daily backup is of ${new Date(newest.madeAt).toISOString().slice(0, 10)}${isNew ? '' : '; the newsroom’s page of background work says whether it failed'}`,
  )
}

async function pictureLines(
  store: Store,
  files: PictureFiles,
  { say, note }: { say(holds: boolean, words: string): void; note(words: string): void },
): Promise<void> {
  const { pictures, broken, orphans } = await checkPictureFiles(store.db, files)
  const pages = broken.slice(0, 5).map((id) => `/newsroom/pictures/${id}`)
  say(
    broken.length === 0,
    broken.length === 0
      ? `Every picture of the library has its files (${pictures.toLocaleString('en')} checked)`
      : `Files are missing or damaged of ${broken.length.toLocaleString('en')} pictures; bring them back from a backup. See ${pages.join(', ')}`,
  )
  if (orphans.length > 0)
    note(
      `note   ${orphans.length.toLocaleString('en')} folders under pictures/ belong to no picture; they are cleared within a day`,
    )
}

async function attachmentLines(
  store: Store,
  files: AttachmentFiles,
  { say, note }: { say(holds: boolean, words: string): void; note(words: string): void },
): Promise<void> {
  const { attachments, broken, orphans } = await checkAttachmentFiles(store.db, files)
  const pages = broken.slice(0, 5).map((id) => `/newsroom/files/${id}`)
  say(
    broken.length === 0,
    broken.length === 0
      ? `Every PDF, audio and video is there (${attachments.toLocaleString('en')} checked)`
      : `${broken.length.toLocaleString('en')} of the PDFs, audio and video are missing or damaged; bring them back from a backup. See ${pages.join(', ')}`,
  )
  if (orphans.length > 0)
    note(
      `note   ${orphans.length.toLocaleString('en')} folders under files/ belong to no file; they are cleared within a day`,
    )
}

/** Bytes left on the folder's disk, or a sentence where it can't be written to. */
async function roomIn(folder: string): Promise<number | string> {
  try {
    await writeFile(join(folder, '.doctor'), '')
    const { bavail, bsize } = await statfs(folder)
    await rm(join(folder, '.doctor'))
    return bavail * bsize
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    return `The data folder ${folder} can't be written to (${why}); give it to the user that runs Courant`
  }
}
