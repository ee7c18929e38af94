/** Whether a PDF is whole, and how many pages it has. */
import { open } from 'node:fs/promises'
import type { AttachmentRead, WhyNotRead } from './read-media.ts'

/** In bytes: the mark at the end has to stand within the last (ISO 32000-1, annex H, note 18). */
const END = 2048
const PIECE = 1024 * 1024
/** More than the longest word that is looked for. */
const OVERLAP = 64

export async function readPdf(path: string): Promise<AttachmentRead | { why: WhyNotRead }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const end = Buffer.alloc(Math.min(END, size))
    await file.read(end, 0, end.length, size - end.length)
    if (!end.includes('%%EOF')) return { why: 'cut off' }
    let [pages, before] = [0, '']
    const counts = new Set<number>()
    const piece = Buffer.alloc(PIECE)
    for (let at = 0; at < size; at += PIECE) {
      const { bytesRead } = await file.read(piece, 0, PIECE, at)
      // What only begins in a piece is read with the next one.
      const text = before + piece.toString('latin1', 0, bytesRead)
      const isLast = at + PIECE >= size
      const until = isLast ? text.length : Math.max(0, text.length - OVERLAP)
      for (const { index } of text.matchAll(/\/Type\s?\/Page(?![A-Za-z])/g)) if (index < until) pages += 1
      for (const { index, 1: count } of text.matchAll(/\/Count (\d{1,6})/g))
        if (index < until) counts.add(Number(count))
      before = text.slice(until)
    }
    // Most newer ones keep their pages packed: nothing is said of those. An outline has a count as well.
    return { format: 'pdf', ...NOTHING_SEEN, pages: pages > 0 && counts.has(pages) ? pages : null }
  } finally {
    await file.close()
  }
}

const NOTHING_SEEN = { duration: null, width: null, height: null }
