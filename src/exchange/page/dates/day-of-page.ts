/** The day that a page's words are read as of: what "Thursday" is counted from. */
import type { Database } from '../../../store/index.ts'
import { type Block, type Draft, readSourcePages } from '../../../story/index.ts'
import type { ImportedPage } from '../page.ts'

export interface DayOfPage {
  /** YYYY-MM-DD */
  day: string
  /** False where it is only likely. */
  sure: boolean
}

/** The page's day, where it states one, or where the top of it names a day of which only the year is left open. */
export function dayOfPage({ content, date }: Pick<ImportedPage, 'content' | 'date'>): DayOfPage | null {
  if (date.sure) return { day: date.edtf, sure: true }
  const [, year, month, day] = /^(\d{4})\?-(\d\d)-(\d\d)$/.exec(date.edtf) ?? []
  if (!year || !month || !day) return null
  const first = content.body.find(({ type }) => type === 'paragraph')
  const top = [content.headline, content.standfirst, content.dateline, content.picture?.caption, textOf(first)].join(
    '\n',
  )
  const name = MONTHS[Number(month) - 1] as string
  // linear: it is words and figures of its own, and repeats nothing.
  const named = new RegExp(
    `\\b(?:${name}|${name.slice(0, 3)}\\.?) 0?${Number(day)}\\b|\\b0?${Number(day)}(?:st|nd|rd|th)? (?:of )?${name.slice(0, 3)}`,
    'i',
  )
  // A day further down is as often one to come, or long gone.
  return named.test(top) ? { day: `${year}-${month}-${day}`, sure: false } : null
}

/** The day of the page that a draft was made from; null where it was typed, or the page does not tell. */
export async function dayOfSourcePage(db: Database, draft: Draft): Promise<DayOfPage | null> {
  const pages = await readSourcePages(db, draft.id)
  // What was pasted into it later tells of no day.
  const report = pages.map((page) => page.report as Pick<ImportedPage, 'date'>).find(({ date }) => date)
  return report?.date ? dayOfPage({ content: draft.content, date: report.date }) : null
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const textOf = (block: Block | undefined): string => (block && 'text' in block ? block.text : '')
