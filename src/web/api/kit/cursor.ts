/** Where a list goes on: the place of the last that was answered, in a form that nobody need read. */
import { isId } from '../../../store/index.ts'

export interface Place {
  /** Milliseconds since the epoch. */
  at: number
  id: string
}

export const cursorOf = ({ at, id }: Place): string => Buffer.from(`${at} ${id}`).toString('base64url')

/**
 * The place that a cursor names; null for what is none. It is no secret and opens nothing: one that somebody made
 * up begins in another place of the same list.
 */
export function placeInCursor(cursor: string): Place | null {
  const [at = '', id = '', ...more] = Buffer.from(cursor, 'base64url').toString().split(' ')
  return /^-?\d{1,15}$/.test(at) && isId(id) && more.length === 0 ? { at: Number(at), id } : null
}
