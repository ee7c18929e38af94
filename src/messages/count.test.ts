import { expect, test } from 'vitest'
import { counted, lengthOfTime, listed } from './count.ts'

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
})
