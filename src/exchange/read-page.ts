import { decodePage, isHtml } from './decode.ts'
import { whyNotAPage } from './not-a-page.ts'
import type { ImportedPage, PageInput, ReadOptions } from './page.ts'
import { readTextPage } from './text/text-page.ts'

/**
 * A page as a reader copied it, text or HTML, as a story: headline, caption,
 * body blocks, what is known of its date, and what was left out and why.
 * { problem } is one sentence for whoever brought the page.
 */
export async function readPage(input: PageInput, options: ReadOptions): Promise<ImportedPage | { problem: string }> {
  const decoded = decodePage(input)
  if ('problem' in decoded) return decoded
  const { text } = decoded
  if (text.trim() === '') return { problem: 'There is nothing on this page. Copy the story’s words and try again.' }
  const problem = whyNotAPage(text)
  if (problem) return { problem }
  if (!isHtml(text, input)) return readTextPage(text, options)
  // Loaded when it is needed: a server at rest does not carry an HTML parser.
  const { readHtmlPage } = await import('./html/html-page.ts')
  return readHtmlPage(text, options)
}
