/** A text in one of Unicode's normal forms, in time that grows with its length alone. */

type Form = 'NFC' | 'NFD' | 'NFKC' | 'NFKD'

/** Marks on one letter that are put in order among themselves; no language has a third as many (UAX 15, section 13, allows 30). */
const MOST_MARKS = 32

/** U+FF9E and U+FF9F are letters that become marks. */
const LONG_RUN = /[\p{M}\uff9e\uff9f]{32}/gu

/**
 * As `text.normalize(form)` has it. That sorts all marks which stand in a row,
 * and takes for 40,000 of them a second and for twice as many four; so here a
 * longer row than any letter carries is taken in pieces.
 */
export function normalForm(text: string, form: Form): string {
  if (text.length <= MOST_MARKS) return text.normalize(form)
  let normal = ''
  let from = 0
  for (const { index } of text.matchAll(LONG_RUN)) {
    const to = index + MOST_MARKS
    normal += text.slice(from, to).normalize(form)
    from = to
  }
  return normal + text.slice(from).normalize(form)
}
