/** What audio and video say of themselves: how long they play, how large they are, and whether browsers can play them. */
import { open } from 'node:fs/promises'
import { ADTS, FilePathSource, FLAC, Input, type InputFormat, MP3, MP4, OGG, WAVE, WEBM } from 'mediabunny'
import type { AttachmentFormat, Container } from '../formats.ts'

export interface AttachmentRead {
  format: AttachmentFormat
  /** In milliseconds. */
  duration: number | null
  /** As it is seen, in pixels. */
  width: number | null
  height: number | null
  pages: number | null
}

export type WhyNotRead = 'cut off' | 'nothing to play' | 'codec'

const INPUTS: Record<Exclude<Container, 'pdf'>, InputFormat> = {
  ...{ mp3: MP3, adts: ADTS, mp4: MP4, ogg: OGG, wav: WAVE, flac: FLAC, webm: WEBM },
}

/** What every browser of today plays, Safari's old ones aside: HEVC, ProRes, AC-3 and ALAC are not among it. */
const VIDEO_CODECS = ['avc', 'vp8', 'vp9', 'av1']
const isPlayedAudio = (codec: string | null): boolean =>
  codec !== null && (['aac', 'mp3', 'opus', 'vorbis', 'flac'].includes(codec) || codec.startsWith('pcm-'))

export async function readMedia(
  path: string,
  container: Exclude<Container, 'pdf'>,
): Promise<AttachmentRead | { why: WhyNotRead }> {
  if (await endsEarly(path, container)) return { why: 'cut off' }
  const input = new Input({ formats: [INPUTS[container]], source: new FilePathSource(path) })
  try {
    const video = await input.getPrimaryVideoTrack()
    const audio = await input.getPrimaryAudioTrack()
    if (!video && !audio) return { why: 'nothing to play' }
    if (video && !VIDEO_CODECS.includes((await video.getCodec()) ?? '')) return { why: 'codec' }
    if (audio && !isPlayedAudio(await audio.getCodec())) return { why: 'codec' }
    // Ogg is for sound here: films in it have gone from browsers.
    if (video && container !== 'mp4' && container !== 'webm') return { why: 'codec' }
    const seconds = await input.computeDuration()
    return {
      format: formatOf(container, video !== null),
      duration: Number.isFinite(seconds) && seconds > 0 && seconds < MOST_SECONDS ? Math.round(seconds * 1000) : null,
      width: video ? Math.round(await video.getDisplayWidth()) : null,
      height: video ? Math.round(await video.getDisplayHeight()) : null,
      pages: null,
    }
  } catch {
    // What the library can't make sense of has no code of its own.
    return { why: 'cut off' }
  } finally {
    input.dispose()
  }
}

/** Twenty days: whatever says more is not to be believed. */
const MOST_SECONDS = 20 * 24 * 3600

const formatOf = (container: Exclude<Container, 'pdf'>, hasVideo: boolean): AttachmentFormat =>
  container === 'adts'
    ? 'aac'
    : container === 'mp4'
      ? hasVideo
        ? 'mp4'
        : 'm4a'
      : container === 'webm'
        ? hasVideo
          ? 'webm'
          : 'weba'
        : container

/** Whether a file is shorter than it says itself; the library reads what there is. */
async function endsEarly(path: string, container: Container): Promise<boolean> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const head = Buffer.alloc(16)
    const beginning = Buffer.alloc(512)
    if (container === 'wav') {
      await file.read(head, 0, 8, 0)
      const said = head.readUInt32LE(4)
      // What was written while it was recorded says nothing, or all ones.
      return said !== 0 && said !== 0xffffffff && said + 8 > size
    }
    if (container === 'webm') {
      const { bytesRead } = await file.read(beginning, 0, beginning.length, 0)
      return segmentEnd(beginning.subarray(0, bytesRead)) > size
    }
    if (container !== 'mp4') return false
    // Box after box (ISO/IEC 14496-12, 4.2): each says where the next begins.
    for (let [at, boxes] = [0, 0]; at < size && boxes < MOST_BOXES; boxes++) {
      const { bytesRead } = await file.read(head, 0, 16, at)
      if (bytesRead < 8) return true
      const short = head.readUInt32BE(0)
      const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short
      if (length < 8 || at + length > size) return true
      at += length
    }
    return false
  } finally {
    await file.close()
  }
}

/** Where the one segment of a WebM file ends (RFC 8794, section 4); 0 where it does not say, as while it was recorded. */
function segmentEnd(bytes: Buffer): number {
  // How long a number is, the zeros before its first bit say; that bit counts no more.
  const number = (at: number): { value: number; next: number } => {
    const first = bytes[at] ?? 0
    const length = Math.clz32(first) - 23
    let value = first & (0xff >> length)
    for (let i = 1; i < length; i++) value = value * 256 + (bytes[at + i] ?? 0)
    const isUnknown = value === 2 ** (7 * length) - 1
    return { value: isUnknown ? Number.NaN : value, next: at + length }
  }
  const header = number(4)
  const segment = header.next + header.value
  if (segment + 12 > bytes.length || bytes.readUInt32BE(segment) !== SEGMENT) return 0
  const { value, next } = number(segment + 4)
  return Number.isNaN(value) ? 0 : next + value
}

const SEGMENT = 0x18538067

/** A recording in fragments has two for each second or so. */
const MOST_BOXES = 100_000
