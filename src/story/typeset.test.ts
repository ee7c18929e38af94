import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectGrowth } from '../../test/growth.ts'
import { tries } from '../../test/thorough.ts'
import { typeset } from './typeset.ts'

test.each([
  ['en', `"It's done," she said. 'Tis the '90s.`, '“It’s done,” she said. ’Tis the ’90s.'],
  ['en', `He said: "She told me 'no' twice."`, 'He said: “She told me ‘no’ twice.”'],
  ['en', "the dogs' bowl--and the cat -- asleep - too", 'the dogs’ bowl — and the cat — asleep — too'],
  ['en', 'It was 4 - 3 after 2019-2021... and 6\'2" tall', 'It was 4 - 3 after 2019–2021… and 6′2″ tall'],
  [
    'en',
    'See http://a.example/it\'s--x and "http://b.example".',
    "See http://a.example/it's--x and “http://b.example”.",
  ],
  ['en', 'up 12 % to 40 km', 'up 12\u00a0% to 40\u00a0km'],
  ['de', `"Das geht's nicht", sagte sie - und ging.`, '„Das geht’s nicht“, sagte sie – und ging.'],
  ['fr', `"C'est fini" : vraiment ?`, '«\u202fC’est fini\u202f»\u00a0: vraiment\u202f?'],
  ['en', '"I was--" he said--then: "But I--"', '“I was—” he said — then: “But I—”'],
  ['en', '--Ada', '— Ada'],
  ['en', "rock 'n' roll; \"'No,' she said\"", 'rock ’n’ roll; “‘No,’ she said”'],
  [
    'en',
    'a 3-1 win--and 4 - 3, 12-14 May, 2020-21; call 555-1234',
    'a 3-1 win — and 4 - 3, 12–14 May, 2020–21; call 555-1234',
  ],
  [
    'en',
    'Ask "x@paper.example" -- or "www.paper.example/it\'s"',
    "Ask “x@paper.example” — or “www.paper.example/it's”",
  ],
  ['en', '8-12 and 12-8 and 2020-19, 12345-12346, 1-2-3', '8-12 and 12-8 and 2020-19, 12345-12346, 1-2-3'],
  ['en', '3 - a and a - 3, a -- b', '3 — a and a — 3, a — b'],
  ['en', '"yes" ; why ?', '“yes” ; why ?'],
  ['en-GB', 'wait.... what', 'wait.... what'],
  ['sv', '"Nej"', '”Nej”'],
  ['de-CH', '"so"', '„so“'],
  ['xx', '"so"', '“so”'],
  ['constructor', '"so" - and', '“so” — and'],
])('in %s, %s is set as %s', (language, typed, set) => {
  expect(typeset(typed, language)).toBe(set)
})

test('doing it twice changes nothing more, and letters and digits stay as they were', () => {
  const typed = fc.array(
    fc.constantFrom(
      '"',
      "'",
      ' ',
      '-',
      '--',
      '...',
      'word',
      'it',
      '90s',
      '5',
      '%',
      '(',
      ')',
      '. ',
      ', ',
      '?',
      ':',
      '\n',
      'http://a.example/"x"',
      'é',
    ),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(typed, fc.constantFrom('en', 'de', 'fr', 'sv', 'ru', 'hu'), (parts, language) => {
      const once = typeset(parts.join(''), language)
      expect(typeset(once, language)).toBe(once)
      expect(once.match(/[\p{L}\p{N}]/gu)).toEqual(parts.join('').match(/[\p{L}\p{N}]/gu))
    }),
    { numRuns: tries(2000) },
  )
})

test.each(['a', '"', "'", '-', '--', ' - ', '5', '5 ', 'a@', '@', '. ', 'http://', '('])(
  'a page of nothing but %j is set at once',
  (piece) => {
    expectGrowth((times) => typeset(piece.repeat(times), 'en'), 10_000)
  },
)
