/** The pictures of stories that were brought in: from the export's files or the old site into the library, then into their place. */

import { addPicture, fetchPictureFile, MOST_BYTES, type PictureFiles, type UploadedFile } from '../../../media/index.ts'
import { movingMessages as m } from '../../../messages/index.ts'
import { type AnyJobHandler, type Database, lull, queueJob, type Store } from '../../../store/index.ts'
import { type ExportFile, UnreadableExport } from '../../items/index.ts'
import { type Import, readImport } from '../rows.ts'
import { type HadPicture, isWithinPage, type PictureRow, schemeless } from './picture-rows.ts'
import { putPictures } from './put-pictures.ts'

declare module '../../../store/jobs/queue.ts' {
  interface Jobs {
    /** Of one import. */
    'import.pictures': { import: string }
  }
}

interface Options {
  now(): number
  files: PictureFiles
  /** Between two stories, in milliseconds. */
  pause?: number
  /** Which addresses may be asked for pictures; only public ones where absent. */
  mayReach?: (address: string) => boolean
}

/** So many pictures of a story are fetched side by side. */
const SIDE_BY_SIDE = 3

/** Story by story, each once with all its pictures; what was cut off goes on with the next that waits. */
export const importPicturesJob = (store: Store, { now, files, pause = 20, ...guard }: Options): AnyJobHandler => ({
  kind: 'import.pictures',
  what: 'taking in the pictures of stories that were brought in',
  async run({ import: importId }, { signal }) {
    const of = await readImport(store.db, importId)
    if (!of || of.state === 'undone') return
    let opened: Awaited<ReturnType<typeof filesAt>> | null = null
    try {
      while (!signal.aborted) {
        const rows = await nextStory(store.db, importId)
        const [first] = rows
        if (!first) {
          // What was uploaded for it is needed no longer.
          await store.transaction(now(), (tx) => queueJob(tx, { kind: 'import.uploads', key: '', payload: {} }))
          return
        }
        opened ??= await filesAt(of.paths)
        const from = { of, exported: opened.files, files, now, guard }
        const had = new Map<PictureRow, HadPicture>()
        for (let at = 0; at < rows.length; at += SIDE_BY_SIDE) {
          const some = rows.slice(at, at + SIDE_BY_SIDE)
          const got = await Promise.all(some.map(async (row) => [row, await havePicture(store, row, from)] as const))
          for (const [row, picture] of got) had.set(row, picture)
        }
        await putPictures(store, { importId, storyId: first.story_id, by: of.startedBy, had }, now())
        await lull(pause, signal)
      }
    } finally {
      await opened?.close()
    }
  },
})

/** The export's files by their names; none where they are gone, as after an upload was cleared away. */
async function filesAt(paths: readonly string[]): Promise<{ files: Map<string, ExportFile>; close(): Promise<void> }> {
  try {
    const { openPackage } = await import('../../formats/index.ts')
    const { files, close } = await openPackage(paths)
    return { files: new Map(files.map((file) => [file.name, file])), close }
  } catch (error) {
    if (!(error instanceof UnreadableExport)) throw error
    return { files: new Map(), close: async () => {} }
  }
}

/** All that still wait of the first story that has some. */
async function nextStory(db: Database, importId: string) {
  const first = await db
    .selectFrom('import_pictures')
    .select('story_id')
    .where('import_id', '=', importId)
    .where('state', '=', 'waiting')
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  if (!first) return []
  return db
    .selectFrom('import_pictures')
    .select(['number', 'site_key', 'address', 'place', 'story_id'])
    .where('story_id', '=', first.story_id)
    .where('state', '=', 'waiting')
    .orderBy('number')
    .execute()
}

interface From {
  of: Import
  exported: ReadonlyMap<string, ExportFile>
  files: PictureFiles
  now(): number
  guard: Pick<Options, 'mayReach'>
}

async function havePicture(
  store: Store,
  row: PictureRow,
  { of, exported, files, now, guard }: From,
): Promise<HadPicture> {
  const record = await recordOf(store.db, row)
  const said = { alt: record?.alt ?? '', caption: record?.caption ?? '', credit: record?.credit ?? '' }
  const address = record ? record.address || (record.file ?? '') : row.address
  const where = { address: isWithinPage(address) || address.startsWith('key:') ? '' : address }
  const before = await had(store.db, row)
  if (before) return { id: before, ...said }
  const upload = await fileOf(row, record, { of, exported, guard })
  if ('problem' in upload) return { ...upload, ...where }
  const added = await addPicture(store, files, { upload, by: of.startedBy }, now())
  return 'problem' in added ? { problem: added.problem, ...where } : { id: added.picture.id, ...said }
}

/** The same picture in a story before. */
async function had(db: Database, { site_key, address }: PictureRow): Promise<string | null> {
  const row = await db
    .selectFrom('import_pictures as i')
    .select('picture_id')
    .where('i.site_key', '=', site_key)
    .where('i.address', '=', address)
    .where('picture_id', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  return row?.picture_id ?? null
}

interface PictureRecord {
  address: string
  file: string | null
  alt: string
  caption: string
  credit: string
}

async function recordOf(db: Database, { site_key, address }: PictureRow): Promise<PictureRecord | null> {
  const byAddress = address.startsWith('key:')
    ? { key: address.slice('key:'.length) }
    : await db
        .selectFrom('import_picture_addresses')
        .select('key')
        .where('site_key', '=', site_key)
        .where('address', '=', schemeless(address))
        .executeTakeFirst()
  if (!byAddress) return null
  const record = await db
    .selectFrom('import_picture_records')
    .select(['address', 'file', 'alt', 'caption', 'credit'])
    .where('site_key', '=', site_key)
    .where('key', '=', byAddress.key)
    .executeTakeFirst()
  return record ?? null
}

async function fileOf(
  row: PictureRow,
  record: PictureRecord | null,
  { of, exported, guard }: Pick<From, 'of' | 'exported' | 'guard'>,
): Promise<UploadedFile | { problem: string }> {
  const file = record?.file ? exported.get(record.file) : undefined
  if (file) return { name: file.name.split('/').at(-1) as string, ...(await bytesOf(file)) }
  const address = record?.address || row.address
  if (isWithinPage(address))
    return { name: 'picture', bytes: Buffer.from(address.slice(address.indexOf(',') + 1), 'base64') }
  if (!/^https?:\/\//i.test(address)) return { problem: m.pictureNotInFiles }
  if (!of.options.fetchPictures) return { problem: m.pictureNotFetched }
  return fetchPictureFile(address, guard)
}

/** One that is too large is not held: its size says so. */
async function bytesOf(file: ExportFile): Promise<{ bytes: Uint8Array; size?: number }> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of file.open()) {
    size += chunk.length
    if (size > MOST_BYTES) return { bytes: new Uint8Array(), size }
    chunks.push(chunk)
  }
  return { bytes: Buffer.concat(chunks) }
}

/** How far the pictures of an import are. */
export async function countPicturesOf(
  db: Database,
  importId: string,
): Promise<{ waiting: number; put: number; failed: number }> {
  const rows = await db
    .selectFrom('import_pictures')
    .select((p) => ['state', p.fn.countAll().as('count')])
    .where('import_id', '=', importId)
    .groupBy('state')
    .execute()
  const counts = { waiting: 0, put: 0, failed: 0 }
  for (const { state, count } of rows) counts[state] = Number(count)
  return counts
}
