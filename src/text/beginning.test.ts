import { expect, test } from 'vitest'
import { beginningOf } from './beginning.ts'

test('a text that is longer than its place is cut between words, with a sign that it goes on', () => {
  expect(beginningOf('The ferry\n was late.', 40)).toBe('The ferry was late.')
  expect(beginningOf('The ferry was late again this morning.', 20)).toBe('The ferry was late …')
  expect(beginningOf('a'.repeat(50), 20)).toBe(`${'a'.repeat(20)} …`)
  // What people count as one character is not cut in two.
  expect(beginningOf('🛶'.repeat(30), 4)).toBe('🛶🛶🛶🛶 …')
})
