import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findQuotations, quotedShare } from './index.ts'

const spans = (text: string) => findQuotations(text).map(({ from, to }) => text.slice(from, to))

test('quotations are found in the marks of several languages, the outermost only', () => {
  expect(spans('“Yes,” she said, “and ‘no’ as well.”')).toEqual(['Yes,', 'and ‘no’ as well.'])
  expect(spans('„Ja“, sagte er. «Non». "Plain" marks')).toEqual(['Ja', 'Non', 'Plain'])
})

test('single marks quote, and apostrophes do not', () => {
  expect(spans("The boats of the '80s are back. 'They never left,' says Ole. 'The '80s did.'")).toEqual([
    'They never left,',
    "The '80s did.",
  ])
  expect(spans('‘The sailors’ boots were wet,’ he said. ‘Give ’em ours.’')).toEqual([
    'The sailors’ boots were wet,',
    'Give ’em ours.',
  ])
  expect(spans("Rock 'n' roll. He is 6'2\" tall.")).toEqual([])
})

test('marks of other countries open where theirs do', () => {
  expect(spans('»Ja«, sagte er. »Nein«, sagte sie.')).toEqual(['Ja', 'Nein'])
  expect(spans('« Oui », dit-il. « Non », dit-elle.')).toEqual([' Oui ', ' Non '])
  expect(spans('”Ja”, sade han. »Nej», sade hon.')).toEqual(['Ja', 'Nej'])
  expect(spans('「はい」と言った。『いいえ』')).toEqual(['はい', 'いいえ'])
  expect(spans("''Yes,'' he said. ``No,'' she said.")).toEqual(['Yes,', 'No,'])
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
      fc
        .array(fc.constantFrom('“', '”', '"', '«', '»', '„', '‘', '’', "'", '「', 's', 'a', ' ', '.'))
        .map((parts) => parts.join('')),
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
