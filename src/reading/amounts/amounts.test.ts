import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ReadingBlock } from '../reading.ts'
import { findTimes } from '../times/find-times.ts'
import { findAmounts } from './find-amounts.ts'

const SUMMIT = resolve(process.env.COURANT_SHARED ?? '../shared', 'pages/summit-page.txt')

function amountsOf(text: string, kind: ReadingBlock['kind'] = 'paragraph') {
  const blocks: ReadingBlock[] = [{ id: 'b', kind, text }]
  return findAmounts(blocks, findTimes(blocks, '2024-05-16'))
}
/** Each as its words, its value or values, and its unit. */
const read = (text: string, kind?: ReadingBlock['kind']) =>
  amountsOf(text, kind).map(({ text: words, value, upTo, unit }) => [
    words,
    upTo === null ? value : [value, upTo],
    unit,
  ])

test.skipIf(!existsSync(SUMMIT))(
  'the summit page has its $2 billion, and what it is in (skipped where COURANT_SHARED does not hold it)',
  () => {
    const lines = readFileSync(SUMMIT, 'utf8').split('\n')
    const [pledge] = lines.filter((line) => line.includes('$2 billion')).map((line) => amountsOf(line))
    expect(pledge).toMatchObject([
      { text: '$2 billion', kind: 'money', value: 2e9, unit: 'USD', of: 'foreign military financing', bound: null },
    ])
  },
)

describe('money', () => {
  test.each([
    ['$2 billion', 2e9, 'USD'],
    ['€3.5m', 3.5e6, 'EUR'],
    ['£20,000', 20_000, 'GBP'],
    ['2 billion dollars', 2e9, 'USD'],
    ['50 cents', 0.5, 'USD'],
    ['80 pence', 0.8, 'GBP'],
    ['Rs 500 crore', 5e9, 'INR'],
    ['A$20', 20, 'AUD'],
    ['EUR 20', 20, 'EUR'],
    ['300 Swiss francs', 300, 'CHF'],
    ['20€', 20, 'EUR'],
    ['three million pounds', 3e6, 'GBP'],
    ['12p', 0.12, 'GBP'],
    ['$2.3bn', 2.3e9, 'USD'],
    ['twenty thousand dollars', 20_000, 'USD'],
  ])('%s', (text, value, unit) => {
    expect(amountsOf(`They paid ${text}.`)).toMatchObject([{ text, kind: 'money', value, unit, upTo: null }])
  })

  test('two ends share the million of the second, unless the first is too large for it', () => {
    expect(read('between $3 and $5 million, $1.5-2bn, $900,000 to $1 million, $5 to $10')).toEqual([
      ['between $3 and $5 million', [3e6, 5e6], 'USD'],
      ['$1.5-2bn', [1.5e9, 2e9], 'USD'],
      ['$900,000 to $1 million', [900_000, 1e6], 'USD'],
      ['$5 to $10', [5, 10], 'USD'],
    ])
  })

  test('money whose name countries share is that of the one country the text names', () => {
    expect(amountsOf('A ride in Mexico is 30 pesos.')).toMatchObject([{ kind: 'money', value: 30, unit: 'MXN' }])
    expect(amountsOf('A ride is 30 pesos, in Chile as in Cuba.')).toMatchObject([{ kind: 'count', unit: 'pesos' }])
    expect(amountsOf('A ride is 30 pesos.')).toMatchObject([{ kind: 'count', value: 30, unit: 'pesos' }])
    expect(amountsOf('In Oslo a bun is 40 kroner, and 9 Argentine pesos in Chile.')).toMatchObject([
      { value: 40, unit: 'NOK' },
      { value: 9, unit: 'ARS' },
    ])
  })

  test('a change from one sum to another is two sums', () => {
    expect(read('It rose from $3 million to $5 million.').map(([words]) => words)).toEqual(['$3 million', '$5 million'])
    expect(read('Prices range from $3 million to $5 million.')).toEqual([
      ['$3 million to $5 million', [3e6, 5e6], 'USD'],
    ])
  })

  test.each([
    ['They pledged $2 billion in farm aid and left.', 'farm aid'],
    ['They sent $5 million worth of seed.', 'seed'],
    ['She filed a $10 million lawsuit against the port.', 'lawsuit'],
    ['He spent $3 million in Norwick.', null],
    ['He spent $3 million in May.', null],
    ['The $5 million raised by the club is gone.', null],
    ['It cost $3 million in total.', null],
  ])('what it is of: %s', (text, of) => {
    expect(amountsOf(text)[0]?.of).toBe(of)
  })
})

describe('percentages', () => {
  test('they are read in words and signs, with what they are of', () => {
    expect(amountsOf('Some 12 percent of likely voters, 3.5% and 7 per cent')).toMatchObject([
      { kind: 'percentage', value: 12, unit: '%', of: 'likely voters', bound: 'about' },
      { value: 3.5, of: null },
      { value: 7 },
    ])
    expect(read('up 5 percentage points, 3 to 5 percent, a 2-percentage-point lead')).toEqual([
      ['5 percentage points', 5, 'percentage points'],
      ['3 to 5 percent', [3, 5], '%'],
      ['2-percentage-point', 2, 'percentage points'],
    ])
  })

  test('shares are percentages', () => {
    expect(amountsOf('Two-thirds of the members, half of them, and six in 10 farmers voted.')).toMatchObject([
      { text: 'Two-thirds', value: 66.7, of: 'members' },
      { text: 'six in 10', value: 60, of: 'farmers' },
    ])
    expect(amountsOf('Some 16 percent of what was missing, and two-thirds of what they spent in 2019.')).toMatchObject([
      { text: 'Some 16 percent', of: 'what was missing', bound: 'about' },
      { text: 'two-thirds', of: 'what they spent' },
    ])
    for (const text of ['Some 16 percent of what, they asked.', 'Some 16 percent of what is?'])
      expect(amountsOf(text)[0]?.of, text).toBe(null)
    expect(read('the third of May, two in 10 years, the second half of it')).toEqual([['10 years', 10, 'years']])
  })
})

describe('counts', () => {
  test.each([
    ['28 people', 28, 'people'],
    ['1,200 new homes', 1200, 'homes'],
    ['two drones', 2, 'drones'],
    ['a dozen eggs', 12, 'eggs'],
    ['half a million people', 500_000, 'people'],
    ['two and a half million sheep', 2.5e6, 'sheep'],
    ['two hundred and fifty workers', 250, 'workers'],
    ['twenty-one miles', 21, 'miles'],
    ['two hundred thousand former steel workers', 200_000, 'workers'],
    ['four U.N. observers', 4, 'observers'],
    ['three million New Yorkers', 3e6, 'New Yorkers'],
    ['20 first-graders', 20, 'first-graders'],
    ['three days', 3, 'days'],
    ['5km', 5, 'km'],
  ])('%s', (text, value, unit) => {
    expect(amountsOf(`We saw ${text} there.`)).toMatchObject([{ text, kind: 'count', value, unit, upTo: null }])
  })

  test('two ends, and the stuff that is measured', () => {
    expect(read('3 or 4 people, 10-12 boats, between 20 and 30 cars')).toEqual([
      ['3 or 4 people', [3, 4], 'people'],
      ['10-12 boats', [10, 12], 'boats'],
      ['between 20 and 30 cars', [20, 30], 'cars'],
    ])
    expect(amountsOf('2 million tonnes of grain')).toMatchObject([{ value: 2e6, unit: 'tonnes', of: 'grain' }])
    expect(read('a two-hour meeting after a 20-mile march')).toEqual([
      ['two-hour', 2, 'hour'],
      ['20-mile', 20, 'mile'],
    ])
  })

  test('a name before the noun belongs to it', () => {
    expect(amountsOf('About 300 Rovers fans met 40 Danish sailors.')).toMatchObject([
      { text: 'About 300 Rovers fans', unit: 'Rovers fans', bound: 'about' },
      { text: '40 Danish sailors', unit: 'Danish sailors' },
    ])
    expect(read('five Norwick police officers, 20 Anglo-Irish poets')).toEqual([
      ['five Norwick police officers', 5, 'officers'],
      ['20 Anglo-Irish poets', 20, 'Anglo-Irish poets'],
    ])
  })

  test('times are counted, except where they compare', () => {
    expect(read('She watched it forty times, at least 3 times a week, and five times that night.')).toEqual([
      ['forty times', 40, 'times'],
      ['at least 3 times', 3, 'times'],
      ['five times', 5, 'times'],
    ])
    expect(read('It is three times as many, ten times larger, four times the size, and 2 times 3.')).toEqual([])
  })

  test('12 of the 28 members are two counts of members', () => {
    expect(read('12 of the 28 members left')).toEqual([
      ['12', 12, 'members'],
      ['28 members', 28, 'members'],
    ])
  })

  test('the dead are counted even where no noun is near, and a bounded number is', () => {
    expect(read('At least 28 were killed and 12 injured.')).toEqual([
      ['At least 28', 28, ''],
      ['12', 12, ''],
    ])
  })

  test('in a headline capitals are no names', () => {
    expect(read('Ferry Crash Kills 12 People', 'headline')).toEqual([['12 People', 12, 'People']])
  })
})

test.each([
  ['about 1,200 sheep', 'about'],
  ['at least 28 people', 'at least'],
  ['no fewer than 28 people', 'at least'],
  ['more than 28 people', 'more than'],
  ['no more than 28 people', 'up to'],
  ['as many as 40 cars', 'up to'],
  ['up to $5 million', 'up to'],
  ['nearly 12 percent', 'nearly'],
  ['just under 12 percent', 'nearly'],
  ['fewer than 30 people', 'less than'],
  ['100+ people', 'at least'],
  ['100 or more people', 'at least'],
  ['23 percent or so', 'about'],
])('a bound is kept and belongs to the words: %s', (text, bound) => {
  expect(amountsOf(`There were ${text}.`)).toMatchObject([{ text, bound }])
})

test('what is counted does not go on beyond a time', () => {
  expect(read('It sold 9999 papers. The 9999 paper Thursday continues.')).toEqual([['9999 papers', 9999, 'papers']])
  expect(read('Of the money 1,200 went missing Tuesday nights')).toEqual([['1,200', 1200, '']])
})

test('"over three years" lasts, and has no bound', () => {
  expect(amountsOf('It grew over three years.')).toMatchObject([{ text: 'three years', bound: null }])
})

test.each([
  'In 2016, on May 16, at 8:30 p.m., two years ago',
  'the 34-year-old, aged 34, is 34 years old; Mr. Field, 34, agreed',
  'They won 2-1 and lost 3:0.',
  'Call 020 7946 0958 or 555-1234.',
  'the third time, the 12th man, the 1990s',
  'A Boeing 737 landed on Route 66 under Article 5 at gate 12.',
  'The Big Three met the G7 in Formula 1 in World War Two.',
  'The 24/7 shop sells the F-16, COVID-19 tests and A4 paper, No. 10, #5, 16-bit.',
  'dozens of protesters, hundreds of cars, several boats, a few days',
  'One of them said one thing.',
  'It is version 1.2.3 of psalm 23.',
  'People under 45 called 911.',
  'He showed that 2+2=4.',
  'The film is in 1080p, on page p12.',
])('no amount is found in: %s', (text) => {
  expect(amountsOf(text)).toEqual([])
})
