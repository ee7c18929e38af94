/** That every picture of the library has its files, and every file its picture. */
import type { Database } from '../store/index.ts'
import { ORIGINAL, type PictureFiles } from './files.ts'
import { toPicture } from './picture.ts'
import { fileNameOf } from './renditions.ts'

export interface FilesChecked {
  pictures: number
  /** Ids of those whose original or copies are missing or of another size. */
  broken: string[]
  /** Folders that no picture has: what a crash may leave behind, and a sweep takes away; with when they came, in milliseconds. */
  orphans: { file: string; since: number }[]
}

/** Changes nothing. */
export async function checkPictureFiles(db: Database, files: PictureFiles): Promise<FilesChecked> {
  const pictures = (await db.selectFrom('pictures').selectAll().orderBy('id').execute()).map(toPicture)
  const there = await files.list()
  const broken = pictures.filter(({ file, bytes, renditions }) => {
    const sizes = there.get(file)?.sizes
    return sizes?.get(ORIGINAL) !== bytes || renditions.some((one) => sizes.get(fileNameOf(one)) !== one.bytes)
  })
  const known = new Set(pictures.map(({ file }) => file))
  return {
    pictures: pictures.length,
    broken: broken.map(({ id }) => id),
    orphans: [...there].filter(([file]) => !known.has(file)).map(([file, { since }]) => ({ file, since })),
  }
}
