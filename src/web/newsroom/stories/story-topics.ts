/** A story's topics as one field, and back. */
import { termKey } from '../../../paper/index.ts'

/** The topics in a field: parted by semicolons where there is one, else by commas; each once. */
export function topicsIn(typed: string): string[] {
  const names = typed.split(typed.includes(';') ? ';' : ',').map((name) => name.trim())
  const once = new Map(names.filter((name) => termKey(name) !== '').map((name) => [termKey(name), name]))
  return [...once.values()]
}

/** As `topicsIn` reads them back: an import can bring a topic with a comma in it. */
export const topicsInWords = (topics: readonly string[]): string =>
  topics.some((name) => name.includes(',')) ? `${topics.join('; ')};` : topics.join(', ')
