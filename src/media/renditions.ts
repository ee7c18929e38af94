/** The smaller pictures that are made of each: how wide, of which kind, where they lie, and how a page names them. */

export type RenditionKind = 'webp' | 'jpeg'

/** One file that readers are sent. */
export interface Rendition {
  /** In pixels. */
  width: number
  kind: RenditionKind
  bytes: number
}

/** WebP for browsers, by width of screen and density. */
const WEBP_WIDTHS = [320, 640, 960, 1440, 2048]
/** JPEG for what reads no WebP, and for cards of other sites. */
const JPEG_WIDTHS = [640, 1200, 2048]
/** A drawing in few pixels is not blown up; the smallest file is as wide as the picture. */
const widthsFor = (widths: readonly number[], width: number): number[] => {
  const smaller = widths.filter((one) => one < width)
  const largest = Math.max(...widths)
  return width > largest ? [...widths] : [...smaller, width]
}

/** What is to be made of a picture of that width, the smallest first. */
export const renditionsFor = (width: number): Pick<Rendition, 'width' | 'kind'>[] =>
  [
    ...widthsFor(WEBP_WIDTHS, width).map((one) => ({ width: one, kind: 'webp' as const })),
    ...widthsFor(JPEG_WIDTHS, width).map((one) => ({ width: one, kind: 'jpeg' as const })),
  ].sort((a, b) => a.width - b.width)

/** Of what is to be made of a picture, what is not made yet. */
export const missingRenditions = ({
  width,
  renditions,
}: {
  width: number
  renditions: readonly Rendition[]
}): Pick<Rendition, 'width' | 'kind'>[] => {
  const made = new Set(renditions.map(fileNameOf))
  return renditionsFor(width).filter((one) => !made.has(fileNameOf(one)))
}

/** "640.webp" */
export const fileNameOf = ({ width, kind }: Pick<Rendition, 'width' | 'kind'>): string =>
  `${width}.${kind === 'jpeg' ? 'jpg' : kind}`

/** The address of a rendition: it names what is in it, so it can be kept for ever. */
export const renditionAddress = (file: string, rendition: Pick<Rendition, 'width' | 'kind'>): string =>
  `/pictures/${file}/${fileNameOf(rendition)}`

/** A picture as a page shows it. Sizes are of the whole picture, in pixels. */
export interface ShownPicture {
  width: number
  height: number
  /** For browsers without WebP, and cards; the largest JPEG of at most 1,200. */
  src: string
  srcset: string
}

/** Null as long as nothing of it is made. */
export function shownPicture(
  file: string,
  { width, height, renditions }: { width: number; height: number; renditions: readonly Rendition[] },
): ShownPicture | null {
  const webp = renditions.filter(({ kind }) => kind === 'webp')
  const jpeg = renditions.filter((one) => one.kind === 'jpeg' && one.width <= 1200)
  const src = jpeg.at(-1) ?? webp.at(-1)
  if (!src) return null
  const srcset = webp.map((one) => `${renditionAddress(file, one)} ${one.width}w`).join(', ')
  return { width, height, src: renditionAddress(file, src), srcset }
}

/** The smallest file that is made of a picture, for a face beside a name; null as long as none is. */
export function smallestRendition({
  file,
  renditions,
}: {
  file: string
  renditions: readonly Rendition[]
}): string | null {
  const [smallest] = [...renditions].sort((a, b) => a.width - b.width)
  return smallest ? renditionAddress(file, smallest) : null
}
