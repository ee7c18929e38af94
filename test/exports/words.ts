/** Stories of an invented harbour town, as many as are asked for: the same number makes the same words. */

const WHO = ['The harbour board', 'The ferry company', 'A group of parents', 'The library', 'The fishing co-op']
const DID = ['put off', 'asked for', 'paid for', 'turned down', 'measured']
const WHAT = ['a new slipway', 'the winter timetable', 'two more crossings', 'the old lamp', 'a second pump']
const WHEN = ['on Monday', 'before the spring tide', 'after a long evening', 'for the third time', 'without a vote']

const of = (list: readonly string[], n: number): string => list[n % list.length] as string

export const headlineOf = (n: number): string =>
  `${of(WHO, n)} ${of(DID, Math.floor(n / 5))} ${of(WHAT, Math.floor(n / 25))}, no. ${n}`

export const sentenceOf = (n: number): string => `${of(WHO, n + 1)} ${of(DID, n)} ${of(WHAT, n + 2)} ${of(WHEN, n)}.`

/** About a hundred words. */
export const paragraphOf = (n: number): string =>
  Array.from({ length: 11 }, (_, i) => sentenceOf(n * 13 + i * 7)).join(' ')

/** An hour more for each, from 1 May 2015. */
export const momentOf = (n: number): Date => new Date(Date.UTC(2015, 4, 1, 8) + n * 3_600_000)

/** "2015-05-01 08:00:00". */
export const sqlDay = (at: Date): string => at.toISOString().slice(0, 19).replace('T', ' ')
