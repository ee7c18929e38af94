/** What a key means at the review desk, and where the desk stands; without a page, so that it can be tested as it is. */
export type Act =
  | { act: 'approve' }
  | { act: 'reject'; key: string }
  | { act: 'next' }
  | { act: 'previous' }
  | { act: 'undo' }
  | { act: 'help' }

export interface Press {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  repeat: boolean
}

/** What a key press asks for; null where it is not the desk's: while someone types, with a modifier, or held down. */
export function actOf(press: Press, isTyping: boolean, reasonKeys: readonly string[]): Act | null {
  if (isTyping || press.ctrlKey || press.metaKey || press.altKey) return null
  const key = press.key.toLowerCase()
  const moves: Record<string, Act> = {
    j: { act: 'next' },
    arrowright: { act: 'next' },
    k: { act: 'previous' },
    arrowleft: { act: 'previous' },
  }
  if (moves[key]) return moves[key]
  // A key held down decides once.
  if (press.repeat) return null
  if (key === 'a') return { act: 'approve' }
  if (key === 'u') return { act: 'undo' }
  if (key === '?') return { act: 'help' }
  return reasonKeys.includes(key) ? { act: 'reject', key } : null
}

/** Where the desk goes when an item leaves: the one that takes its place, or the last. */
export const positionAfter = (removed: number, left: number): number => Math.max(0, Math.min(removed, left - 1))

/** 1204 for "1,204", 5000 for "5,000+". */
export const numberOf = (shown: string): number => Number(shown.replace(/[^0-9]/g, '') || 0)

/** The figure of what waits, as it is shown ("1,204", "5,000+"), after so many came or went. */
export function countAfter(shown: string, by: number): string {
  // Beyond what is counted, one more or less is not seen.
  if (shown.endsWith('+')) return shown
  return Math.max(0, numberOf(shown) + by).toLocaleString('en')
}
