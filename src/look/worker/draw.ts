/** What sharp makes of an uploaded logo or icon, and the icon in all its sizes. */
import sharp, { type Sharp } from 'sharp'

export type LookTask =
  | { do: 'logo' | 'square'; bytes: Uint8Array; mostPixels: number }
  /** What stands around a drawing where a platform cuts corners off is its ground, a colour. */
  | { do: 'icons'; from: { square: Uint8Array } | { svg: string; ground: string } }

export type DrawnLook =
  | { picture: Uint8Array; width: number; height: number }
  | { icons: Record<IconFile, Uint8Array> }
  | { why: 'not square' | 'too small' }
  /** What sharp said. */
  | { failed: string }

/** By the end of its name. What platforms ask for: browsers' tabs, Apple's home screen, Android's and installed pages. */
export type IconFile = 'favicon.ico' | '32.png' | '180.png' | '192.png' | '512.png' | 'maskable.png'

/** A page shows a logo so large at the most, twice that on dense screens. */
const LOGO_BOX = { width: 1600, height: 400 }
const SQUARE = 512
/** A smaller one would be blown up. */
const LEAST_SQUARE = 180
/** An icon that isn't quite square is taken: so much longer one side may be. */
const ALMOST = 1.02
/** The part of a maskable icon that no platform cuts off (W3C, Web App Manifest: a circle of 40 % radius). */
const SAFE = 0.8

// A thread of its own: libvips needs no others beside it, and memory stays small.
sharp.concurrency(1)
sharp.cache(false)

const open = (bytes: Uint8Array, mostPixels: number) =>
  sharp(bytes, { limitInputPixels: mostPixels, failOn: 'truncated' }).autoOrient().toColourspace('srgb')

export async function drawLook(task: LookTask): Promise<DrawnLook> {
  try {
    if (task.do === 'icons') return await drawIcons(task.from)
    return await (task.do === 'logo' ? drawLogo : drawSquare)(open(task.bytes, task.mostPixels))
  } catch (error) {
    return { failed: String(error) }
  }
}

async function drawLogo(picture: Sharp): Promise<DrawnLook> {
  const whole = await picture.png({ compressionLevel: 1 }).toBuffer()
  // What is empty around it would make it small on the page. Where all of it is, it stays as it is.
  const trimmed = await sharp(whole)
    .trim({ threshold: 1 })
    .png({ compressionLevel: 1 })
    .toBuffer()
    .catch(() => whole)
  const { data, info } = await sharp(trimmed)
    .resize({ ...LOGO_BOX, fit: 'inside', withoutEnlargement: true })
    .webp({ nearLossless: true, quality: 80, effort: 5 })
    .toBuffer({ resolveWithObject: true })
  return { picture: data, width: info.width, height: info.height }
}

async function drawSquare(picture: Sharp): Promise<DrawnLook> {
  const { data, info } = await picture.png({ compressionLevel: 1 }).toBuffer({ resolveWithObject: true })
  const [short = 0, long = 0] = [info.width, info.height].sort((a, b) => a - b)
  if (long > short * ALMOST) return { why: 'not square' }
  if (short < LEAST_SQUARE) return { why: 'too small' }
  const square = await sharp(data).resize(SQUARE, SQUARE, { fit: 'cover' }).png({ compressionLevel: 9 }).toBuffer()
  return { picture: square, width: SQUARE, height: SQUARE }
}

async function drawIcons(from: { square: Uint8Array } | { svg: string; ground: string }): Promise<DrawnLook> {
  const isDrawing = 'svg' in from
  const ground = isDrawing ? from.ground : await cornerOf(from.square)
  // A drawing is drawn anew at each size: 72 is the density at which it is as large as it says.
  const at = (size: number) =>
    isDrawing ? sharp(Buffer.from(from.svg), { density: (72 * size) / SQUARE }) : sharp(from.square)
  const sized = (size: number) => at(size).resize(size, size).ensureAlpha().png({ compressionLevel: 9 })
  const png = (size: number) => sized(size).toBuffer()
  const small = await Promise.all([16, 32, 48].map(async (size) => ({ size, bytes: await png(size) })))
  const maskable = sharp({ create: { width: SQUARE, height: SQUARE, channels: 3, background: ground } })
    // A drawing keeps its edges free by itself.
    .composite([{ input: await png(isDrawing ? SQUARE : Math.round(SQUARE * SAFE)), gravity: 'centre' }])
    .removeAlpha()
  return {
    icons: {
      'favicon.ico': icoOf(small),
      '32.png': await png(32),
      // Apple paints transparent corners black.
      '180.png': await sized(180).flatten({ background: ground }).toBuffer(),
      '192.png': await png(192),
      '512.png': await png(SQUARE),
      'maskable.png': await maskable.png({ compressionLevel: 9 }).toBuffer(),
    },
  }
}

/** The colour that an icon has in its corner; white where it has none. */
async function cornerOf(square: Uint8Array): Promise<string> {
  const [r = 0, g = 0, b = 0, alpha = 0] = await sharp(square)
    .ensureAlpha()
    .extract({ left: 0, top: 0, width: 1, height: 1 })
    .raw()
    .toBuffer()
  return alpha < 255 ? '#fff' : `rgb(${r}, ${g}, ${b})`
}

/** An ICO of PNGs, as every browser since 2009 reads it: a head, a line for each, then the files. */
function icoOf(pictures: readonly { size: number; bytes: Buffer }[]): Buffer {
  const head = Buffer.alloc(6 + pictures.length * 16)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let at = head.length
  for (const [index, { size, bytes }] of pictures.entries()) {
    const line = 6 + index * 16
    head.writeUInt8(size, line)
    head.writeUInt8(size, line + 1)
    head.writeUInt16LE(1, line + 4)
    head.writeUInt16LE(32, line + 6)
    head.writeUInt32LE(bytes.length, line + 8)
    head.writeUInt32LE(at, line + 12)
    at += bytes.length
  }
  return Buffer.concat([head, ...pictures.map(({ bytes }) => bytes)])
}
