/** Makes what readers are sent of each picture, and clears what uploads have left. */
import { fileProblem } from '../files/index.ts'
import type { AnyJobHandler, KeeperLog, Store } from '../store/index.ts'
import { inPictureThread } from './apart.ts'
import { dropFile } from './change.ts'
import { checkPictureFiles } from './check-files.ts'
import type { PictureFiles } from './files.ts'
import { type LibraryPicture, readPicture, renditionsJson } from './picture.ts'
import { fileNameOf, missingRenditions, type Rendition } from './renditions.ts'
import { sayChanged } from './uses.ts'

declare module '../store/jobs/queue.ts' {
  interface Jobs {
    /** One picture, whose smaller ones are not made yet. */
    'pictures.render': { picture: string }
    /** What uploads that broke off have left, and files that no picture has. */
    'pictures.sweep': Record<never, never>
  }
}

const DAY = 24 * 60 * 60_000
/** An upload that began so long ago has ended, one way or the other. */
const LONGEST_UPLOAD = 60 * 60_000

export function pictureJobs(
  store: Store,
  files: PictureFiles,
  { log, now }: { log: KeeperLog; now(): number },
): AnyJobHandler[] {
  return [
    {
      kind: 'pictures.render',
      what: 'making smaller pictures',
      // A picture of 200 megapixels on a slow machine.
      lease: 5 * 60_000,
      run: ({ picture }) => render(store, files, picture, now),
      isTrouble: isAway,
    },
    {
      kind: 'pictures.sweep',
      what: 'clearing files that no picture has',
      every: DAY,
      async run() {
        const swept = await files.sweep(now() - LONGEST_UPLOAD)
        const { orphans } = await checkPictureFiles(store.db, files)
        for (const { file, since } of orphans) if (since < now() - LONGEST_UPLOAD) await dropFile(store, files, file)
        if (swept > 0) log.info({ uploads: swept }, 'cleared what uploads had left')
      },
    },
  ]
}

/** The place of the files does not answer, or has no room: it will some time. */
const isAway = (error: unknown): boolean => ['down', 'full'].includes(fileProblem(error) ?? '')

async function render(store: Store, files: PictureFiles, id: string, now: () => number): Promise<void> {
  const picture = await readPicture(store.db, id)
  // Deleted meanwhile.
  if (!picture) return
  const { file } = picture
  const wanted = missingRenditions(picture)
  if (wanted.length === 0) return
  // What is there already stays as it is: its address has been given to readers for good.
  const renditions = [...picture.renditions, ...(await makeApart(files, picture, wanted))].sort(
    (a, b) => a.width - b.width,
  )
  const isKept = await store.transaction(now(), async (tx) => {
    const { numUpdatedRows } = await tx.rows
      .updateTable('pictures')
      .set({ renditions_json: renditionsJson(renditions) })
      .where('id', '=', id)
      .where('file', '=', file)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) await sayChanged(tx, id)
    return numUpdatedRows > 0n
  })
  // Deleted meanwhile, or replaced by a file that has a job of its own: these have come too late.
  if (!isKept) await dropFile(store, files, file)
}

async function makeApart(
  files: PictureFiles,
  { file, animated }: LibraryPicture,
  wanted: readonly Pick<Rendition, 'width' | 'kind'>[],
): Promise<Rendition[]> {
  const folder = await files.begin()
  try {
    const path = await files.bring(file, folder)
    const done = await inPictureThread({ do: 'render', path, folder, wanted, animated })
    if ('why' in done) throw new Error(`its smaller pictures could not be made: ${done.why}`)
    await files.keep(folder, file, done.renditions.map(fileNameOf))
    return done.renditions
  } finally {
    await files.drop(folder)
  }
}
