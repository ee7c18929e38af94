/** The people a byline names: "By Ann Lee, Bo Day and Cy Fox" has three. A comma without an "and" may begin a title, so it parts nobody. */
export function authorsOf(byline: string): string[] {
  const names = byline.trim().replace(/^by\s+/i, '')
  const parts = names.split(/(?<!\s)\s+(?:and|&)\s+/)
  const [last = '', ...before] = parts.reverse()
  return [...before.reverse().flatMap((part) => part.split(',').map((name) => name.trim())), last].filter(Boolean)
}
