/** A draft read as it stands, with the corrections that still find their statement in it. */
import { applyCorrections, type CorrectedReading, readCorrections } from '../../../archive/index.ts'
import { dayOfSourcePage } from '../../../exchange/page/index.ts'
import { readSiteSettings } from '../../../publication/index.ts'
import { type Reading, type ReadingText, read } from '../../../reading/index.ts'
import { type Draft, dayIn, readingTextOf } from '../../../story/index.ts'
import type { Web } from '../../context.ts'
import { oncePerDraft } from '../kit/once-per-draft.ts'

/** The day that a draft's times are counted from, YYYY-MM-DD, and which day that is; `likely` where the page does not say it in full. */
export interface CountedFrom {
  day: string
  of: 'publication' | 'page' | 'likely' | 'today'
}

export interface DraftReading {
  text: ReadingText
  date: CountedFrom
  /** As read. */
  reading: Reading
  corrected: CorrectedReading
}

type AsRead = Pick<DraftReading, 'text' | 'reading'>

export async function readingOfDraft(web: Web, draft: Draft): Promise<DraftReading> {
  const [{ timeZone }, corrections] = await Promise.all([
    readSiteSettings(web.store.db),
    readCorrections(web.store.db, draft.id),
  ])
  const date = await dateOf(web, draft, timeZone)
  const { text, reading } = oncePerDraft(web, draft, `reading ${date.day}`, (): AsRead => {
    const text = readingTextOf(draft.content, date.day)
    return { text, reading: read(text) }
  })
  return { text, date, reading, corrected: applyCorrections(reading, text, corrections) }
}

/** The day of its publication; until then that of the page it was made from, where it has one that tells; else today. */
async function dateOf(web: Web, draft: Draft, timeZone: string): Promise<CountedFrom> {
  if (draft.firstPublishedAt !== null) return { day: dayIn(timeZone, draft.firstPublishedAt), of: 'publication' }
  const page = await dayOfSourcePage(web.store.db, draft)
  if (page) return { day: page.day, of: page.sure ? 'page' : 'likely' }
  return { day: dayIn(timeZone, web.now()), of: 'today' }
}
