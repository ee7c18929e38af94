/** What a time expression means, in plain English. */

/** "Thursday 16 May 2024", "May 2024", "Monday 6 to Sunday 12 May 2024"; what is none of these stays as it is. */
export function edtfInWords(edtf: string): string {
  const [from = '', to, ...more] = edtf.split('/')
  if (more.length > 0) return edtf
  if (to === undefined) return dateInWords(from)
  if (isOpen(from)) return `until ${dateInWords(to)}`
  if (isOpen(to)) return `since ${dateInWords(from)}`
  return `${withoutEndOf(dateInWords(from), dateInWords(to))} to ${dateInWords(to)}`
}

/** "Monday 6" of "Monday 6 May 2024" before "to Sunday 12 May 2024": what both end in is said once. */
function withoutEndOf(words: string, other: string): string {
  const [mine, theirs] = [words.split(' '), other.split(' ')]
  while (mine.length > 1 && mine.at(-1) === theirs.pop()) mine.pop()
  return mine.join(' ')
}

const isOpen = (end: string): boolean => end === '' || end === '..'

const SEASONS = ['spring', 'summer', 'autumn', 'winter']

function dateInWords(date: string): string {
  const [, year, month, day, time, mark] =
    /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::\d\d)?Z?)?)?)?([?~%]?)$/.exec(date) ?? []
  if (year === undefined) return date
  const about = mark ? 'about ' : ''
  if (month === undefined) return about + year
  const season = SEASONS[Number(month) - 21]
  if (season) return `${about}${season} ${year}`
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)))
  if (at.getUTCMonth() !== Number(month) - 1) return date
  const words = at.toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : { day: 'numeric', weekday: 'long' }),
  })
  return `${about}${words.replace(',', '')}${time ? `, ${time}` : ''}`
}
