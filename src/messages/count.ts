/** Numbers, plurals, lists and lengths of time as the language of the messages has them, by Intl. */

/** BCP 47. English, British: another language is a folder beside en/, and this. */
export const LANGUAGE = 'en-GB'

// Said to be pure, so that browsers are sent only what their messages use.
const plurals = /* @__PURE__ */ once(() => new Intl.PluralRules(LANGUAGE))
const numbers = /* @__PURE__ */ once(() => new Intl.NumberFormat(LANGUAGE))
const lists = /* @__PURE__ */ once(() => new Intl.ListFormat(LANGUAGE))
const units = new Map<Unit, Intl.NumberFormat>()

/** Made when a sentence first needs it: what Intl knows of a language takes tens of milliseconds to load, and a start needs none of it. */
export function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** A sentence for each form that the language's plurals have; "#" stands for the number. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** The form for so many: `counted(2, { one: '1 comment', other: '# comments' })` is "2 comments". */
export const counted = (count: number, forms: Forms): string =>
  (forms[plurals().select(count)] ?? forms.other).replaceAll('#', number(count))

/** "12,300". */
export const number = (count: number): string => numbers().format(count)

/** "one, two and three". */
export const listed = (items: readonly string[]): string => lists().format(items)

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

/** "1 hour", "40 minutes". */
export function lengthOfTime(count: number, unit: Unit): string {
  const format = units.get(unit) ?? new Intl.NumberFormat(LANGUAGE, { style: 'unit', unit, unitDisplay: 'long' })
  units.set(unit, format)
  return format.format(count)
}

/** Minutes in the largest unit that they fill: "30 minutes", "4 hours", "1 day". */
export function lengthOfMinutes(minutes: number): string {
  if (minutes % (24 * 60) === 0) return lengthOfTime(minutes / (24 * 60), 'day')
  return minutes % 60 === 0 ? lengthOfTime(minutes / 60, 'hour') : lengthOfTime(minutes, 'minute')
}

/** A span of milliseconds, roughly: "3 minutes", "2 hours", "5 days"; null where it is under half a minute. */
export function roughly(span: number): string | null {
  const minutes = Math.round(span / 60_000)
  if (minutes < 1) return null
  if (minutes < 60) return lengthOfTime(minutes, 'minute')
  const hours = Math.round(minutes / 60)
  return hours < 48 ? lengthOfTime(hours, 'hour') : lengthOfTime(Math.round(hours / 24), 'day')
}

/** "just now", "3 minutes ago", "2 hours ago", "5 days ago", of a span of milliseconds. */
export function howLongAgo(span: number): string {
  const time = roughly(span)
  return time === null ? 'just now' : `${time} ago`
}
