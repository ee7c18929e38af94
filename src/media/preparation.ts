/** How far the sizes of pictures have come that readers are sent. */
import { type Database, readDeadJobs } from '../store/index.ts'
import type { LibraryPicture } from './picture.ts'
import { missingRenditions } from './renditions.ts'

export type Preparation = 'going on' | 'failed'

/** Of these pictures those that lack a size, by id: it is being made, or was given up. */
export async function readPreparation(
  db: Database,
  pictures: readonly LibraryPicture[],
): Promise<ReadonlyMap<string, Preparation>> {
  const unfinished = pictures.filter((picture) => missingRenditions(picture).length > 0)
  if (unfinished.length === 0) return new Map()
  const dead = (await readDeadJobs(db)).filter(({ kind }) => kind === 'pictures.render').map(({ key }) => key)
  return new Map(unfinished.map(({ id }) => [id, dead.includes(id) ? 'failed' : 'going on']))
}
