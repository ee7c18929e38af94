import { expect, test } from 'vitest'
import { expectGrowth } from '../../test/growth.ts'
import { normalForm } from './normal-form.ts'

const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const

test('a text is put into its normal form as JavaScript does it', () => {
  for (const text of [
    '',
    'naïve Zürich',
    'e\u0301 a\u0323\u0301',
    'ﬁ ½ ﷺ １',
    '각 가',
    'ｶﾞ',
    '\ud800',
    '👩‍👩‍👧'.repeat(20),
  ])
    for (const form of FORMS) expect(normalForm(text, form)).toBe(text.normalize(form))
})

test('more marks than any letter carries lose none', () => {
  const text = `a${'\u0301\u0323'.repeat(500)}b`
  for (const form of FORMS) {
    const normal = normalForm(text, form)
    expect(normal.endsWith('b')).toBe(true)
    expect(normal.normalize('NFD').length).toBe(text.length)
  }
})

test.each(['\u0301\u0323', '\u0345\u0301\u0323', '\u0301\uff9e'])(
  'however many marks stand on a letter, twice as many take twice the time (%j)',
  (marks) => {
    for (const form of FORMS) expectGrowth((size) => normalForm(`a${marks.repeat(size)}`, form), 3000, 4)
  },
)
