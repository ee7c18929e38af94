/** The beginning of a text on one line, cut between words where it can be, with a sign that it goes on; in characters. */
export function beginningOf(text: string, length: number): string {
  const line = text
    .slice(0, 4 * length)
    .replace(/\s+/g, ' ')
    .trim()
  const letters = [...line]
  if (letters.length <= length && text.length <= 4 * length) return line
  const cut = letters.slice(0, length).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).trimEnd()} …`
}
