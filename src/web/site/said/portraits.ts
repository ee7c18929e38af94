/** Pictures of those who speak, out of the library. */
import { readPictures, shownPicture } from '../../../media/index.ts'
import type { Database } from '../../../store/index.ts'
import { focusClass } from '../kit/picture-focus.ts'
import type { Portrait } from './said-props.ts'

/** By the picture's id; one that is not made small yet is not among them. One statement, none without ids. */
export async function readPortraits(
  db: Database,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, Portrait>> {
  const pictures = await readPictures(db, [...new Set(ids.filter((id) => id !== null))])
  return new Map(
    [...pictures].flatMap(([id, picture]) => {
      const shown = shownPicture(picture.file, picture)
      return shown ? [[id, { ...shown, focus: focusClass(picture.focus), credit: picture.credit }] as const] : []
    }),
  )
}
