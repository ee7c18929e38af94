/** Times and counts as the site's language and time zone have them. */
import { siteFrameMessages as m } from '../../../messages/index.ts'
import type { Site } from './props.ts'

const cache = new Map<string, Intl.DateTimeFormat>()

function formatter(site: Site, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${site.language} ${site.timeZone} ${JSON.stringify(options)}`
  let format = cache.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(localeOf(site.language), { timeZone: site.timeZone, ...options })
    cache.set(key, format)
  }
  return format
}

/** English that names no country is written day first, as most of the world does. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language)

export const longDay = (site: Site, at: number): string =>
  formatter(site, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at)

export const shortDay = (site: Site, at: number): string =>
  formatter(site, { day: 'numeric', month: 'long', year: 'numeric' }).format(at)

export const dayAndTime = (site: Site, at: number): string =>
  formatter(site, { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' }).format(at)

export const weekday = (site: Site, at: number): string =>
  formatter(site, { weekday: 'short', day: 'numeric', month: 'short' }).format(at)

export const month = (site: Site, at: number): string => formatter(site, { month: 'long', year: 'numeric' }).format(at)

/** "Tuesday" */
export const dayOfWeek = (site: Site, at: number): string => formatter(site, { weekday: 'long' }).format(at)

/** "16 May" */
export const dayWithoutYear = (site: Site, at: number): string =>
  formatter(site, { day: 'numeric', month: 'long' }).format(at)

/** "Thursday 16 May" */
export const dayAndMonth = (site: Site, at: number): string =>
  formatter(site, { weekday: 'long', day: 'numeric', month: 'long' }).format(at)

/** "14:20" */
export const timeOfDay = (site: Site, at: number): string =>
  formatter(site, { hour: '2-digit', minute: '2-digit' }).format(at)

/** The month of a path such as /2026/05: "May 2026". */
export const monthOf = (site: Site, path: string): string => monthIn(site, path, { month: 'long', year: 'numeric' })

/** The same without its year. */
export const monthAlone = (site: Site, path: string): string => monthIn(site, path, { month: 'long' })

function monthIn(site: Site, path: string, options: Intl.DateTimeFormatOptions): string {
  const [, year = '', month = ''] = path.split('/')
  return formatter({ ...site, timeZone: 'UTC' }, options).format(Date.UTC(Number(year), Number(month) - 1, 1))
}

/** Of the calendar that copyright lines go by. */
export const yearOf = ({ timeZone }: Pick<Site, 'timeZone'>, at: number): number =>
  Number(new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', { timeZone, year: 'numeric' }).format(at))

export const instant = (at: number): string => new Date(at).toISOString()

export const commentCount = (count: number): string => m.comments(count)

/** "under a minute", "40 minutes", "1 hour", "2 days". */
export const minutesInWords = (minutes: number): string => m.howLong(minutes)
