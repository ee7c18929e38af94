import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuotations, quotedShare } from './index.ts'

const spans = (text: string) => findQuotations(text).map(({ from, to }) => text.slice(from, to))

test('quotations are found in the marks of several languages, the outermost only', () => {
  expect(spans('“Yes,” she said, “and ‘no’ as well.”')).toEqual(['Yes,', 'and ‘no’ as well.'])
  expect(spans('„Ja“, sagte er. «Non». "Plain" marks')).toEqual(['Ja', 'Non', 'Plain'])
})

test('a quotation that is never closed runs to the end and says so', () => {
  expect(findQuotations('He said: “It goes on')).toEqual([{ from: 10, to: 20, open: true }])
})

test('the share of quoted words counts letters, not marks or spaces', () => {
  expect(quotedShare(['“ab” cd', 'efgh'])).toBe(0.25)
  expect(quotedShare([])).toBe(0)
})

test('spans are in order, inside the text and do not touch, whatever the text', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('“', '”', '"', '«', '»', '„', 'a', ' ', '.')).map((parts) => parts.join('')),
      (text) => {
        let last = 0
        for (const { from, to } of findQuotations(text)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThanOrEqual(from)
          expect(to).toBeLessThanOrEqual(text.length)
          last = to
        }
      },
    ),
  )
})

test('a million opening marks end at once', () => {
  expect(findQuotations('“'.repeat(1_000_000))).toHaveLength(1)
})
