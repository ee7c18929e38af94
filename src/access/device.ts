/** What a browser says of itself, in the few words by which a person knows their own devices. */
import { accessMessages as m } from '../messages/index.ts'

const BROWSERS = [
  ['Edg', 'Edge'],
  ['OPR/', 'Opera'],
  ['SamsungBrowser/', 'Samsung Internet'],
  ['Firefox/', 'Firefox'],
  ['FxiOS/', 'Firefox'],
  ['CriOS/', 'Chrome'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['CrOS', 'ChromeOS'],
  ['Windows', 'Windows'],
  ['Macintosh', 'Mac'],
  ['Linux', 'Linux'],
] as const

/** "Firefox on Windows"; "Unknown browser" where it says nothing that is known. */
export function deviceOf(userAgent: string | undefined): string {
  const head = (userAgent ?? '').slice(0, 512)
  const find = (list: readonly (readonly [mark: string, name: string])[]) =>
    list.find(([mark]) => head.includes(mark))?.[1]
  const [browser, system] = [find(BROWSERS), find(SYSTEMS)]
  return system ? m.browserOn(browser, system) : (browser ?? m.unknownBrowser)
}
