import { showsSomething } from './shows-something.ts'

/** Whether a line quotes somebody, as readers’ pages show it. */
export const isQuotedLine = (line: string): boolean => /^\s*>/.test(line)

/**
 * What the writer of a comment says: its lines without those that quote with
 * ">". Where nothing else stands there, the quoted lines are all that is said.
 */
export function ownLines(text: string): string {
  if (!text.includes('>')) return text
  const own = text
    .split('\n')
    .filter((line) => !isQuotedLine(line))
    .join('\n')
  return showsSomething(own) ? own : text
}
