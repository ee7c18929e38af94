import { expect, test } from 'vitest'
import { ownLines } from './index.ts'

test.each([
  ['> The pier stays open.\n\nGood, my son fishes there.', '\nGood, my son fishes there.'],
  ['Good.\n > The pier stays open.\n>> Does it?\nAnd then?', 'Good.\nAnd then?'],
  ['5 > 4, said my teacher', '5 > 4, said my teacher'],
  ['no quotation', 'no quotation'],
])('of %j its writer says %j', (text, own) => {
  expect(ownLines(text)).toBe(own)
})

test.each(['> cheap lamps, lamps.example', '> cheap lamps\n\n> lamps.example\n', '> one\n\u200b'])(
  'whoever does nothing but quote says what stands in %j',
  (text) => {
    expect(ownLines(text)).toBe(text)
  },
)
