/** Comments of other systems, as they keep them. */
import { expect, test } from 'vitest'
import { expectGrowth } from '../../../test/growth.ts'
import { plainTextOfHtml } from './index.ts'

test('paragraphs are parted by a blank line, and breaks are lines', () => {
  expect(plainTextOfHtml('<p>One &amp; all</p>\n<p>two<br>three</p>')).toBe('One & all\n\ntwo\nthree')
})

test('where no element parts lines, the text’s own lines count', () => {
  expect(plainTextOfHtml('One\ntwo <em>three</em>\n\n\n\nfour')).toBe('One\ntwo three\n\nfour')
})

test('a link is its words and where it leads, unless they say so', () => {
  expect(
    plainTextOfHtml('<a href="https://a.example/x">See</a> and <a href="http://www.b.example/">b.example</a>'),
  ).toBe('See (https://a.example/x) and b.example')
  expect(plainTextOfHtml('<a href="https://a.example/long/way">a.example/long…</a>')).toBe('https://a.example/long/way')
  expect(plainTextOfHtml('<a href="javascript:x">words</a>')).toBe('words')
})

test('what was quoted and listed still looks it', () => {
  expect(plainTextOfHtml('<blockquote><p>You said<br>so</p></blockquote><p>No:</p><ul><li>a</li><li>b</ul>')).toBe(
    '> You said\n> so\n\nNo:\n\n- a\n- b',
  )
})

test('no tags and no scripts are left, and what broke off stays as words', () => {
  expect(plainTextOfHtml('<p>a<script>x()</script><b>c</b> 1 < 2</p><p>d <img alt="smile" src="s.png"> <i')).toBe(
    'ac 1 < 2\n\nd smile <i',
  )
})

test.each(['<a href=http://a.b/>x', '<blockquote>x', '<li>x', 'x ', '<br>', '<p>', '<script>', '&amp;'])(
  'a comment of %s over and over takes time in line with its length',
  (piece) => expectGrowth((times) => plainTextOfHtml(piece.repeat(times)), 4_000, 8),
)
