/** A thread that reads pictures, and makes what is smaller of them. The build makes a file of its own of it. */
import { readFile } from 'node:fs/promises'
import { eachTask } from '../../threads/index.ts'
import { type Rendition, renditionsFor } from '../renditions.ts'
import type { WhyNot } from '../why-not.ts'
import { FIRST, lookAtPicture, makeRenditions, type PictureRead } from './read-picture.ts'

type Wanted = Pick<Rendition, 'width' | 'kind'>

export type PictureTask =
  | { do: 'read'; path: string; folder: string }
  | { do: 'render'; path: string; folder: string; wanted: readonly Wanted[]; animated: boolean }

/** Of reading: what it is, with its first renditions made, so that a file that ends too early is noticed. */
export type PictureDone = { read: PictureRead; renditions: Rendition[] } | { renditions: Rendition[] } | { why: WhyNot }

eachTask(async (task: PictureTask) => {
  const file = await readFile(task.path)
  return task.do === 'read' ? read(file, task.folder) : render(file, task)
})

async function read(bytes: Buffer, folder: string): Promise<PictureDone> {
  const found = await lookAtPicture(bytes)
  if ('why' in found) return found
  const wanted = renditionsFor(found.width).filter(({ kind, width }) => kind === 'webp' && width <= FIRST)
  const renditions = await makeRenditions(bytes, { wanted, animated: found.animated, folder })
  return 'why' in renditions ? renditions : { read: found, renditions }
}

async function render(
  bytes: Buffer,
  { folder, wanted, animated }: { folder: string; wanted: readonly Wanted[]; animated: boolean },
) {
  const renditions = await makeRenditions(bytes, { wanted, animated, folder })
  return 'why' in renditions ? renditions : { renditions }
}
