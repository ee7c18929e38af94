import { normalForm } from '../../store/index.ts'

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
