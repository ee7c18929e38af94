/**
 * Where a text says something in somebody's own words: the spans between
 * quotation marks, whatever marks a text uses and however it mixes them.
 */
export interface Quotation {
  /** Of the words between the marks, in UTF-16 code units. */
  from: number
  to: number
  /** Opened and never closed in this paragraph: a quotation that runs on into the next one, or a slip. */
  open: boolean
}

/** A quotation with its marks: `begin` is where the opening one stands, `end` is behind the closing one. */
export interface MarkedQuotation extends Quotation {
  begin: number
  end: number
}

/** The quotations of one paragraph, outermost only, in order. One pass; linear in the text's length. */
export const findQuotations = (text: string): Quotation[] =>
  scanQuotations(text)
    .filter(({ from, to, open }) => to > from || open)
    .map(({ from, to, open }) => ({ from, to, open }))

/** The same with their marks, and with those between whose marks nothing stands. */
export function scanQuotations(text: string): MarkedQuotation[] {
  const found: MarkedQuotation[] = []
  /** Marks that were looked for to the end and are not there: they are not looked for again. */
  const never = new Set<string>()
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] as string
    if (!MARKS.has(mark)) continue
    const open = openerAt(text, at)
    if (open === null || (never.has(open) && SINGLE.has(open))) continue
    const from = at + open.length
    const close = never.has(open) ? null : closeOf(text, open, from)
    if (close !== null) {
      found.push({ begin: at, from, to: close.at, end: close.at + close.length, open: false })
      at = close.at + close.length - 1
      continue
    }
    never.add(open)
    // A single mark that nothing closes is an apostrophe.
    if (SINGLE.has(open)) continue
    found.push({ begin: at, from, to: text.length, end: text.length, open: true })
    break
  }
  return found
}

const MARKS = new Set('“”"«»„「『‹›‘‚\'`')
/** Marks that are apostrophes as well: they open after a space and before a word only. */
const SINGLE = new Set(['‘', "'", '‚'])

const isSpaceAt = (text: string, at: number) => at < 0 || at >= text.length || /\s/.test(text[at] as string)
const isWordAt = (text: string, at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '')
/** What an opening mark may stand right behind. */
const opensAfter = (text: string, at: number) => isSpaceAt(text, at) || /[([{—–/-]/.test(text[at] as string)
const BEFORE_CLOSED = /[.,;:?!)\]}”"»—–-]/
/** A closing mark stands at a word's end. */
const closesAt = (text: string, at: number) =>
  !isSpaceAt(text, at - 1) && (isSpaceAt(text, at + 1) || BEFORE_CLOSED.test(text[at + 1] as string))

/** "'90s", "’em", "'til": what a single mark shortens. */
const SHORTENED = /^(?:\d0s\b|\d\d\b(?!['’])|(?:em|til|twas|tis|cause|bout|round|n|cos|cuz|neath|gainst)\b)/iu

/** The mark that opens a quotation at `at`, or null where it opens none. */
function openerAt(text: string, at: number): string | null {
  const mark = text[at] as string
  switch (mark) {
    case '”':
      // At the beginning a slip for an opening one; before a word the mark of Finnish and Swedish.
      return at === 0 || (isSpaceAt(text, at - 1) && isWordAt(text, at + 1)) ? mark : null
    case '»':
    case '›':
      return opensAfter(text, at - 1) && !isSpaceAt(text, at + 1) ? mark : null
    case '`':
      return text[at + 1] === '`' ? '``' : null
    case '"':
      // 5'10" is how tall somebody is.
      return /\d/.test(text[at - 1] ?? '') && !isWordAt(text, at + 1) ? null : mark
    case '‘':
    case "'":
    case '‚': {
      // Two of them are a double mark.
      const open = mark === "'" && text[at + 1] === mark ? "''" : mark
      const opens = opensAfter(text, at - 1) && !isSpaceAt(text, at + open.length)
      return opens && !SHORTENED.test(text.slice(at + 1, at + 10)) ? open : null
    }
    default:
      return mark
  }
}

/** What closes each mark, where any of it does so wherever it stands. */
const CLOSERS: Record<string, RegExp> = {
  '«': /»/g,
  '„': /[“”"]/g,
  '「': /」/g,
  '『': /』/g,
  '‹': /›/g,
}
/** Where one of these stands it may close; `closeOf` looks at what is around it. */
const CANDIDATES: Record<string, RegExp> = {
  '“': /[”"]|''/g,
  '”': /[”"]|''/g,
  '``': /[”"]|''/g,
  "''": /[”"]|''/g,
  '"': /["“”]/g,
  '»': /[«»]/g,
  '›': /[‹›]/g,
  '‘': /’/g,
  "'": /'/g,
  '‚': /[‘’]/g,
}

/** Where the quotation closes whose words begin at `from`, and how long that mark is; null where it does not. */
function closeOf(text: string, open: string, from: number): { at: number; length: number } | null {
  const plain = CLOSERS[open]
  const pattern = plain ?? (CANDIDATES[open] as RegExp)
  pattern.lastIndex = from
  let inside = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { 0: mark, index: at } = match
    const close = { at, length: mark.length }
    if (plain) return close
    if (open === '"') {
      if (mark === '“') inside++
      else if (mark === '”' && inside > 0) inside--
      else if (mark === '”' || inside === 0 || !isSpaceAt(text, at - 1)) return close
    } else if (open === '»' || open === '›') {
      // »German« or »Swedish».
      if (mark !== open || closesAt(text, at)) return close
    } else if (SINGLE.has(open)) {
      if (closesAt(text, at)) return isOwners(text, at) ? (surelyClosedBehind(text, mark, at) ?? close) : close
    } else if (mark !== '"' || closesAt(text, at)) return close
  }
  return null
}

/** "'The boys' toys are here,' he said": the first may be a mark of many owners. */
const isOwners = (text: string, at: number) =>
  /s/i.test(text[at - 1] as string) && /^\s\p{Ll}/u.test(text.slice(at + 1, at + 3))
/** So far on a mark is looked for that closes more surely than one behind an "s". */
const FARTHEST = 400

/** The next mark of the kind that stands behind a stop, and before which no other quotation opens. */
function surelyClosedBehind(text: string, mark: string, after: number): { at: number; length: number } | null {
  for (let at = after + 1; at < Math.min(text.length, after + FARTHEST); at++) {
    const here = text[at] as string
    if (here !== mark && !MARKS.has(here)) continue
    if (here === mark && /[,.?!…–—-]/.test(text[at - 1] as string) && closesAt(text, at)) return { at, length: 1 }
    if (SINGLE.has(here) && openerAt(text, at) !== null) return null
  }
  return null
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
