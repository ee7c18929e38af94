import { expect, test } from 'vitest'
import type { ReadingBlock } from '../reading.ts'
import { findDate } from './find-date.ts'

const paragraphs = (...texts: string[]): ReadingBlock[] =>
  texts.map((text, i) => ({ id: `b${i}`, kind: 'paragraph', text }))

test.each([
  ['Published 2024-05-16', '2024-05-16'],
  ['Published: Thursday, May 16, 2024 at 9:30 am', '2024-05-16'],
  ['Thursday, 16 May 2024', '2024-05-16'],
  ['By Jo Field, 16 May 2024', '2024-05-16'],
])('a date line gives the day: %s', (line, day) => {
  expect(findDate(paragraphs('The ferry that never was', line, 'It sank on 3 May 2019.'))).toBe(day)
})

test('the day it was published counts before the day it was updated', () => {
  expect(findDate(paragraphs('Updated May 18, 2024', 'Published May 16, 2024'))).toBe('2024-05-16')
  expect(findDate(paragraphs('Updated May 18, 2024'))).toBe('2024-05-18')
})

test('the dateline of the first sentence gives the day', () => {
  expect(findDate(paragraphs('PORT HOLM, May 16, 2024 (Agency) — The ferry was sold.'))).toBe('2024-05-16')
})

test('a day without its year is settled by the one weekday and the latest year that the text names', () => {
  const caption: ReadingBlock = { id: 'c', kind: 'caption', text: 'The two shake hands in Holm on May 16.' }
  expect(findDate([caption, ...paragraphs('They met Thursday.', 'The dispute began in February 2022.')])).toBe(
    '2024-05-16',
  )
  // No weekday, two weekdays, no year, or no near year that fits: it is not safe to say.
  expect(findDate([caption, ...paragraphs('They met.', 'The dispute began in February 2022.')])).toBeNull()
  expect(findDate([caption, ...paragraphs('They met Thursday and Friday.', 'It began in 2022.')])).toBeNull()
  expect(findDate([caption, ...paragraphs('They met Thursday.')])).toBeNull()
  expect(findDate([caption, ...paragraphs('They met Wednesday.', 'It began in 2019.')])).toBeNull()
})

test('a date that the story speaks of, or its headline does, is not taken for its own', () => {
  expect(findDate(paragraphs('The treaty was signed on Thursday, 16 May 2024, in a tent.'))).toBeNull()
  expect(findDate([{ id: 'h', kind: 'headline', text: 'Results of 8 November 2016' }])).toBeNull()
  expect(findDate(paragraphs('It happened last week.'))).toBeNull()
  expect(findDate([])).toBeNull()
})

test('hostile text gives no day and ends', () => {
  for (const text of ['May '.repeat(100_000), '1'.repeat(500_000), '2016 '.repeat(150_000)]) {
    expect(findDate(paragraphs(text))).toBeNull()
  }
})
