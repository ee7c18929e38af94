/** Times and counts as the site's language and time zone have them. */
import { siteFrameMessages as m } from '../../../messages/index.ts'
import type { Site } from './props.ts'

/** A way to say times; what Intl knows of a language takes long to load, and is kept. */
function saying(options: Intl.DateTimeFormatOptions) {
  const formats = new Map<string, Intl.DateTimeFormat>()
  return ({ language, timeZone }: Pick<Site, 'language' | 'timeZone'>, at: number): string => {
    const key = `${language} ${timeZone}`
    const format = formats.get(key) ?? new Intl.DateTimeFormat(localeOf(language), { timeZone, ...options })
    formats.set(key, format)
    return format.format(at)
  }
}

/** English that names no country is written day first, as most of the world does. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language)

export const longDay = saying({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })

export const shortDay = saying({ day: 'numeric', month: 'long', year: 'numeric' })

export const dayAndTime = saying({
  ...{ day: 'numeric', month: 'long', year: 'numeric' },
  ...{ hour: '2-digit', minute: '2-digit' },
})

export const weekday = saying({ weekday: 'short', day: 'numeric', month: 'short' })

export const month = saying({ month: 'long', year: 'numeric' })

/** "Tuesday" */
export const dayOfWeek = saying({ weekday: 'long' })

/** "16 May" */
export const dayWithoutYear = saying({ day: 'numeric', month: 'long' })

/** "Thursday 16 May" */
export const dayAndMonth = saying({ weekday: 'long', day: 'numeric', month: 'long' })

/** "14:20" */
export const timeOfDay = saying({ hour: '2-digit', minute: '2-digit' })

/** The month of a path such as /2026/05: "May 2026". */
export const monthOf = (site: Site, path: string): string => month(inUtc(site), startOf(path))

/** The same without its year. */
export const monthAlone = (site: Site, path: string): string => monthName(inUtc(site), startOf(path))

const monthName = saying({ month: 'long' })
const inUtc = ({ language }: Site) => ({ language, timeZone: 'UTC' })

function startOf(path: string): number {
  const [, year = '', month = ''] = path.split('/')
  return Date.UTC(Number(year), Number(month) - 1, 1)
}

const yearInLatin = saying({ year: 'numeric' })

/** Of the calendar that copyright lines go by. */
export const yearOf = ({ timeZone }: Pick<Site, 'timeZone'>, at: number): number =>
  Number(yearInLatin({ language: 'en-u-ca-gregory-nu-latn', timeZone }, at))

export const instant = (at: number): string => new Date(at).toISOString()

export const commentCount = (count: number): string => m.comments(count)

/** "under a minute", "40 minutes", "1 hour", "2 days". */
export const minutesInWords = (minutes: number): string => m.howLong(minutes)
