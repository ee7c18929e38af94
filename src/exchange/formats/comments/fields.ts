/** What stands in a record, whatever its kind really is. */

export type Fields = Record<string, unknown>

const NONE: Fields = {}

/** A text as it stands, a number in figures; empty for all else. */
export function textIn(fields: Fields, name: string): string {
  const value = fields[name]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

export function fieldsIn(fields: Fields, name: string): Fields {
  return asFields(fields[name])
}

export function asFields(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : NONE
}

export function listIn(fields: Fields, name: string): unknown[] {
  const value = fields[name]
  return Array.isArray(value) ? value : []
}

/** Comments are younger than the web: a time before it is how a machine says "none". */
const EARLIEST = Date.UTC(1990, 0, 1)

/**
 * Milliseconds, of a time as ISO 8601 has it, or as MongoDB writes it (`{"$date": …}`). Null where there is none.
 */
export function timeIn(value: unknown): number | null {
  if (typeof value === 'object' && value !== null) {
    const { $date, $numberLong } = value as { $date?: unknown; $numberLong?: unknown }
    return timeIn($date ?? (typeof $numberLong === 'string' ? Number($numberLong) : null))
  }
  const time = typeof value === 'number' ? value : typeof value === 'string' ? Date.parse(value.trim()) : Number.NaN
  return Number.isFinite(time) && time >= EARLIEST ? Math.round(time) : null
}
