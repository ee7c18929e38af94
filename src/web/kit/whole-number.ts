/** The largest that a whole number's column takes on PostgreSQL (integer). */
const MOST = 2 ** 31 - 1

/** The whole number that a form or an address names; null for all else, and for one that no database could be asked. */
export function wholeNumber(text: string): number | null {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
  return number <= MOST ? number : null
}
