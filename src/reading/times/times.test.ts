import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ReadingBlock } from '../reading.ts'
import { findTimes } from './find-times.ts'

/** Thursday, 16 May 2024. */
const DAY = '2024-05-16'
const SUMMIT = resolve(process.env.COURANT_SHARED ?? '../shared', 'pages/summit-page.txt')

const blocksOf = (...texts: string[]): ReadingBlock[] =>
  texts.map((text, i) => ({ id: `b${i}`, kind: 'paragraph', text }))
/** Each expression with its meaning, or "? " and why it has none. */
const read = (text: string, date: string | null = DAY) =>
  findTimes(blocksOf(text), date).map((time) => [time.text, time.edtf ?? `? ${time.unresolved}`])
const meanings = (text: string, date: string | null = DAY) => read(text, date).map(([, meaning]) => meaning)

describe.skipIf(!existsSync(SUMMIT))('the summit page (skipped where COURANT_SHARED does not hold it)', () => {
  test('every date expression in it is found and means what an editor would say', () => {
    // The page has its body twice: the first copy is what is read.
    const copy = readFileSync(SUMMIT, 'utf8').split('Post a Comment')[0]?.split('\n') ?? []
    const texts = [...new Set(copy.map((line) => line.trim()).filter((line) => line !== ''))]
    const times = findTimes(blocksOf(...texts), DAY)
    expect(times.map(({ text, edtf }) => [text, edtf])).toEqual([
      ['May 16', '2024-05-16'],
      ['Thursday', '2024-05-16'],
      ['last week', '2024-05-06/2024-05-12'],
      ['Thursday morning', '2024-05-16'],
      ['last year', '2023'],
      ['a day after', '2024-05-15'],
      ['February 2022', '2022-02'],
      ['earlier this week', '2024-05-13/2024-05-16'],
      ['recent weeks', '2024-04-18~/2024-05-16'],
    ])
  })
})

describe('what other finders miss or make up', () => {
  test.each([
    ['Sales fell in the third quarter of 2017.', 'third quarter of 2017', '2017-07/2017-09'],
    ['The bridge opened in 2016.', '2016', '2016'],
    ['It was common in the 1990s.', '1990s', '1990/1999'],
    ['He was mayor from 2010 to 2015.', 'from 2010 to 2015', '2010/2015'],
    ['They met in the spring of 1994.', 'spring of 1994', '1994-21'],
    ['Rents doubled over the past decade.', 'past decade', '2014/2024-05-16'],
    ['The tram will run early next year.', 'early next year', '2025-01/2025-04'],
  ])('%s', (text, words, edtf) => {
    expect(read(text)).toEqual([[words, edtf]])
  })

  test.each([
    'The pump ran for three days.',
    'It is the third time in 10 years.',
    'She sat down before the sun set.',
    'You may go, and they march on.',
    'It took a second of a two-hour meeting.',
    'April Jones said the shop is open 24/7.',
    'They lost 2-1, and the 34-year-old wept.',
    'Friday Night Lights beat the Sunday Times.',
    'On Saturdays, and every Monday, there is a market.',
    'Sheffield Wednesday drew.',
    'The March on the capital was peaceful.',
    'About 2016 people came, and 2000 homes were built.',
    'The Tokyo 2020 mascot met model 2015.',
    'The verse is John 3:16.',
    'He is in his 90s.',
    'The trial should last six weeks.',
  ])('no time is found in: %s', (text) => {
    expect(read(text)).toEqual([])
  })

  test('a person called May does not become a month, and the month beside her stays one', () => {
    expect(read('Theresa May spoke. May said it in May, and May agreed.')).toEqual([['May', '2024-05']])
  })
})

describe('days and months by name', () => {
  test('a day is read in every order that newsrooms write it', () => {
    expect(
      meanings('May 16, 16 May, the 16th of May, May 16, 2024, 16 May 2024, Thursday, May 16, and May the 16th'),
    ).toEqual(new Array(7).fill('2024-05-16'))
    expect(read('Jan. 6, 2021, was a Wednesday')).toEqual([
      ['Jan. 6, 2021', '2021-01-06'],
      ['Wednesday', '2024-05-15'],
    ])
  })

  test('the tense of the sentence decides the year of a day without one', () => {
    expect(meanings('He was elected on November 5.')).toEqual(['2023-11-05'])
    expect(meanings('The vote will be on November 5.')).toEqual(['2024-11-05'])
    expect(meanings('The store closed in March.')).toEqual(['2024-03'])
    expect(meanings('The store closed in September.')).toEqual(['2023-09'])
    expect(meanings('The store will close in March.')).toEqual(['2025-03'])
  })

  test('a day a few days off stays near, whatever the tense: datelines run ahead of their story', () => {
    expect(meanings('OSLO, May 17 — A ferry was sold.')).toEqual(['2024-05-17'])
  })

  test('a weekday beside a date has to fit it', () => {
    expect(meanings('Monday, May 16, 2024')).toEqual(['? the weekday and the date do not fit'])
    expect(meanings('It was Tuesday, May 16.')).toEqual(['2023-05-16'])
  })

  test('two days share their month, unless the second number counts something', () => {
    expect(read('On May 12 and 13 they met; May 12 and 13, 2023, were wet.')).toEqual([
      ['May 12 and 13', '2024-05-12/2024-05-13'],
      ['May 12 and 13, 2023', '2023-05-12/2023-05-13'],
    ])
    expect(read('They met on May 12 and 15, in rain.')).toEqual([
      ['May 12', '2024-05-12'],
      ['15', '2024-05-15'],
    ])
    expect(read('On May 12 and 13 boats came.')).toEqual([['May 12', '2024-05-12']])
    expect(read('They met on Feb. 28 and 30.')).toEqual([['Feb. 28', '2024-02-28']])
  })

  test('a day that does not exist says so', () => {
    expect(meanings('on Feb. 30 and on Sept. 31, 2016, and 2024-02-30')).toEqual(
      new Array(3).fill('? there is no such day'),
    )
    expect(meanings('on February 29, 2023')).toEqual(['? there is no such day'])
    expect(meanings('on February 29, 2024')).toEqual(['2024-02-29'])
  })

  test('months take their year from the words beside them', () => {
    expect(meanings('last May, next May, May last year, March 2016, in March')).toEqual([
      '2023-05',
      '2025-05',
      '2023-05',
      '2016-03',
      '2024-03',
    ])
    expect(read('In 2016 the vote moved, and in March it was held.')[1]).toEqual(['March', '2016-03'])
    expect(read('Fewer than in 2011 replied to it in April.')[1]).toEqual(['April', '2024-04'])
  })

  test('without a day to count from, what is whole is read and the rest says why not', () => {
    expect(read('On May 16, 2024, and on May 17, and on Friday, last week', null)).toEqual([
      ['May 16, 2024', '2024-05-16'],
      ['May 17', '? no date to count from'],
      ['Friday, last week', '? no date to count from'],
    ])
  })
})

describe('weekdays', () => {
  test('a weekday is the last one up to the story, or the next where it is to come', () => {
    expect(meanings('She arrived on Monday. He spoke Thursday.')).toEqual(['2024-05-13', '2024-05-16'])
    expect(meanings('They will meet on Monday. On Friday he is due in court.')).toEqual(['2024-05-20', '2024-05-17'])
    expect(meanings('The ballots will be counted Tuesday.')).toEqual(['2024-05-21'])
    expect(meanings('He said it would end Saturday.')).toEqual(['2024-05-18'])
    expect(meanings('The vote will decide the matter, officials said Monday.')).toEqual(['2024-05-13'])
  })

  test.each([
    ['The trial, listed for two weeks, continues on Monday.', '2024-05-20'],
    ['The new bridge opens to traffic on Tuesday.', '2024-05-21'],
    ['Ministers meet in Oslo on Monday.', '2024-05-20'],
    ['Norwick travel to Sallow Bay on Saturday.', '2024-05-18'],
    ['She is heading into Tuesday’s primary.', '2024-05-21'],
    ['Norwick had a lead heading into Tuesday’s game.', '2024-05-14'],
    ['The town goes to the polls on Tuesday.', '2024-05-21'],
    ['On Monday the court resumes.', '2024-05-20'],
    ['The book fair opens at the harbour on 1 June.', '2024-06-01'],
    ['He faces a judge after he was found on Monday.', '2024-05-13'],
    ['He faces charges over a fire on Monday.', '2024-05-13'],
    ['The hearing continues, her office said Monday.', '2024-05-13'],
    ['Monday’s storm continues.', '2024-05-13'],
    ['The mayor continues to deny what he wrote Monday.', '2024-05-13'],
    ['The returns on Monday were poor.', '2024-05-13'],
    ['The trial continued on Monday.', '2024-05-13'],
  ])('the present tense of a verb that announces means the day to come: %s', (text, edtf) => {
    expect(meanings(text)).toEqual([edtf])
  })

  test('a weekday that says of what kind a thing is, is no time; one that says when it was, is', () => {
    expect(read('She hosts a Sunday talk show and goes to Sunday school.')).toEqual([])
    expect(meanings('On Monday markets fell.')).toEqual(['2024-05-13'])
    expect(read('A Sunday paper had it. The Friday market and the Monday Club meet in their Sunday best.')).toEqual([])
    expect(read('He sang on a Friday night, as on a Monday.')).toEqual([])
    expect(read('In a Tuesday statement he spoke of a Saturday night fire.')).toEqual([
      ['Tuesday', '2024-05-14'],
      ['Saturday night', '2024-05-11'],
    ])
  })

  test('weekdays are counted back and on', () => {
    expect(read('It shut two Saturdays ago, three Thursdays ago, and opens two Mondays from now.')).toEqual([
      ['two Saturdays ago', '2024-05-04'],
      ['three Thursdays ago', '2024-04-25'],
      ['two Mondays from now', '2024-05-27'],
    ])
    expect(read('Two Saturdays ago', null)).toEqual([['Two Saturdays ago', '? no date to count from']])
  })

  test('last, this and next count by the story and its week', () => {
    expect(read('last Thursday, this Thursday, next Thursday, Monday of last week')).toEqual([
      ['last Thursday', '2024-05-09'],
      ['this Thursday', '2024-05-16'],
      ['next Thursday', '2024-05-23'],
      ['Monday of last week', '2024-05-06'],
    ])
  })

  test('two weekdays make a stretch, except where something is moved from one to the other', () => {
    expect(read('It ran from Monday to Wednesday.')).toEqual([['from Monday to Wednesday', '2024-05-13/2024-05-15']])
    expect(read('It was moved from Monday to Wednesday.').map(([words]) => words)).toEqual(['Monday', 'Wednesday'])
  })
})

describe('counted from the story', () => {
  test.each([
    ['yesterday', '2024-05-15'],
    ['tonight', '2024-05-16'],
    ['tomorrow', '2024-05-17'],
    ['last night', '2024-05-15'],
    ['the day after tomorrow', '2024-05-18'],
    ['last month', '2024-04'],
    ['next week', '2024-05-20/2024-05-26'],
    ['this week', '2024-05-13/2024-05-16'],
    ['later this year', '2024-05-16/2024-12-31'],
    ['over the weekend', '2024-05-11/2024-05-12'],
    ['two years ago', '2022'],
    ['three days ago', '2024-05-13'],
    ['two weeks ago', '2024-05-02~'],
    ['a few years ago', '2021~'],
    ['half a century ago', '1974~'],
    ['in recent days', '2024-05-09~/2024-05-16'],
    ['the past two weeks', '2024-05-02/2024-05-16'],
    ['the next few days', '2024-05-16/2024-05-19~'],
    ['two months from now', '2024-07'],
    ['last summer', '2023-22'],
    ['by the end of the year', '2024-12'],
    ['years ago', '? how many years is not said'],
    ['three days earlier', '? counted from something else in the story'],
    ['came a day after he left', '? counted from something else in the story'],
  ])('%s', (text, edtf) => {
    expect(meanings(text)).toEqual([edtf])
  })

  test('"in two weeks" is a time only where the sentence looks ahead', () => {
    expect(read('The dam will be ready in two weeks.')).toEqual([['in two weeks', '2024-05-30~']])
    expect(read('The dam was built in two weeks.')).toEqual([])
  })

  test('"comes a day after" is not counted from the story where another day was just named', () => {
    expect(meanings('The board meets June 6. It comes two days after the strike ends.')).toEqual([
      '2024-06-06',
      '? counted from something else in the story',
    ])
  })

  test('the same day and the next one are counted from the day named before', () => {
    expect(meanings('He died on May 3. The following day the shops closed; that night they burned.')).toEqual([
      '2024-05-03',
      '2024-05-04',
      '2024-05-04',
    ])
    expect(meanings('On May 3, 2016, she left for the 2012 final. That day it snowed.')).toEqual([
      '2016-05-03',
      '2012',
      '2016-05-03',
    ])
    expect(meanings('She left on May 3. The club won in 2012. Nobody forgot it. That day it snowed.').at(-1)).toBe(
      '? which day is meant is not said near it',
    )
    expect(meanings('It rained the same day.')).toEqual(['? which day is meant is not said near it'])
    expect(meanings('In 2010 he won; two years later he lost.')).toEqual(['2010', '2012'])
    expect(meanings('It was sold a week before Christmas and two days after July 4, 2020.')).toEqual([
      '2023-12-18',
      '2020-07-06',
    ])
  })
})

describe('in figures', () => {
  test('a day with slashes is read only where one reading is possible', () => {
    expect(meanings('5/16/2024 and 16/5/2024 and 5/5/2024 and 16.5.2024 and 2024-05-16')).toEqual([
      '2024-05-16',
      '2024-05-16',
      '2024-05-05',
      '2024-05-16',
      '2024-05-16',
    ])
    expect(meanings('It is dated 5/6/2024.')).toEqual(['? day or month first?'])
    expect(meanings('It is dated 5/16/24, not 5/16/68.')).toEqual(['2024-05-16', '1968-05-16'])
  })

  test('years, seasons over two years, decades and centuries', () => {
    expect(meanings('the 2016-17 season, 2010–2015, the ’80s, the 1800s, the 19th century, in 1066')).toEqual([
      '2016/2017',
      '2010/2015',
      '1980/1989',
      '1800/1899',
      '1801/1900',
      '1066',
    ])
    expect(meanings('early 1990s, mid-1990s, late 1990s, mid-2016, early in 2016, around 2010')).toEqual([
      '1990/1993',
      '1994/1996',
      '1997/1999',
      '2016-05/2016-08',
      '2016-01/2016-04',
      '2010~',
    ])
  })

  test('stretches share what is said once', () => {
    expect(meanings('May 16-18, from May 30 to June 2, between March and June, March to June 2016')).toEqual([
      '2024-05-16/2024-05-18',
      '2024-05-30/2024-06-02',
      '2024-03/2024-06',
      '2016-03/2016-06',
    ])
    expect(meanings('from 6 to 27 April, on 12 and 13 May, in 2024/25, between 1am and 3am')).toEqual([
      '2024-04-06/2024-04-27',
      '2024-05-12/2024-05-13',
      '2024/2025',
      '2024-05-16',
    ])
    expect(meanings('from December to March 2017; from 2010 until today')).toEqual([
      '2016-12/2017-03',
      '2010/2024-05-16',
    ])
  })
})

describe('times of day', () => {
  test('they go with the day that stands beside them, else with the sentence, else with the story', () => {
    expect(read('The talk is at 8:30 p.m. on Thursday.')).toEqual([['8:30 p.m. on Thursday', '2024-05-16T20:30']])
    expect(meanings('Doors opened on Monday at 9am. The end was at noon.')).toEqual([
      '2024-05-13T09:00',
      '2024-05-16T12:00',
    ])
    expect(meanings('On Monday the doors opened, and at 8:30 p.m. they closed.')).toEqual([
      '2024-05-13',
      '2024-05-13T20:30',
    ])
    expect(meanings('at 20:30 GMT')).toEqual(['2024-05-16T20:30'])
    expect(meanings('8:30 p.m.', null)).toEqual(['? no date to count from'])
  })

  test('a span of hours, and an hour that leaves its half of the day open, are their day', () => {
    expect(read('Open 10 a.m. to 5 p.m. on Saturday.')).toEqual([['10 a.m. to 5 p.m. on Saturday', '2024-05-11']])
    expect(meanings('It began Thursday at 8:30.')).toEqual(['2024-05-16'])
    expect(meanings('It ended at midnight.')).toEqual(['? which night is meant is not said'])
  })
})

test('named days are the nearest by tense, or of the year beside them', () => {
  expect(meanings('Easter Monday, the Fourth of July, Labor Day, Election Day 2016, Good Friday 2023, D-Day')).toEqual([
    '2024-04-01',
    '2024-07-04',
    '2024-09-02',
    '2016-11-08',
    '2023-04-07',
    '1944-06-06',
  ])
  expect(meanings('They married last Christmas and will meet at Thanksgiving.')).toEqual(['2023-12-25', '2024-11-28'])
  expect(read('A Christmas tree and an Easter egg')).toEqual([])
  expect(
    read('It was found on Boxing Day last year and lost at Easter this year, to be seen on Christmas next year.'),
  ).toEqual([
    ['Boxing Day last year', '2023-12-26'],
    ['Easter this year', '2024-03-31'],
    ['Christmas next year', '2025-12-25'],
  ])
  expect(read('On Boxing Day, last year’s winner lost.')[0]).toEqual(['Boxing Day', '2023-12-26'])
  expect(meanings('on Boxing Day last year', null)).toEqual(['? no date to count from'])
})

test('a story day that is none is refused with a sentence', () => {
  expect(() => findTimes(blocksOf('today'), 'May 16')).toThrow(
    'A story\'s day is written YYYY-MM-DD, and "May 16" is no such day.',
  )
  expect(() => findTimes(blocksOf('today'), '2024-02-30')).toThrow('no such day')
})
