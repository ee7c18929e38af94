/** That every picture of the library has its files, and every file its picture. */
import type { Database } from '../store/index.ts'
import type { PictureFiles } from './files.ts'
import { toPicture } from './picture.ts'
import { fileNameOf } from './renditions.ts'

export interface FilesChecked {
  pictures: number
  /** Ids of those whose original or copies are missing or of another size. */
  broken: string[]
  /** Folders that no picture has: what a crash may leave behind, and a sweep takes away. */
  orphans: string[]
}

/** Changes nothing. */
export async function checkPictureFiles(db: Database, files: PictureFiles): Promise<FilesChecked> {
  const pictures = (await db.selectFrom('pictures').selectAll().orderBy('id').execute()).map(toPicture)
  const broken: string[] = []
  for (const { id, file, bytes, renditions } of pictures) {
    const sizes = await files.sizes(file)
    const isWhole = sizes.get('') === bytes && renditions.every((one) => sizes.get(fileNameOf(one)) === one.bytes)
    if (!isWhole) broken.push(id)
  }
  const known = new Set(pictures.map(({ file }) => file))
  return { pictures: pictures.length, broken, orphans: (await files.list()).filter((file) => !known.has(file)) }
}
