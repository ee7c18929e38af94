/** Numbers, plurals, lists and lengths of time as the language of the messages has them, by Intl. */

/** BCP 47. English, British: another language is a folder beside en/, and this. */
export const LANGUAGE = 'en-GB'

const plurals = new Intl.PluralRules(LANGUAGE)
const numbers = new Intl.NumberFormat(LANGUAGE)
const lists = new Intl.ListFormat(LANGUAGE)
const units = new Map<Unit, Intl.NumberFormat>()

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
export function lengthOfTime(count: number, unit: Unit): string {
  const format = units.get(unit) ?? new Intl.NumberFormat(LANGUAGE, { style: 'unit', unit, unitDisplay: 'long' })
  units.set(unit, format)
  return format.format(count)
}
