import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../test/thorough.ts'
import { fold, foldedWords } from './fold.ts'

test.each([
  ['Volodymyr ZELENSKYY’s', 'volodymyr zelenskyy'],
  ['José Ángel Gutiérrez', 'jose angel gutierrez'],
  ['Łukasz Ørsted of Straße', 'lukasz orsted of strasse'],
  ['“We can’t — won’t!” (she said)', 'we cant wont she said'],
  ['well-known', 'well known'],
  ['ﬁve ½', 'five 1 2'],
  ['İstanbul', 'istanbul'],
  ['москва 東京 서울 हिन्दी', 'москва 東京 서울 हिन्दी'],
  ['Артём', 'артем'],
  ['—', ''],
])('%s is looked for as "%s"', (typed, folded) => {
  expect(fold(typed)).toBe(folded)
})

test('folding twice changes nothing more, and nothing but letters, digits and single spaces is left', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const once = fold(text)
      expect(fold(once)).toBe(once)
      expect(once).toMatch(/^([\p{L}\p{N}][\p{L}\p{M}\p{N}]*( [\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)?$/u)
      expect(foldedWords(text)).toEqual(once === '' ? [] : once.split(' '))
    }),
    { numRuns: tries(2000) },
  )
})
