/** What a file is, by its first bytes: its name and what a browser says of it are only claims. */

/** What is taken. HEIC is only where AVIF is what is inside; phones' own HEIC can't be read. */
export type PictureFormat = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'
/** What is known, and refused with a sentence of its own. */
export type OtherFormat = 'heic' | 'svg' | 'tiff' | 'pdf' | 'raw or other'

/** A picture of more pixels is refused before it is unpacked. */
export const MOST_PIXELS = 200_000_000

/** Whether a program made a picture, or had a part in it, as its file says. */
export type AiPart = '' | 'made' | 'edited'

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))

const begins = (bytes: Uint8Array, ...signature: number[]): boolean => signature.every((byte, i) => bytes[i] === byte)

/** Brands of the ISO base media file format (ISO/IEC 23008-12, annex B; AV1 Image File Format, section 6). */
const AVIF_BRANDS = ['avif', 'avis']
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

/** Says what `bytes` begins as; the first 4 KB are enough. */
export function formatOf(bytes: Uint8Array): PictureFormat | OtherFormat {
  if (begins(bytes, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (/^GIF8[79]a$/.test(ascii(bytes, 0, 6))) return 'gif'
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp'
  if (ascii(bytes, 4, 8) === 'ftyp') {
    const size = ((bytes[2] ?? 0) << 8) | (bytes[3] ?? 0)
    const brands: string[] = []
    for (let at = 8; at + 4 <= Math.min(size, 256); at += at === 8 ? 8 : 4) brands.push(ascii(bytes, at, at + 4))
    if (brands.some((brand) => AVIF_BRANDS.includes(brand))) return 'avif'
    if (brands.some((brand) => HEIC_BRANDS.includes(brand))) return 'heic'
  }
  if (['II*\0', 'MM\0*'].includes(ascii(bytes, 0, 4))) return 'tiff'
  if (ascii(bytes, 0, 5) === '%PDF-') return 'pdf'
  return /^\uFEFF?\s*</.test(new TextDecoder().decode(bytes.subarray(0, 64))) &&
    /<svg[\s>]/i.test(new TextDecoder().decode(bytes.subarray(0, 4096)))
    ? 'svg'
    : 'raw or other'
}
