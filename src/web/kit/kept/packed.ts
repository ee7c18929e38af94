/**
 * A text's bytes in the encodings that are asked for. Only packed ones are kept; the few who take none are sent what is
 * unpacked from them. What is first asked for is packed quickly, and well, in a thread, when it is asked for again.
 * Why so: docs/decisions/043.
 */
import {
  type BrotliOptions,
  brotliCompress,
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  gunzipSync,
  gzip,
  gzipSync,
} from 'node:zlib'

const ENCODINGS = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof ENCODINGS)[number]
type Packing = Exclude<Encoding, 'identity'>

/** 'quick' takes a third of the time of 'well', for some 8 to 20 per cent more bytes. */
type Quality = 'quick' | 'well'
const BROTLI: Record<Quality, number> = { quick: 2, well: 6 }
const GZIP: Record<Quality, number> = { quick: 1, well: 9 }

export interface Packed {
  /** In bytes, of all that is held at present. */
  readonly size: number
  /** The bytes, and how well they are packed: their tag has to differ where they do. */
  bytes(encoding: Encoding): { bytes: Buffer; quality: Quality }
}

/** `isForGood`: what others keep for ever is packed well at once. `resized`: told by how many bytes more, or fewer, are held from now on. */
export function packText(
  text: Buffer,
  { isForGood, resized }: { isForGood: boolean; resized(by: number): void },
): Packed {
  const copies: Partial<Record<Packing, { bytes: Buffer; quality: Quality }>> = {}
  /** Until the first copy is packed. */
  let plain: Buffer | null = text
  let size = text.length
  const improved = new Set<Packing>()

  const put = (encoding: Packing, bytes: Buffer, quality: Quality) => {
    const before = (copies[encoding]?.bytes.length ?? 0) + (plain?.length ?? 0)
    const copy = { bytes: exactly(bytes), quality }
    copies[encoding] = copy
    plain = null
    size += bytes.length - before
    resized(bytes.length - before)
    return copy
  }
  const unpacked = (): Buffer => {
    if (plain) return plain
    return copies.br ? brotliDecompressSync(copies.br.bytes) : gunzipSync(copies.gzip?.bytes ?? '')
  }
  const packWellOnce = (encoding: Packing) => {
    if (improved.has(encoding)) return
    improved.add(encoding)
    const from = unpacked()
    // As it is packed already it can be read as well, so what goes wrong here changes nothing.
    const done = (error: Error | null, bytes: Buffer) => error || put(encoding, bytes, 'well')
    if (encoding === 'br') brotliCompress(from, brotliOptions('well', from), done)
    else gzip(from, { level: GZIP.well }, done)
  }
  return {
    get size() {
      return size
    },
    bytes(encoding) {
      if (encoding === 'identity') {
        const bytes = lastUnpacked(copies, unpacked)
        if (plain) packWellOnce('br')
        return { bytes, quality: 'well' }
      }
      const known = copies[encoding]
      if (!known) {
        const quality = isForGood ? 'well' : 'quick'
        return put(encoding, pack(encoding, unpacked(), quality), quality)
      }
      if (known.quality === 'quick') packWellOnce(encoding)
      return known
    },
  }
}

const brotliOptions = (quality: Quality, plain: Buffer): BrotliOptions => ({
  params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI[quality], [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
})

const pack = (encoding: Packing, plain: Buffer, quality: Quality): Buffer =>
  encoding === 'br'
    ? brotliCompressSync(plain, brotliOptions(quality, plain))
    : gzipSync(plain, { level: GZIP[quality] })

/** In memory of its own: what zlib gives is a slice of 16 KB. */
const exactly = (bytes: Buffer): Buffer => Buffer.from(new Uint8Array(bytes).buffer)

/** The one that was unpacked last: who measures a site, or watches it, asks for one page over and over. */
let last: { of: object; bytes: Buffer } | null = null

function lastUnpacked(of: object, unpack: () => Buffer): Buffer {
  if (last?.of !== of) last = { of, bytes: unpack() }
  return last.bytes
}

/** The smallest encoding that the request takes (RFC 9110, section 12.5.3); q=0 says no. */
export function chooseEncoding(accept: string | undefined): Encoding {
  if (!accept) return 'identity'
  for (const encoding of ['br', 'gzip'] as const) {
    const at = accept.indexOf(encoding)
    if (at >= 0 && !/^\s*;\s*q=0(\.0*)?\s*(,|$)/.test(accept.slice(at + encoding.length))) return encoding
  }
  return 'identity'
}
