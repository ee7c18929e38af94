import { expect, test } from 'vitest'
import { readUrl } from './read-url.ts'

test.each([
  ['https://käse.example/brot', undefined, 'https://xn--kse-qla.example/brot'],
  ['/brot', 'https://paper.example/cheese', 'https://paper.example/brot'],
  ['HTTPS://Paper.example', undefined, 'https://paper.example/'],
])('%s from %s leads to %s', (address, base, href) => {
  expect(readUrl(address, base)?.href).toBe(href)
})

test.each(['', 'paper.example', '/brot', 'https://', 'https://a b.example'])(
  '%j leads nowhere by itself',
  (address) => {
    expect(readUrl(address)).toBeNull()
  },
)

test('an address in letters is one the ten-thousandth time as it was the first', () => {
  let denied = 0
  for (let turn = 0; turn < 20_000; turn++) if (readUrl('https://käse.example/') === null) denied++
  expect(denied).toBe(0)
})
