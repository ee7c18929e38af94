/** What a browser says of itself, in the few words by which a person knows their own devices. */

const BROWSERS: readonly (readonly [mark: string, name: string])[] = [
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
]
const SYSTEMS: readonly (readonly [mark: string, name: string])[] = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['CrOS', 'ChromeOS'],
  ['Windows', 'Windows'],
  ['Macintosh', 'Mac'],
  ['Linux', 'Linux'],
]

/** "Firefox on Windows"; "another program" where the browser says nothing that is known. */
export function deviceOf(userAgent: string | undefined): string {
  const head = (userAgent ?? '').slice(0, 512)
  const find = (list: typeof BROWSERS) => list.find(([mark]) => head.includes(mark))?.[1]
  const [browser, system] = [find(BROWSERS), find(SYSTEMS)]
  if (!browser && !system) return 'another program'
  return [browser ?? 'A browser', ...(system ? [`on ${system}`] : [])].join(' ')
}
