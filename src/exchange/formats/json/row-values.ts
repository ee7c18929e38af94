/** What a row of an export has in its fields, whatever the version of the system that wrote it. */

export type Row = Readonly<Record<string, unknown>>

export const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Its text, a number's digits too; empty for anything else. */
export const fieldText = (row: Row, name: string): string => {
  const value = row[name]
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** Its moment in milliseconds: ISO, "2019-05-01 12:00:00" in UTC, or milliseconds; null where it has none. */
export const fieldMoment = (row: Row, name: string): number | null => {
  const value = row[name]
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  return typeof value === 'string' ? momentOfText(value) : null
}

/** A written moment in milliseconds, UTC where it says nothing of a zone; null where it is none. */
export function momentOfText(text: string): number | null {
  const written = text.trim()
  if (!/^\d{4}-\d{2}-\d{2}/.test(written)) return null
  const withZone = /(?:Z|[+-]\d{2}:?\d{2})$/.test(written) || written.length <= 10 ? written : `${written}Z`
  const ms = Date.parse(withZone.replace(' ', 'T'))
  return Number.isNaN(ms) ? null : ms
}
