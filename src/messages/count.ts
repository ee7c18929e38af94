/** Numbers, plurals, lists and lengths of time as the language of the messages has them, by Intl. */

/** BCP 47. English, British: another language is a folder beside en/, and this. */
export const LANGUAGE = 'en-GB'

// Said to be pure, so that browsers are sent only what their messages use.
const plurals = /* @__PURE__ */ new Intl.PluralRules(LANGUAGE)
const numbers = /* @__PURE__ */ new Intl.NumberFormat(LANGUAGE)
const lists = /* @__PURE__ */ new Intl.ListFormat(LANGUAGE)
const units = new Map<string, Intl.NumberFormat>()

/** A sentence for each form that the language's plurals have; "#" stands for the number. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** The form for so many: `counted(2, { one: '1 comment', other: '# comments' })` is "2 comments". */
export const counted = (count: number, forms: Forms): string =>
  (forms[plurals.select(count)] ?? forms.other).replaceAll('#', numbers.format(count))

/** "12,300". */
export const number = (count: number): string => numbers.format(count)

/** "one, two and three". */
export const listed = (items: readonly string[]): string => lists.format(items)

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'

/** "1 hour", "40 minutes". */
export const lengthOfTime = (count: number, unit: Unit): string => inUnit(count, unit, 'long')

/** A span of milliseconds in the one unit that says most: "3 min", "2 hrs", "5 days"; null where it is under half a minute. */
export function roughly(span: number): string | null {
  const minutes = Math.round(span / 60_000)
  if (minutes < 1) return null
  if (minutes < 60) return inUnit(minutes, 'minute', 'short')
  const hours = Math.round(minutes / 60)
  return hours < 48 ? inUnit(hours, 'hour', 'short') : inUnit(Math.round(hours / 24), 'day', 'short')
}

function inUnit(count: number, unit: Unit, unitDisplay: 'long' | 'short'): string {
  const key = `${unit} ${unitDisplay}`
  const format = units.get(key) ?? new Intl.NumberFormat(LANGUAGE, { style: 'unit', unit, unitDisplay })
  units.set(key, format)
  return format.format(count)
}
