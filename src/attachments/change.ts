/** What an editor says of an attachment; its captions; and taking one out. */
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileProblem, unlessAway } from '../files/index.ts'
import { keepPlace } from '../media/index.ts'
import { attachmentMessages as m } from '../messages/index.ts'
import { noteAct } from '../people/index.ts'
import { type Database, type Store, takeTurns } from '../store/index.ts'
import { readAttachment } from './attachment.ts'
import { readCaptions } from './captions.ts'
import { type AttachmentFiles, captionsFile } from './files.ts'
import { attachmentWords } from './library.ts'
import { readAttachmentUses, sayAttachmentChanged } from './uses.ts'

export interface AttachmentDetails {
  title: string
  transcript: string
  /** A picture's id; null for none. */
  poster: string | null
}

/** By what name the library of pictures knows that an attachment shows one. */
export const posterPlace = (id: string): string => `file:${id}`

/** Keeps what is said of an attachment; every page that shows it says so from now on. False where it is gone. */
export const changeAttachment = (
  store: Store,
  { id, details, by }: { id: string; details: AttachmentDetails; by: string },
  now: number,
): Promise<boolean> =>
  store.transaction(now, async (tx) => {
    const before = await readAttachment(tx.rows, id)
    if (!before) return false
    const words = attachmentWords({ name: before.name, title: details.title })
    await keepPlace(tx, posterPlace(id), details.poster === null ? [] : [details.poster])
    await tx.rows
      .updateTable('attachments')
      .set({ ...details, words })
      .where('id', '=', id)
      .execute()
    await noteAct(tx, { by, act: 'attachment.changed', about: id, detail: m.logChanged(before.name) })
    await sayAttachmentChanged(tx, id)
    return true
  })

/** Puts captions in place of those before; null takes them away. A sentence where they can't be used. */
export async function changeCaptions(
  store: Store,
  files: AttachmentFiles,
  { id, bytes, by }: { id: string; bytes: Uint8Array | null; by: string },
  now: number,
): Promise<{ changed: boolean } | { problem: string }> {
  const read = bytes === null ? { vtt: '' } : readCaptions(bytes)
  if ('problem' in read) return read
  const attachment = await readAttachment(store.db, id)
  if (!attachment) return { problem: m.gone }
  const captions = read.vtt === '' ? '' : createHash('sha256').update(read.vtt).digest('hex').slice(0, 8)
  if (captions === attachment.captions) return { changed: false }
  if (captions !== '') {
    const problem = await keepCaptions(files, attachment.file, { captions, vtt: read.vtt })
    if (problem !== null) return { problem }
  }
  const before = await store.transaction(now, async (tx) => {
    const there = await readAttachment(tx.rows, id)
    if (!there) return null
    await tx.rows.updateTable('attachments').set({ captions }).where('id', '=', id).execute()
    await noteAct(tx, { by, act: 'attachment.captions', about: id, detail: m.logCaptions(there.name) })
    await sayAttachmentChanged(tx, id)
    return there
  })
  if (!before) {
    await unlessAway(files.remove(attachment.file))
    return { problem: m.gone }
  }
  if (before.captions !== '' && before.captions !== captions)
    await unlessAway(files.removeCaptions(before.file, before.captions))
  return { changed: true }
}

async function keepCaptions(
  files: AttachmentFiles,
  file: string,
  { captions, vtt }: { captions: string; vtt: string },
): Promise<string | null> {
  let folder: string | null = null
  try {
    folder = await files.begin()
    const path = join(folder, 'captions')
    await writeFile(path, vtt, { mode: 0o600 })
    await files.keep(path, file, captionsFile(captions))
    return null
  } catch (error) {
    const problem = fileProblem(error)
    if (problem === null) throw error
    return m.notKept[problem]
  } finally {
    if (folder !== null) await files.drop(folder)
  }
}

/**
 * Takes an attachment out, with its files, unless a story shows it: those are answered, or what `namedIn` finds
 * to name it elsewhere, which is asked while nobody takes it up. The record goes first, so that no record is ever
 * without its files.
 */
export async function deleteAttachment(
  store: Store,
  files: AttachmentFiles,
  { id, by, namedIn = async () => [] }: { id: string; by: string; namedIn?: (db: Database) => Promise<string[]> },
  now: number,
): Promise<{ deleted: boolean } | { usedIn: string[]; namedIn: string[] }> {
  const outcome = await store.transaction(now, async (tx) => {
    // What takes it up at the same moment comes before or after; it asks for its pictures first as well.
    await takeTurns(tx, 'pictures')
    await takeTurns(tx, 'attachments')
    const attachment = await readAttachment(tx.rows, id)
    if (!attachment) return { deleted: false }
    const uses = (await readAttachmentUses(tx.rows, [id])).get(id) ?? []
    const elsewhere = await namedIn(tx.rows)
    if (uses.length + elsewhere.length > 0) return { usedIn: uses.map(({ storyId }) => storyId), namedIn: elsewhere }
    await keepPlace(tx, posterPlace(id), [])
    await tx.rows.deleteFrom('attachments').where('id', '=', id).execute()
    await noteAct(tx, { by, act: 'attachment.deleted', about: id, detail: m.logDeleted(attachment.name) })
    return { deleted: true, file: attachment.file }
  })
  if ('file' in outcome && outcome.file) await unlessAway(files.remove(outcome.file))
  return 'usedIn' in outcome ? outcome : { deleted: outcome.deleted }
}
