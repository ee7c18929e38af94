/** A story's topics as one field, and back. */
import { termKey } from '../../../paper/index.ts'

/** The topics in a field: parted by semicolons where there is one, else by commas; each once. */
export function topicsIn(typed: string): string[] {
  const names = typed.split(typed.includes(';') ? ';' : ',').map((name) => name.trim())
  const keys = names.map(termKey)
  return names.filter((_, i) => keys[i] !== '' && keys.indexOf(keys[i] as string) === i)
}

/** As `topicsIn` reads them back: an import can bring a topic with a comma in it. */
export const topicsInWords = (topics: readonly string[]): string =>
  topics.some((name) => name.includes(',')) ? `${topics.join('; ')};` : topics.join(', ')
