import { exchangeMessages as m } from '../../messages/index.ts'
import { decodePage, isHtml } from './decode.ts'
import { whyNotAPage } from './not-a-page.ts'
import type { ImportedPage, PageInput, ReadOptions } from './page.ts'

/**
 * A page as a reader copied it, text or HTML, as a story: headline, caption,
 * body blocks, what is known of its date, and what was left out and why.
 * { problem } is one sentence for whoever brought the page.
 */
export async function readPage(input: PageInput, options: ReadOptions): Promise<ImportedPage | { problem: string }> {
  const decoded = decodePage(input)
  if ('problem' in decoded) return decoded
  const { text } = decoded
  if (text.trim() === '') return { problem: m.empty }
  const problem = whyNotAPage(text)
  if (problem) return { problem }
  // Loaded when they are needed: a server at rest carries no reader of pages, and no HTML parser, which both need.
  return isHtml(text, input)
    ? (await import('./html/html-page.ts')).readHtmlPage(text, options)
    : (await import('./text/text-page.ts')).readTextPage(text, options)
}
