import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tries } from '../../../test/thorough.ts'
import { amountsIn, findAmounts } from '../amounts/find-amounts.ts'
import { whoseMoneyIn } from '../amounts/shared-currencies.ts'
import type { ReadingBlock } from '../reading.ts'
import { calendarDay, dayNumber, easter, isDay, isoDay, weekdayOf } from './calendar.ts'
import { findTimes, timesIn } from './find-times.ts'
import { cutPieces } from './pieces.ts'

const WORDS =
  "May 16 , 2024 Thursday last next this week weekend years ago from to between and - – . the of 1990s early late mid in March June 5 / 8 : 30 p.m. a day after before two 2016 -17 Christmas Easter Day Monday's quarter third spring second century $ 3.5 million % percent people half dozen or more at least will was said ’ “ ( ) am 19th Feb. 30 29 9999 0 0000 1000 recent same that following earlier noon century, hundred 1,200 € around until continues meets on Saturdays times what best paper p".split(
    ' ',
  )
const texts = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 40 })
  .chain((words) =>
    fc
      .array(fc.constantFrom(' ', ' ', ' ', ''), { minLength: words.length, maxLength: words.length })
      .map((gaps) => words.map((word, i) => word + (gaps[i] as string)).join('')),
  )
const anyText = fc.oneof(texts, fc.string({ unit: 'binary', maxLength: 200 }))
const days = fc.option(fc.integer({ min: dayNumber(1500, 1, 1), max: dayNumber(2500, 1, 1) }).map(isoDay), {
  nil: null,
})
const blocksOf = (all: string[]): ReadingBlock[] => all.map((text, i) => ({ id: `b${i}`, kind: 'paragraph', text }))

/** Strictly what findTimes promises: EDTF level 1 days, months, years, seasons, intervals of the first three, "~", a day with its minute. */
function isEdtf(text: string): boolean {
  if (/^\d{4}-2[1-4]$/.test(text)) return true
  const timed = /^(.{10})T([01]\d|2[0-3]):[0-5]\d$/.exec(text)
  if (timed) return isDate(timed[1] as string)
  const ends = text.split('/')
  if (ends.length > 2 || !ends.every(isDate)) return false
  return ends.length === 1 || (ends[0] as string).slice(0, 4) <= (ends[1] as string).slice(0, 4)
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?~?$/.exec(text) ?? []
  if (year === undefined) return false
  if (month !== undefined && !(Number(month) >= 1 && Number(month) <= 12)) return false
  return day === undefined || isDay(Number(year), Number(month), Number(day))
}

test('whatever the text, times are valid EDTF or say why not, lie in it, in order, and never overlap', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 3 }), days, (all, date) => {
      const blocks = blocksOf(all)
      const times = findTimes(blocks, date)
      let [block, last] = [0, 0]
      for (const time of times) {
        const at = blocks.findIndex(({ id }) => id === time.block)
        if (at !== block) last = 0
        expect(at).toBeGreaterThanOrEqual(block)
        expect(time.from).toBeGreaterThanOrEqual(last)
        expect(time.to).toBeGreaterThan(time.from)
        expect(time.text).toBe((blocks[at] as ReadingBlock).text.slice(time.from, time.to))
        expect(time.text.length).toBe(time.to - time.from)
        if (time.edtf === null) expect(time.unresolved).toMatch(/\w/)
        else expect([time.edtf, isEdtf(time.edtf), time.unresolved]).toEqual([time.edtf, true, null])
        ;[block, last] = [at, time.to]
      }
      expect(findTimes(blocks, date)).toEqual(times)
    }),
    { numRuns: tries(1500) },
  )
})

test('whatever the text, amounts are numbers, lie in it, in order, and touch no time', () => {
  fc.assert(
    fc.property(anyText, days, (text, date) => {
      const blocks = blocksOf([text])
      const times = findTimes(blocks, date)
      let last = 0
      for (const amount of findAmounts(blocks, times)) {
        expect(amount.from).toBeGreaterThanOrEqual(last)
        expect(amount.text).toBe(text.slice(amount.from, amount.to))
        expect(Number.isFinite(amount.value)).toBe(true)
        if (amount.upTo !== null) expect(amount.upTo).toBeGreaterThan(amount.value)
        expect(times.filter(({ from, to }) => from < amount.to && to > amount.from)).toEqual([])
        last = amount.to
      }
    }),
    { numRuns: tries(1500) },
  )
})

describe('hostile text is read in linear time', () => {
  const looks: Record<string, (n: number) => string> = {
    digits: (n) => '1'.repeat(n),
    'digits with commas': (n) => '1,'.repeat(n / 2),
    'May May May': (n) => 'May '.repeat(n / 4),
    'from from from': (n) => 'from between '.repeat(n / 13),
    'early early early': (n) => 'early in the '.repeat(n / 13),
    'one one one': (n) => 'one '.repeat(n / 4),
    'million million': (n) => 'a million '.repeat(n / 10),
    'will will will': (n) => 'will Monday '.repeat(n / 12),
    hyphens: (n) => '1-'.repeat(n / 2),
    slashes: (n) => '5/'.repeat(n / 2),
    quotes: (n) => '“'.repeat(n),
    'no spaces': (n) => 'x'.repeat(n),
    'two years after the': (n) => 'two years after the '.repeat(n / 20),
    'May 12 and 13 and': (n) => 'May 12 and 13 and 15 '.repeat(n / 21),
    'that day that day': (n) => `May 3 2012 ${'that day '.repeat(n / 9)}`,
    'meets Monday and': (n) => 'meets and Monday '.repeat(n / 17),
    'times of what': (n) => '3 times 4% of what '.repeat(n / 19),
    '30 pesos 30 pesos': (n) => '30 pesos '.repeat(n / 9),
    'Rovers Rovers': (n) => '3 Rovers Rovers '.repeat(n / 16),
    dollars: (n) => '$'.repeat(n),
    points: (n) => 'a.'.repeat(n / 2),
  }

  test.each(Object.keys(looks))('%s', (name) => {
    const make = looks[name] as (n: number) => string
    // What a text of this kind costs is counted in characters looked at, not in seconds.
    const cost = (n: number) => countLooks(make(n))
    const [small, large] = [cost(2_000), cost(8_000)]
    expect(large).toBeLessThan(small * 4.8 + 5_000)
    const blocks = blocksOf([make(150_000)])
    expect(findAmounts(blocks, findTimes(blocks, '2024-05-16')).length).toBeLessThan(75_000)
  })
})

/** How often a reading looks at a piece of a text: every access of the columns is counted. */
function countLooks(text: string): number {
  let looks = 0
  const counted = <T extends object>(list: T): T =>
    new Proxy(list, {
      get(target, key, receiver) {
        if (typeof key === 'string' && key !== 'length' && key !== 'push') looks++
        return Reflect.get(target, key, receiver)
      },
    })
  const p = cutPieces(text)
  const seen = { ...p, from: counted(p.from), to: counted(p.to), lower: counted(p.lower), kind: counted(p.kind) }
  const taken = new Uint8Array(seen.count)
  timesIn([seen], dayNumber(2024, 5, 16))
  amountsIn(seen, taken, false, whoseMoneyIn([seen]))
  return looks
}

test('the calendar agrees with the one of the language, both ways', () => {
  fc.assert(
    fc.property(fc.integer({ min: dayNumber(1000, 1, 1), max: dayNumber(2999, 12, 31) }), (number) => {
      const date = new Date(number * 86_400_000)
      const day = calendarDay(number)
      expect(isoDay(number)).toBe(date.toISOString().slice(0, 10))
      expect(dayNumber(day.year, day.month, day.day)).toBe(number)
      expect(weekdayOf(number)).toBe((date.getUTCDay() + 6) % 7)
    }),
  )
})

test('Easter falls where almanacs have it', () => {
  expect([1961, 2000, 2016, 2019, 2024, 2038].map((year) => isoDay(easter(year)))).toEqual([
    '1961-04-02',
    '2000-04-23',
    '2016-03-27',
    '2019-04-21',
    '2024-03-31',
    '2038-04-25',
  ])
})
