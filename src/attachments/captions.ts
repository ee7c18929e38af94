/** Captions of audio and video: WebVTT, which browsers read; SubRip (SRT) is made into it. */
import { attachmentMessages as m } from '../messages/index.ts'

/** In bytes; those of a film of three hours have some 200 KB. */
export const MOST_CAPTIONS = 1024 * 1024

/** Where a cue stands: hours may be missing, and SubRip has a comma where WebVTT has a point. */
const TIMES = /^(?:(\d{1,3}):)?(\d\d:\d\d)[.,](\d{3})[ \t]+-->[ \t]+(?:(\d{1,3}):)?(\d\d:\d\d)[.,](\d{3})/

/** The captions as WebVTT, or a sentence that says what to put right. */
export function readCaptions(bytes: Uint8Array): { vtt: string } | { problem: string } {
  if (bytes.length > MOST_CAPTIONS) return { problem: m.captionsTooLarge(MOST_CAPTIONS / 1024 ** 2) }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n').replaceAll('\0', '')
  } catch {
    return { problem: m.captionsNotUtf8 }
  }
  const lines = text.split('\n')
  if (!lines.some((line) => TIMES.test(line))) return { problem: m.noCaptions }
  if (/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? '')) return { vtt: ended(text) }
  // SubRip begins with a number or with the first cue's times.
  const first = lines.find((line) => line.trim() !== '') ?? ''
  return /^\d{1,9}$/.test(first.trim()) || TIMES.test(first)
    ? { vtt: ended(`WEBVTT\n\n${lines.map(cueLine).join('\n').trim()}`) }
    : { problem: m.noCaptions }
}

const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`)

/** A line of SubRip as WebVTT has it: times with points, and nothing that would be taken for times or placed by another player. */
function cueLine(line: string): string {
  const [whole, h1, at1, ms1, h2, at2, ms2] = TIMES.exec(line) ?? []
  if (whole) return `${(h1 ?? '0').padStart(2, '0')}:${at1}.${ms1} --> ${(h2 ?? '0').padStart(2, '0')}:${at2}.${ms2}`
  return line
    .replaceAll('-->', '→')
    .replace(/\{\\[^{}]{0,40}\}/g, '')
    .replace(/<\/?font[^<>]{0,100}>/gi, '')
}
