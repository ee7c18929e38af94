import { expect, test } from 'vitest'
import { hidesSomething, showsSomething } from './index.ts'

const NOTHING = {
  nothing: '',
  spaces: ' \t\n\u00a0\u2003\u202f\u3000\u1680',
  'a zero-width space': '\u200b',
  joiners: '\u200c\u200d\u2060\ufeff',
  'directions and isolates': '\u200e\u200f\u202a\u202e\u2066\u2069\u061c',
  'a soft hyphen': '\u00ad',
  'Hangul fillers': '\u115f\u1160\u3164\uffa0',
  'Khmer inherent vowels': '\u17b4\u17b5',
  'Mongolian selectors': '\u180b\u180e\u180f',
  'variation selectors': '\ufe00\ufe0f\u{e0100}',
  'a grapheme joiner': '\u034f',
  tags: '\u{e0001}\u{e0020}\u{e007f}',
  'annotation marks': '\ufff9\ufffb',
  'Braille without a dot': '\u2800',
  'a note without a head': '\u{1d159}',
  'shorthand controls': '\u{1bca0}',
  'half a character': '\ud800',
  'all of them': ' \u200b\u3164\u2800\u115f\ufe0f\u{e0061}\u00ad',
}

test.each(Object.entries(NOTHING))('%s shows nothing', (_, text) => {
  expect(showsSomething(text)).toBe(false)
})

test.each(['a', '0', '.', 'Ж', '李', 'می\u200cخواهم', '❤\ufe0f', '👩\u200d🚀', '\u2801', '\u200bx', '-'])(
  '“%s” shows something',
  (text) => {
    expect(showsSomething(text)).toBe(true)
  },
)

test.each([
  ['a zero-width space', 'A\u200bda'],
  ['a joiner between Latin letters', 'A\u200dda'],
  ['a soft hyphen', 'Ada\u00ad'],
  ['a filler', 'Ada\u3164'],
  ['Braille without a dot', 'Ada\u2800Lind'],
  ['tags', 'Ada\u{e0041}'],
  ['a selector behind a letter', 'Ada\ufe0f'],
  ['an override', '\u202eadA'],
  ['an isolate', '\u2067Ada\u2069'],
  ['a mark of direction', 'Ada\u200f'],
  ['a line’s end', 'Ada\u2028Lind'],
  ['half a character', 'Ada\ud83d'],
])('a name with %s hides something', (_, name) => {
  expect(hidesSomething(name)).toBe(true)
})

test.each([
  ['Latin', 'José Müller-O’Neill'],
  ['Persian, with a non-joiner', 'علی\u200cرضا'],
  ['Arabic, with its vowels', 'مُحَمَّد'],
  ['Sinhala, with a joiner', 'ශ්\u200dරී'],
  ['Malayalam, as it was typed once', 'അജയന്\u200d'],
  ['Japanese, with the form of a character', '葛\u{e0100}城'],
  ['a heart', 'Ada ❤\ufe0f'],
  ['a family', '👩🏽\u200d👩\u200d👧'],
  ['a flag', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
  ['Hangul', '김민준'],
])('a name in %s hides nothing', (_, name) => {
  expect(hidesSomething(name)).toBe(false)
})
