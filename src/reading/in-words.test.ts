import { expect, test } from 'vitest'
import { amountInWords, countWords } from './index.ts'

test('an amount is told with its bound, its unit and what it is of', () => {
  const amount = {
    text: '',
    kind: 'count',
    value: 3000,
    upTo: null,
    unit: 'people',
  } as const
  expect(amountInWords({ ...amount, of: null, bound: 'at least' })).toBe('at least 3,000 people')
  expect(amountInWords({ ...amount, upTo: 5000, unit: 'USD', of: 'aid', bound: null })).toBe(
    '3,000 to 5,000 USD, of aid',
  )
})

test('words are counted as a reader would', () => {
  expect(countWords('The lock-keeper’s 3 ducks — all “hers”.')).toBe(6)
  expect(countWords('')).toBe(0)
})
