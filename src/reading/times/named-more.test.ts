/** Days of which more is said than their name: weeks on, numbers, what was named before, what is planned. */
import { describe, expect, test } from 'vitest'
import { findTimes } from './find-times.ts'

/** Each expression of a text and its meaning, said on a Thursday. */
const read = (text: string, day = '2025-10-16') =>
  findTimes([{ id: 'b', kind: 'paragraph', text }], day).map(({ text, edtf, unresolved }) => [
    text,
    edtf ?? `? ${unresolved}`,
  ])
const meanings = (text: string) => read(text).map(([, meaning]) => meaning)

describe('weekdays', () => {
  test('a week, a fortnight or two weeks on from a day', () => {
    expect(meanings('It opens a week on Friday; the vote is Monday week; they sail Sunday fortnight.')).toEqual([
      '2025-10-24',
      '2025-10-27',
      '2025-11-02',
    ])
    expect(meanings('The pier shuts a fortnight today.')).toEqual(['2025-10-30'])
  })

  test('of a week that is named beside them', () => {
    expect(read('They row next week Tuesday and rowed last week on Monday.')).toEqual([
      ['next week Tuesday', '2025-10-21'],
      ['last week on Monday', '2025-10-06'],
    ])
  })

  test('before and after a day that was named', () => {
    expect(meanings('The boat left on 3 September; the previous Monday it was painted.')).toEqual([
      '2025-09-03',
      '2025-09-01',
    ])
    expect(meanings('They met on 3 September. The following Friday they parted.')).toEqual(['2025-09-03', '2025-09-05'])
  })

  test('as the British say last and next', () => {
    expect(meanings('The crew met Tuesday last, and meets Tuesday next.')).toEqual(['2025-10-14', '2025-10-21'])
    expect(meanings('He won the Saturday before last.')).toEqual(['2025-10-04'])
  })

  test('with a number, whose month another date tells or the weekday does', () => {
    expect(read('The fair runs from Friday 7 to Sunday 9 November.')).toEqual([
      ['Friday 7', '2025-11-07'],
      ['Sunday 9 November', '2025-11-09'],
    ])
    expect(meanings('The fair will open on Saturday 8.')).toEqual(['2025-11-08'])
    expect(meanings('The fair will open on Saturday 9.')).toEqual(['? the weekday and the date do not fit'])
    expect(meanings('On Monday 12 boats sank.')).toEqual(['2025-10-13'])
  })

  test('in short', () => {
    expect(meanings('He rowed on Tues and Weds.')).toEqual(['2025-10-14', '2025-10-15'])
  })
})

describe('what is planned lies ahead', () => {
  test.each([
    'Rowers plan to sail on Monday.',
    'Rowers hoped to sail on Monday.',
    'The mayor asked the crew to sail on Monday.',
    'Owners expect the gate to open on Monday.',
    'The pilots threatened to walk out on Monday.',
    'The captain urged all of them to be there on Monday.',
  ])('%s', (text) => {
    expect(meanings(text)).toEqual(['2025-10-20'])
  })

  test.each([
    'Rowers tried to sail on Monday.',
    'He was asked to leave on Monday.',
    'The mayor asked on Monday whether they would sail.',
  ])('%s', (text) => {
    expect(meanings(text)).toEqual(['2025-10-13'])
  })
})

describe('days and months', () => {
  test('ordinals of two words keep their tens', () => {
    expect(meanings('Between the twenty-first of May and the thirtieth of June; on August twenty-second.')).toEqual([
      '2025-05-21/2025-06-30',
      '2025-08-22',
    ])
  })

  test('a day without its month is of the month that was named, or the nearest by tense', () => {
    expect(meanings('The board will meet on the 3rd.')).toEqual(['2025-11-03'])
    expect(meanings('The board met on the 3rd.')).toEqual(['2025-10-03'])
    expect(meanings('It sat in July and voted on the 9th.')).toEqual(['2025-07', '2025-07-09'])
    expect(meanings('She birdied twice, and on the 18th hole she won.')).toEqual([])
  })

  test('a year that "in" parts from its day, and points in short dates', () => {
    expect(meanings('It sank on 9 July in 1998. The form of 3.4.25 is lost; version 3.4.25 is not.')).toEqual([
      '1998-07-09',
      '2025-04-03',
    ])
  })

  test('short names of months that are linked', () => {
    expect(meanings('The show is on Jan-Mar 2026, after the fair of Nov 3 2025-Jan 4 2026.')).toEqual([
      '2026-01/2026-03',
      '2025-11-03/2026-01-04',
    ])
  })

  test('weeks by the day they begin or end with', () => {
    expect(meanings('Works begin in the week commencing 3 November.')).toEqual(['2025-11-03/2025-11-09'])
    expect(meanings('In the week ending 9 November; w/c 3 November; the week of 5 November.')).toEqual([
      '2025-11-03/2025-11-09',
      '2025-11-03/2025-11-09',
      '2025-11-03/2025-11-09',
    ])
    expect(meanings('Week 1 of 2026 begins in December.')[0]).toBe('2025-12-29/2026-01-04')
  })

  test('quarters and halves', () => {
    expect(meanings('Sales fell in the last quarter; next quarter will be better.')).toEqual([
      '2025-07/2025-09',
      '2026-01/2026-03',
    ])
    expect(meanings('Sales fell in H1 and in Q2 2024, and in the last quarter of 2023.')).toEqual([
      '2025-01/2025-06',
      '2024-04/2024-06',
      '2023-10/2023-12',
    ])
    expect(meanings('Q1: Why boats? They scored in the last quarter of the match.')).toEqual([])
  })
})
