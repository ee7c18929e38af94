/** A file becomes an attachment: looked at, put in its place, written down, in that order. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { fileProblem, newUploadName, unlessAway } from '../files/index.ts'
import { attachmentMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { newId, type Store, storeProblem, takeTurns } from '../store/index.ts'
import { readApart } from './apart.ts'
import { type Attachment, readAttachment, readAttachmentOfContent } from './attachment.ts'
import { type AttachmentFiles, ORIGINAL } from './files.ts'
import { containerOf, TELLING_BYTES } from './formats.ts'
import { attachmentWords } from './library.ts'
import type { AttachmentRead } from './worker/read-media.ts'

/** One file has at most so many bytes. */
export const MOST_ATTACHED = 200 * 1024 * 1024
/** In UTF-16 code units. */
const LONGEST_NAME = 200

/** A file that has been received: whole, on this machine, in a folder that `AttachmentFiles.begin` made. */
export interface ReceivedFile {
  name: string
  path: string
  size: number
}

/** Adds a file, or says in a sentence why it can't be. The same file again is the attachment that is there. */
export async function addAttachment(
  store: Store,
  files: AttachmentFiles,
  { upload, by }: { upload: ReceivedFile; by: string | null },
  now: number,
): Promise<{ attachment: Attachment; isNew: boolean } | { problem: string }> {
  const read = await lookAt(upload)
  if ('problem' in read) return read
  const content = await hashOf(upload.path)
  const before = await readAttachmentOfContent(store.db, content)
  if (before) return { attachment: before, isNew: false }
  const file = newUploadName(content)
  try {
    await files.keep(upload.path, file, ORIGINAL)
  } catch (error) {
    const problem = fileProblem(error)
    if (problem === null) throw error
    await unlessAway(files.remove(file))
    return { problem: m.notKept[problem] }
  }
  const done = await writeDown(store, files, { read, upload, file, content, by }, now)
  if (!done.isNew) await unlessAway(files.remove(file))
  return done
}

async function writeDown(
  store: Store,
  files: AttachmentFiles,
  kept: { read: AttachmentRead; upload: ReceivedFile; file: string; content: string; by: string | null },
  now: number,
): Promise<{ attachment: Attachment; isNew: boolean }> {
  const { read, upload, file, content, by } = kept
  const name = upload.name.replace(/^.*[\\/]/, '').slice(-LONGEST_NAME)
  const title = name
    .replace(/\.[^.]{1,5}$/, '')
    .replace(/[_-]+/g, ' ')
    .trim()
  try {
    return await store.transaction(now, async (tx) => {
      // Of two that bring the same file at once, the second finds the first's.
      await takeTurns(tx, 'attachments')
      const there = await readAttachmentOfContent(tx.rows, content)
      if (there) return { attachment: there, isNew: false }
      const id = newId(now)
      await tx.rows
        .insertInto('attachments')
        .values({
          ...{ id, file, content, ...read, bytes: upload.size, name, title },
          ...{ captions: '', transcript: '', poster: null },
          ...{ words: attachmentWords({ name, title }), added_by: by, added_at: now },
        })
        .execute()
      await noteAct(tx, { by, act: 'attachment.added', about: id, detail: m.logAdded(name) })
      const attachment = await readAttachment(tx.rows, id)
      if (!attachment) throw new Error('an attachment that was just added is not there')
      return { attachment, isNew: true }
    })
  } catch (error) {
    // Where nobody knows whether it was written down, the daily sweep does.
    if (storeProblem(error) !== 'unsure') await unlessAway(files.remove(file))
    throw error
  }
}

/** What a file is, by what is in it. */
async function lookAt({ path, size }: ReceivedFile): Promise<AttachmentRead | { problem: string }> {
  if (size === 0) return { problem: m.empty }
  if (size > MOST_ATTACHED) return { problem: m.tooLarge(MOST_ATTACHED / 1024 ** 2) }
  const container = containerOf(await beginningOf(path))
  if (container in m.refused) return { problem: m.refused[container as keyof typeof m.refused] }
  const read = await readApart({ path, container: container as Exclude<typeof container, keyof typeof m.refused> })
  return 'why' in read ? { problem: m.why[read.why] } : read
}

async function beginningOf(path: string): Promise<Uint8Array> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(TELLING_BYTES), 0, TELLING_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk)
  return hash.digest('hex').slice(0, 32)
}
