/** Old addresses as they are pasted: a line each. */
import type { TypedRedirect } from './keep.ts'

/** So many are taken at once. */
export const MOST_LINES = 20_000

/**
 * The two addresses of each line, parted by a comma, a semicolon, a tab or blanks, in quotation marks or not; empty
 * lines, those that begin with "#" and a heading are passed over. A line that has not two is among the `bad`.
 */
export function readRedirectLines(pasted: string): { redirects: TypedRedirect[]; bad: number[] } {
  const redirects: TypedRedirect[] = []
  const bad: number[] = []
  for (const [index, whole] of pasted.split('\n').entries()) {
    const text = whole.trim()
    if (text === '' || text.startsWith('#')) continue
    const parts = partsOf(text)
    const [from = '', to = ''] = parts
    if (parts.length === 2 && isAddress(from)) redirects.push({ line: index + 1, from, to })
    else if (redirects.length + bad.length > 0 || text.includes('/')) bad.push(index + 1)
  }
  return { redirects, bad }
}

const isAddress = (text: string) => /^(?:\/|https?:\/\/)/i.test(text)

function partsOf(line: string): string[] {
  const quoted = line.startsWith('"') ? line.indexOf('"', 1) : -1
  if (quoted > 0) return [line.slice(1, quoted), unquoted(line.slice(quoted + 1).replace(/^[\s,;]+/, ''))]
  const parts = line
    .split(/\s+/)
    .map((part) => part.replace(/[,;]$/, ''))
    .filter((part) => part !== '')
  if (parts.length > 1) return parts.map(unquoted)
  const at = line.search(/[,;](?=\/|"|https?:)/i)
  return at < 0 ? [line] : [line.slice(0, at), unquoted(line.slice(at + 1))]
}

const unquoted = (text: string) => (/^".*"$/s.test(text) ? text.slice(1, -1) : text)
