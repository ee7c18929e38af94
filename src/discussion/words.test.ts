import { describe, expect, test } from 'vitest'
import { expectGrowth } from '../../test/growth.ts'
import { checkForm, checkText, LONGEST_TEXT } from './words.ts'

describe('a comment’s text', () => {
  test('keeps its words and the lines between them, without empty ones before and after', () => {
    expect(checkText(' \n\n  One.\r\n\r\n Two.  \n ')).toBe('  One.\n\n Two.')
  })

  test('may be of the longest length, however its accents were typed', () => {
    const typed = 'e\u0323\u0302'.repeat(LONGEST_TEXT)
    expect(typed.length).toBe(3 * LONGEST_TEXT)
    expect(checkText(typed)).toBe('ệ'.repeat(LONGEST_TEXT))
  })

  test('its length is looked at before anything else is, and said in the same sentence', () => {
    const sentence = (count: string) =>
      `A comment can have up to 10,000 characters. This one has ${count}: shorten it and send it again.`
    expect(checkText('a'.repeat(10_001))).toEqual({ field: 'text', sentence: sentence('10,001') })
    expect(checkText(`a${' '.repeat(262_000)}b`)).toEqual({ field: 'text', sentence: sentence('more than 40,000') })
    expect(checkText('🙂'.repeat(50_000))).toEqual({ field: 'text', sentence: sentence('more than 40,000') })
  })

  test.each([
    ['white space', ' '],
    ['blank lines', '\n '],
    ['carriage returns', '\r'],
    ['marks', '\u0301\u0323'],
  ])('made of %s between two letters takes no longer than it is', (_, piece) => {
    expectGrowth((size) => checkText(`a${piece.repeat(size)}b`), 20_000, 4)
  })
})

test.each(['Ada\u200b', '\u202eadA', 'A\u00adda', '\u2066Ada\u2069', 'Ada\u3164'])(
  'the name %j, of which not all is seen, comes back with a sentence',
  (name) => {
    expect(checkForm({ name, mail: '', text: 'Hello.' })).toEqual({
      field: 'name',
      sentence:
        'The name has characters that can’t be seen, or that turn the direction of writing; type it anew without them.',
    })
  },
)

test('a name without anything to see is none; one that its script spells with a joiner is taken', () => {
  expect(checkForm({ name: '\u200b\u200e', mail: '', text: 'Hello.' })).toEqual({
    field: 'name',
    sentence: 'Type the name to show above your comment.',
  })
  expect(checkForm({ name: 'علی\u200cرضا', mail: '', text: 'Hello.' })).toMatchObject({ name: 'علی\u200cرضا' })
})

test('a name or an address that is far too long is not looked at further', () => {
  const form = { name: 'Ada', mail: '', text: 'Hello.' }
  expect(checkForm({ ...form, name: 'A'.repeat(100_000) })).toMatchObject({ field: 'name' })
  expect(checkForm({ ...form, name: `A${'\u0301\u0323'.repeat(50_000)}` })).toMatchObject({ field: 'name' })
  expect(checkForm({ ...form, mail: `a@${'b'.repeat(100_000)}` })).toMatchObject({ field: 'mail' })
  expect(checkForm({ ...form, name: `Ada${' '.repeat(100)}Lovelace` })).toMatchObject({ name: 'Ada Lovelace' })
})
