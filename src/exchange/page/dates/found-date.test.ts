/** Of which day a page is: what it states, what follows from that, and what is asked of whoever brought it. */
import { describe, expect, test } from 'vitest'
import { type Block, emptyContent, newBlockId } from '../../../story/index.ts'
import { dayOfPage } from './day-of-page.ts'
import { findPageDate } from './found-date.ts'

const NOW = Date.UTC(2026, 10, 24, 12)
const dateOf = (...parts: string[]) => findPageDate(parts, NOW)
const stated = (date: string) => findPageDate(['It rained.'], NOW, { stated: date })

describe('a date that the page states', () => {
  test.each([
    ['2024-05-16T09:30:00Z', '2024-05-16'],
    [' 2024-05-16', '2024-05-16'],
    ['Thursday, 16 May 2024', '2024-05-16'],
    ['Sept. 3rd, 2025', '2025-09-03'],
    ['2024-02-29', '2024-02-29'],
  ])('for machines, "%s", is its day', (text, edtf) => {
    expect(stated(text)).toMatchObject({ edtf, sure: true })
  })

  test.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-05-00', 'yesterday', ''])(
    'that is no day, "%s", counts for nothing',
    (text) => {
      expect(stated(text)).toMatchObject({ edtf: '', sure: false })
    },
  )

  test('is said in words', () => {
    expect(stated('2024-01-06').sentences).toEqual(['The page gives its date: 6 January 2024.'])
    expect(dateOf('December 31, 2024').sentences).toEqual(['The page gives its date: 31 December 2024.'])
  })

  test.each([
    'Published: Thursday, May 16, 2024 at 9:30 am',
    'Posted by Jo on 2024-05-16',
    'Last updated 16 May 2024, 09:30 GMT | by Ada Brook',
    '16th of May, 2024',
    'Nov. 3, 2024 | Holm',
  ])('in a line of its own, "%s", is its day', (line) => {
    expect(dateOf('', 'A headline', line)).toMatchObject({
      sure: true,
      edtf: expect.stringMatching(/^2024-(05-16|11-03)$/),
    })
  })

  test('is looked for in the first lines only, and not in a sentence or a long one', () => {
    const line = 'Published May 16, 2024'
    expect(dateOf('One', 'Two', line).sure).toBe(true)
    expect(dateOf('One', 'Two', 'Three', line).sure).toBe(false)
    expect(dateOf('The bridge that was opened on May 16, 2024 by the queen and her sisters is shut.').sure).toBe(false)
    expect(dateOf(`May 16, 2024 ${'— '.repeat(60)}`).sure).toBe(false)
    expect(dateOf(`May 16, 2024 ${'x'.repeat(40)}`).sure).toBe(true)
    expect(dateOf(`May 16, 2024 ${'x'.repeat(41)}`).sure).toBe(false)
  })
})

describe('a day without its year', () => {
  test('is the latest of its name that has passed, and what is not known is said', () => {
    expect(dateOf('It sank on 3 March in the rain.')).toEqual({
      edtf: '2026?-03-03',
      sure: false,
      sentences: [
        'The page gives the day, 3 March, but not the year.',
        '2026 is the latest year that has had that day. Check it.',
      ],
    })
    expect(dateOf('It sank on December 24.').edtf).toBe('2025?-12-24')
    expect(dateOf('It sank on November 24.').edtf).toBe('2026?-11-24')
    expect(dateOf('It sank on November 25.').edtf).toBe('2025?-11-25')
    expect(dateOf('It sank on 29 February.').edtf).toBe('2024?-02-29')
  })

  test('is of a year in which its weekday fits', () => {
    expect(dateOf('It sank on Thursday, 16 May, in the rain.')).toEqual({
      edtf: '2024?-05-16',
      sure: false,
      sentences: [
        'The page gives the day, 16 May, a Thursday, but not the year.',
        '2024 is the latest year in which that day was a Thursday. Check it.',
      ],
    })
    expect(dateOf('It sank on May 16. On Sunday all was quiet.').edtf).toBe('2021?-05-16')
  })

  test('is not before a year that the page speaks of as past', () => {
    expect(dateOf('It sank on Thursday, 16 May. The war began in 2022.').sentences[1]).toBe(
      '2024 is the latest year in which that day was a Thursday, and the text speaks of 2022 as in the past. Check it.',
    )
    expect(dateOf('It sank on Thursday, 16 May. The war began in 2024.').edtf).toBe('2024?-05-16')
    expect(dateOf('It sank on Thursday, 16 May. By 2099 all is well; it began in 2019.').sentences[1]).toContain('2019')
    expect(dateOf('It sank on Thursday, 16 May. The war began in 2025.')).toEqual({
      edtf: 'XXXX-05-16',
      sure: false,
      sentences: [
        'The page gives the day, 16 May, a Thursday, but not the year.',
        'No year fits that day and weekday. Give the date when you publish.',
      ],
    })
  })

  test('"may 3" and "march 5" in small letters are verbs, and the next day counts', () => {
    expect(dateOf('You may 3 times march 5 miles; we left on april 7.').edtf).toBe('2026?-04-07')
    expect(dateOf('It was on june 31, then on 30 june.').edtf).toBe('2026?-06-30')
  })
})

describe('where nothing more is known', () => {
  test('the first whole day that the story speaks of is offered, with a question', () => {
    expect(dateOf('A', 'B', 'C', 'After the war of 12 June 2019 and of 1 May 2020 it was quiet.')).toEqual({
      edtf: '2019-06-12?',
      sure: false,
      sentences: [
        'The page doesn’t give its own date. The first day it mentions is 12 June 2019. Check whether it is from that day.',
      ],
    })
    expect(dateOf('A', 'B', 'C', 'It opens on 25 November 2026, and had opened on 24 November 2026 before.').edtf).toBe(
      '2026-11-24?',
    )
    expect(dateOf('A', 'B', 'C', 'It opens on 1 June 2031, when all the boats of the harbour come home.').edtf).toBe('')
  })

  test('a weekday alone is named, and a day is asked for; without one, too', () => {
    expect(dateOf('They met on Friday.').sentences).toEqual([
      'The page mentions a Friday, but no date.',
      'Give the date when you publish, or the story will be dated today.',
    ])
    expect(dateOf('They met on Sunday.').sentences[0]).toBe('The page mentions a Sunday, but no date.')
    expect(dateOf('They met.').sentences).toEqual([
      'The page gives no date. Give one when you publish, or the story will be dated today.',
    ])
  })
})

describe('the day that a page’s words are read as of', () => {
  const block = (text: string): Block => ({ id: newBlockId(), type: 'paragraph', text })
  const page = (edtf: string, sure: boolean, more: object = {}) =>
    dayOfPage({ content: { ...emptyContent, ...more }, date: { edtf, sure, sentences: [] } })

  test('is the one that it states', () => {
    expect(page('2024-05-16', true)).toEqual({ day: '2024-05-16', sure: true })
  })

  test('is only likely where the top of the page names a day and leaves its year open', () => {
    const likely = { day: '2024-05-06', sure: false }
    for (const headline of [
      'Ferry sinks on May 6',
      'Ferry sinks on May 06',
      '6 May: ferry sinks',
      'On the 6th of May',
      'may 6',
    ])
      expect(page('2024?-05-06', false, { headline }), headline).toEqual(likely)
    for (const part of ['standfirst', 'dateline'])
      expect(page('2024?-05-06', false, { [part]: 'HOLM, May 6' }), part).toEqual(likely)
    const picture = { src: '', alt: '', caption: 'The ferry on May 6.', credit: '', rights: '' }
    expect(page('2024?-05-06', false, { picture })).toEqual(likely)
    expect(page('2024?-12-06', false, { headline: 'Dec. 6' })).toEqual({ day: '2024-12-06', sure: false })
    const heading: Block = { id: 'h', type: 'heading', level: 2, text: 'May 6' }
    expect(page('2024?-05-06', false, { body: [heading, block('It sank on May 6.')] })).toEqual(likely)
  })

  test('is not known where the day stands further down, or another day does, or the page does not tell', () => {
    expect(page('2024?-05-06', false, { body: [block('It sank.'), block('It was May 6.')] })).toBe(null)
    expect(page('2024?-05-06', false, { headline: 'Ferry sinks on May 16, or 60 May' })).toBe(null)
    expect(page('2024?-05-06', false)).toBe(null)
    expect(page('2024-05-06?', false, { headline: 'May 6' })).toBe(null)
    expect(page('XXXX-05-06', false, { headline: 'May 6' })).toBe(null)
    expect(page('', false)).toBe(null)
  })
})
