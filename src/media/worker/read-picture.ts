/** What sharp makes of a file: its size as it is seen, a first small picture, and the others. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { MOST_PIXELS } from '../formats.ts'
import { fileNameOf, type Rendition } from '../renditions.ts'
import { type WhyNot, whyNotRead } from '../why-not.ts'
import { type FileFacts, readFacts } from './facts.ts'

/** As many of a moving picture are moved; a bomb has more. */
const MOST_FRAMES_PIXELS = 100_000_000

export interface PictureRead extends FileFacts {
  width: number
  height: number
  animated: boolean
}

/** As wide as a column of text on most screens: what there is until all are made. */
export const FIRST = 960

// A thread of its own: libvips needs no others beside it, and memory stays small.
sharp.concurrency(1)
sharp.cache(false)

const open = (file: Buffer, animated = false) =>
  sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'truncated', animated, unlimited: false })

/** Looks at a file without keeping anything. */
export async function lookAtPicture(file: Buffer): Promise<PictureRead | { why: WhyNot }> {
  try {
    const { width = 0, height = 0, pages = 1, autoOrient } = await open(file).metadata()
    const seen = { width: autoOrient.width || width, height: autoOrient.height || height }
    if (seen.width * seen.height * pages > (pages > 1 ? MOST_FRAMES_PIXELS : MOST_PIXELS))
      return { why: 'too many pixels' }
    return { ...seen, animated: pages > 1, ...readFacts(file) }
  } catch (error) {
    return { why: whyNotRead(String(error)) }
  }
}

/**
 * Makes renditions of a file in `folder`: turned as the camera says, in sRGB, with nothing of what the
 * file says of itself.
 */
export async function makeRenditions(
  file: Buffer,
  {
    wanted,
    animated,
    folder,
  }: { wanted: readonly Pick<Rendition, 'width' | 'kind'>[]; animated: boolean; folder: string },
): Promise<Rendition[] | { why: WhyNot }> {
  const made: Rendition[] = []
  const small = smallerOf(file, { wanted, animated })
  for (;;) {
    const next = await small.next().catch((error: unknown) => ({ why: whyNotRead(String(error)) }))
    if ('why' in next) return next
    if (next.done) return made
    const { bytes, ...one } = next.value
    // Where there is no room for it, that is no fault of the picture's: it is thrown.
    await writeFile(join(folder, fileNameOf(one)), bytes)
    made.push({ ...one, bytes: bytes.length })
  }
}

async function* smallerOf(
  file: Buffer,
  { wanted, animated }: { wanted: readonly Pick<Rendition, 'width' | 'kind'>[]; animated: boolean },
) {
  // Unpacked once, at the largest size that is wanted: the others are made of that.
  const still = await open(file)
    .autoOrient()
    .resize({ width: Math.max(...wanted.map((one) => one.width)), withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const raw = { width: still.info.width, height: still.info.height, channels: still.info.channels }
  for (const one of wanted) {
    const moves = animated && one.kind === 'webp'
    const source = moves ? open(file, true) : sharp(still.data, { raw })
    const sized = source.resize({ width: one.width, withoutEnlargement: true })
    const bytes =
      one.kind === 'webp'
        ? await sized.webp({ quality: 76, smartSubsample: true }).toBuffer()
        : await sized.flatten({ background: '#fff' }).jpeg({ quality: 80, progressive: true }).toBuffer()
    yield { ...one, bytes }
  }
}
