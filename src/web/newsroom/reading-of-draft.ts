/** A draft read as it stands, with the corrections that still find their statement in it. */
import { applyCorrections, type CorrectedReading, readCorrections } from '../../archive/index.ts'
import { type Reading, type ReadingText, read } from '../../reading/index.ts'
import { type Draft, dayIn, readingTextOf, readSiteSettings } from '../../story/index.ts'
import type { Web } from '../context.ts'

export interface DraftReading {
  text: ReadingText
  /** As read. */
  reading: Reading
  corrected: CorrectedReading
}

/** The day is the one of its publication; until then, today. */
export async function readingOfDraft(web: Web, draft: Draft): Promise<DraftReading> {
  const [{ timeZone }, corrections] = await Promise.all([
    readSiteSettings(web.store.db),
    readCorrections(web.store.db, draft.id),
  ])
  const text = readingTextOf(draft.content, dayIn(timeZone, draft.firstPublishedAt ?? web.now()))
  const reading = read(text)
  return { text, reading, corrected: applyCorrections(reading, text, corrections) }
}
