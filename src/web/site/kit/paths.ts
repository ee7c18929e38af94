import { normalForm } from '../../../text/index.ts'

/** No address of a story comes near: eighty characters of its words, each escaped. In code units. */
const LONGEST = 4000

/** A path as stories have it: decoded, without a slash at the end. */
export function storyPathOf(path: string): string {
  if (path.length > LONGEST) return path
  try {
    return normalForm(decodeURIComponent(path), 'NFC').replace(/(?<=[^/]|^\/)\/+$/, '')
  } catch {
    return path
  }
}

/**
 * Where the page is kept that a request asks for, from its path as it was sent:
 * the very `storyPathOf` that the routes keep it under. Null where only they can
 * say: an escape that is none, or of a sign that divides an address (a slash, a
 * percent sign), which they don't take for the sign itself.
 */
export function keptPathOf(asked: string): string | null {
  let path = asked
  if (asked.includes('%')) {
    if (asked.length > LONGEST) return null
    try {
      path = decodeURI(asked)
    } catch {
      return null
    }
    if (path.includes('%')) return null
    path = normalForm(path, 'NFC')
  }
  // Routes take one slash at the end for none.
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path
}
