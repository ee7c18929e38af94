import { expect, test } from 'vitest'
import { amountInWords, countWords } from './index.ts'

test('an amount is told with its bound, its unit and what it is of', () => {
  const amount = { text: '', kind: 'count', value: 3000, upTo: null, unit: 'people', of: null, bound: null } as const
  const money = { ...amount, kind: 'money', unit: 'USD' } as const
  const share = { ...amount, kind: 'percentage', value: 12.5, unit: '%' } as const
  expect(amountInWords({ ...amount, bound: 'at least' })).toBe('at least 3,000 people')
  expect(amountInWords({ ...money, upTo: 5000, of: 'aid' })).toBe('3,000 to 5,000 USD, aid')
  expect(amountInWords({ ...share, of: 'the voters' })).toBe('12.5 % of the voters')
})

test('words are counted as a reader would', () => {
  expect(countWords('The lock-keeper’s 3 ducks — all “hers”.')).toBe(6)
  expect(countWords('')).toBe(0)
})
