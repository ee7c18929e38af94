/** Where a text says something in somebody's own words: the spans between quotation marks. */
export interface Quotation {
  /** Of the words between the marks, in UTF-16 code units. */
  from: number
  to: number
  /** Opened and never closed in this paragraph: a quotation that runs on into the next one, or a slip. */
  open: boolean
}

const CLOSES: Record<string, string> = { '“': '”', '„': '“', '«': '»', '"': '"', '「': '」' }

/** The quotations of one paragraph, outermost only, in order. One pass; linear in the text's length. */
export function findQuotations(text: string): Quotation[] {
  const found: Quotation[] = []
  for (let i = 0; i < text.length; i++) {
    const close = CLOSES[text[i] as string]
    if (close === undefined) continue
    const end = text.indexOf(close, i + 1)
    // Nothing closes it: all further marks of its kind were looked for already.
    if (end < 0) {
      found.push({ from: i + 1, to: text.length, open: true })
      break
    }
    if (end > i + 1) found.push({ from: i + 1, to: end, open: false })
    i = end
  }
  return found
}

/** How many of a text's letters and digits stand inside quotations, from 0 to 1. */
export function quotedShare(paragraphs: readonly string[]): number {
  const weigh = (text: string) => text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  let [inside, all] = [0, 0]
  for (const text of paragraphs) {
    all += weigh(text)
    for (const { from, to } of findQuotations(text)) inside += weigh(text.slice(from, to))
  }
  return all === 0 ? 0 : inside / all
}
