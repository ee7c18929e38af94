import { expect, test } from 'vitest'
import { counted, howLongAgo, lengthOfMinutes, lengthOfTime, listed } from './count.ts'

test.each([
  [0, '0 comments'],
  [1, 'one comment'],
  [2, '2 comments'],
  [12_300, '12,300 comments'],
])('%i is told as %s', (count, words) => {
  expect(counted(count, { one: 'one comment', other: '# comments' })).toBe(words)
})

test('a sentence may name its number twice', () => {
  expect(counted(3, { other: '# of #' })).toBe('3 of 3')
})

test('lists and lengths of time read as they are spoken', () => {
  expect(listed(['Town', 'Sport', 'Letters'])).toBe('Town, Sport and Letters')
  expect([lengthOfTime(1, 'hour'), lengthOfTime(40, 'minute')]).toEqual(['1 hour', '40 minutes'])
  expect([30, 60, 90, 240, 1440].map(lengthOfMinutes)).toEqual([
    '30 minutes',
    '1 hour',
    '90 minutes',
    '4 hours',
    '1 day',
  ])
})

test.each([
  [0, 'just now'],
  [29_999, 'just now'],
  [30_000, '1 minute ago'],
  [59 * 60_000, '59 minutes ago'],
  [60 * 60_000, '1 hour ago'],
  [90 * 60_000, '2 hours ago'],
  [47 * 60 * 60_000, '47 hours ago'],
  [48 * 60 * 60_000, '2 days ago'],
  // By a clock that was set back since.
  [-5000, 'just now'],
])('%i ms are said to be: %s', (span, words) => {
  expect(howLongAgo(span)).toBe(words)
})
