import { expect, test } from 'vitest'
import { isWrittenIn, scriptOf } from './index.ts'

test.each([
  ['The bridge opened', 'Latn', 'ltr'],
  ['الجسر مفتوح، قال رئيس البلدية “yes”', 'Arab', 'rtl'],
  ['הגשר נפתח', 'Hebr', 'rtl'],
  ['ブリッジが開通', 'Hani', 'ltr'],
  ['다리가 열렸다', 'Hang', 'ltr'],
  ['पुल खुल गया', 'Deva', 'ltr'],
])('“%s” is written in %s', (text, name, direction) => {
  expect(scriptOf(text)).toEqual({ name, direction })
})

test('a text without letters is in no script', () => {
  expect(scriptOf('2024 – 100 %!')).toBeNull()
  expect(scriptOf('')).toBeNull()
})

test('a language is written in its own script, or the one that it states; of an unknown one nobody can tell', () => {
  const written = (language: string, text: string) =>
    isWrittenIn(language, scriptOf(text) as { name: string; direction: 'ltr' })
  expect(written('en', 'The bridge')).toBe(true)
  expect(written('en-GB', 'הגשר')).toBe(false)
  expect(written('ur', 'پل کھل گیا')).toBe(true)
  expect(written('ja', '橋が開通')).toBe(true)
  expect(written('zh-Hant', '橋開通')).toBe(true)
  expect(written('ko', '다리')).toBe(true)
  expect(written('sr', 'Мост')).toBe(true)
  expect(written('sr-Latn', 'Мост')).toBe(false)
  expect(written('no language', 'Мост')).toBe(true)
})
