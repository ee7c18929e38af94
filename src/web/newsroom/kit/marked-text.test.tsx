import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldedWords } from '../../../text/index.ts'

import { foundSpansOf, MarkedText } from './marked-text.tsx'

const marks = (text: string, ...places: number[]) =>
  foundSpansOf(text, new Set(places)).map(({ from, to }) => text.slice(from, to))

test('a word is marked where it stands, however it is written', () => {
  expect(marks('The FERRYMAN’s whistle, heard.', 1)).toEqual(['FERRYMAN’s'])
  expect(marks('a well-known (Straße) ½ ™ end', 1, 3)).toEqual(['well', 'Straße'])
  expect(marks('class Ⓐ0 is best', 1)).toEqual(['Ⓐ0'])
  expect(marks('a well-known (Straße) ½ ™ end', 5, 7)).toEqual(['½', 'end'])
})

test('of a long text a piece around the first find is shown', () => {
  const html = String(
    <MarkedText text={`${'early '.repeat(100)}found ${'late '.repeat(200)}`} found={new Set([100])} />,
  )
  expect(html).toMatch(/^<p class="found-text" dir="auto">… (early ){19,21}<mark>found<\/mark> (late )+late …<\/p>$/)
})

test('nothing in the words becomes markup', () => {
  expect(String(<MarkedText text="<b>found</b>" found={new Set([1])} />)).toContain(
    '&lt;b&gt;<mark>found</mark>&lt;/b&gt;',
  )
})

test('whatever the text, the mark at a place holds the word of that place', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.nat(8), (text, place) => {
      const spans = marks(text, place)
      const word = foldedWords(text)[place]
      if (spans.length === 1 && word !== undefined) expect(foldedWords(spans[0]!).join('')).toContain(word)
    }),
  )
})
