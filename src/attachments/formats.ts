/** What a file is, by its first bytes: its name and what a browser says of it are only claims. */

/** What is kept. M4A and MP4 are one container, and so are the two of WebM: by whether there is something to see in it. */
export type AttachmentFormat = 'pdf' | 'mp3' | 'm4a' | 'aac' | 'ogg' | 'wav' | 'flac' | 'weba' | 'mp4' | 'webm'

export type AttachmentKind = 'pdf' | 'audio' | 'video'

/** What is looked into to find the format. */
export type Container = 'pdf' | 'mp3' | 'adts' | 'mp4' | 'ogg' | 'wav' | 'flac' | 'webm'

/** What is known, and refused with a sentence of its own. */
export type RefusedFile = 'quicktime' | 'matroska' | 'page' | 'picture' | 'office' | 'other'

/** Of each format: the media type that readers are told (RFC 6713 names none for WAV; this is what browsers play), and what it is. */
const FORMATS: Record<AttachmentFormat, { type: string; kind: AttachmentKind }> = {
  pdf: { type: 'application/pdf', kind: 'pdf' },
  mp3: { type: 'audio/mpeg', kind: 'audio' },
  m4a: { type: 'audio/mp4', kind: 'audio' },
  aac: { type: 'audio/aac', kind: 'audio' },
  ogg: { type: 'audio/ogg', kind: 'audio' },
  wav: { type: 'audio/wav', kind: 'audio' },
  flac: { type: 'audio/flac', kind: 'audio' },
  weba: { type: 'audio/webm', kind: 'audio' },
  mp4: { type: 'video/mp4', kind: 'video' },
  webm: { type: 'video/webm', kind: 'video' },
}

export const mediaTypeOf = (format: AttachmentFormat): string => FORMATS[format].type
export const attachmentKind = (format: AttachmentFormat): AttachmentKind => FORMATS[format].kind

/** How many of a file's first bytes tell what it is. */
export const TELLING_BYTES = 4096

/** Brands of Apple's own container, which looks like MP4 and is not played by all browsers. */
const QUICKTIME = ['qt  ']
/** Pictures in the same container. */
const PICTURE_BRANDS = ['avif', 'avis', 'heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

/** Says what `bytes` begins as. */
export function containerOf(bytes: Uint8Array): Container | RefusedFile {
  const words = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)))
  const begins = (...signature: number[]) => signature.every((byte, i) => bytes[i] === byte)
  if (words(0, 5) === '%PDF-') return 'pdf'
  if (words(4, 8) === 'ftyp') {
    const brand = words(8, 12)
    return QUICKTIME.includes(brand) ? 'quicktime' : PICTURE_BRANDS.includes(brand) ? 'picture' : 'mp4'
  }
  // Older films of Apple's begin with what is in them.
  if (['moov', 'mdat', 'wide', 'free', 'skip'].includes(words(4, 8))) return 'quicktime'
  if (words(0, 4) === 'OggS') return 'ogg'
  if (words(0, 4) === 'fLaC') return 'flac'
  if (words(0, 4) === 'RIFF' && words(8, 12) === 'WAVE') return 'wav'
  if (begins(0x1a, 0x45, 0xdf, 0xa3)) return words(0, 64).includes('webm') ? 'webm' : 'matroska'
  // The tag that MP3s begin with, or the first frame: eleven bits set, then version and layer (ISO/IEC 13818-3, 13818-7).
  if (words(0, 3) === 'ID3') return 'mp3'
  const [first = 0, second = 0] = bytes
  if (first === 0xff && (second & 0xf6) === 0xf0) return 'adts'
  if (first === 0xff && (second & 0xe6) === 0xe2) return 'mp3'
  if (isPicture(begins, words)) return 'picture'
  if (begins(0x50, 0x4b, 0x03, 0x04) || begins(0xd0, 0xcf, 0x11, 0xe0)) return 'office'
  return /^\uFEFF?\s*</.test(new TextDecoder().decode(bytes.subarray(0, 256))) ? 'page' : 'other'
}

const isPicture = (begins: (...signature: number[]) => boolean, words: (from: number, to: number) => string): boolean =>
  begins(0xff, 0xd8, 0xff) ||
  begins(0x89, 0x50, 0x4e, 0x47) ||
  words(0, 4) === 'GIF8' ||
  (words(0, 4) === 'RIFF' && words(8, 12) === 'WEBP')
