/** An uploaded logo or icon: looked at, made ready for pages, and put in its place. */
import { createHash } from 'node:crypto'
import { MOST_PIXELS, pictureFormat, type UploadedFile, type WhyNot, whyNotRead } from '../media/index.ts'
import { lookMessages as m, pictureMessages } from '../messages/index.ts'
import type { LaidOver, Store } from '../store/index.ts'
import { inLookThread } from './apart.ts'
import { keepLookFile } from './files.ts'
import { keepLook, type Look, type LookPicture } from './look.ts'

const WHY: Record<WhyNot | 'not square' | 'too small' | 'too long', () => string> = {
  'no picture': () => pictureMessages.noPicture,
  'cut off': () => pictureMessages.cutOff,
  'too many pixels': () => pictureMessages.tooManyPixels(MOST_PIXELS / 1e6),
  'too long': () => pictureMessages.tooLong,
  'not square': () => m.notSquare,
  'too small': () => m.tooSmall,
}

/**
 * Puts an uploaded file in the place of a logo or icon, or says in a sentence why it can't be. Its sender was `shown`
 * the name of the one that was there; where somebody has put another there meanwhile, nothing is kept (`both`).
 */
export async function replaceLookPicture(
  store: Store,
  { place, shown, file, by }: { place: LookPicture; shown: string; file: Omit<UploadedFile, 'name'>; by: string },
  now: number,
): Promise<{ laid: LaidOver<Look> } | { problem: string }> {
  const made = await makePicture(place, file)
  if ('problem' in made) return made
  return store.transaction(now, async (tx) => {
    await keepLookFile(tx, made.name, made.bytes)
    return { laid: await keepLook(tx, { shown: { [place]: shown }, wanted: { [place]: made.name } }, by) }
  })
}

async function makePicture(
  place: LookPicture,
  file: Omit<UploadedFile, 'name'>,
): Promise<{ name: string; bytes: Uint8Array } | { problem: string }> {
  const format = pictureFormat(file)
  if (typeof format !== 'string') return format
  const drawn = await inLookThread({
    do: place === 'icon' ? 'square' : 'logo',
    bytes: file.bytes,
    mostPixels: MOST_PIXELS,
  })
  if ('failed' in drawn) return { problem: WHY[whyNotRead(drawn.failed)]() }
  if ('why' in drawn) return { problem: WHY[drawn.why]() }
  if (!('picture' in drawn)) throw new Error('a logo was not drawn')
  const hash = createHash('sha256').update(drawn.picture).digest('hex').slice(0, 16)
  const name = place === 'icon' ? `icon-${hash}.png` : `logo-${hash}-${drawn.width}x${drawn.height}.webp`
  return { name, bytes: drawn.picture }
}
