import { normalForm } from '../../store/index.ts'

/** A path as stories have it: decoded, without a slash at the end. */
export function storyPathOf(path: string): string {
  try {
    return normalForm(decodeURIComponent(path), 'NFC').replace(/(?<=[^/]|^\/)\/+$/, '')
  } catch {
    return path
  }
}
