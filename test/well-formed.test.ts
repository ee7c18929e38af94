import { expect, test } from 'vitest'
import { readStrictly } from './well-formed.ts'

test('what is well-formed is read, with all the text inside each element', () => {
  expect(readStrictly('<p id="a">x &amp; <b>y</b><br/></p>')).toEqual([
    { name: 'p', attributes: { id: 'a' }, text: 'x & y' },
    { name: 'b', attributes: {}, text: 'y' },
    { name: 'br', attributes: {}, text: '' },
  ])
})

test.each([
  ['<p><b>x</p></b>', 'closes'],
  ['<p>x', 'is not closed'],
  ['<p>a & b</p>', 'a bare &'],
  ['<p>a < b</p>', 'not a tag'],
  ['<a href=x>y</a>', 'not a tag'],
  ['<a href="x" href="y">z</a>', 'stands twice'],
  ['<i id="a"></i><b id="a"></b>', 'stands twice'],
  ['<p><div>x</div></p>', 'in a <p>'],
  ['<p>x</p>y', 'text outside'],
])('%s is refused', (markup, why) => {
  expect(() => readStrictly(markup)).toThrow(why)
})
