import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectGrowth } from '../../../../test/growth.ts'
import { readStrictly } from '../../../../test/well-formed.ts'
import { CommentText } from './comment-text.tsx'

const draw = (text: string): string => String(<CommentText text={text} />)
const linksOf = (text: string): string[] =>
  readStrictly(draw(text)).flatMap(({ name, attributes }) => (name === 'a' ? [attributes.href ?? ''] : []))

test('blank lines part paragraphs, and other line breaks stay', () => {
  expect(draw('one\ntwo\n\n\nthree')).toBe(
    '<div class="comment-text"><p dir="auto">one<br/>two</p><p dir="auto">three</p></div>',
  )
})

test('lines that begin with ">" are quotes, within one another up to three deep; a deeper mark is shown', () => {
  const names = readStrictly(draw('> a\n>> b\n>>> c\n>>>> d\ne'))
  expect(names.filter(({ name }) => name === 'blockquote').map(({ text }) => text)).toEqual(['abc> d', 'bc> d', 'c> d'])
  expect(names.at(-1)).toMatchObject({ name: 'p', text: 'e' })
})

test.each([
  ['See https://a.example/b.', ['https://a.example/b']],
  ['(see https://a.example/b_(c))', ['https://a.example/b_(c)']],
  ['“https://a.example/x?y=1&z=2”, he said', ['https://a.example/x?y=1&z=2']],
  ['HTTP://A.example:8080/ and http://b.example!', ['HTTP://A.example:8080/', 'http://b.example']],
  ['[https://a.example/[1]]', ['https://a.example/[1]']],
  ['xhttps://a.example is no address', []],
  // Scripts that put no space around an address, and marks of their own behind it.
  ['请看https://a.example/n/2，谢谢。', ['https://a.example/n/2']],
  ['請看https://a.example。', ['https://a.example']],
  ['地図（https://a.example/p）と https://b.example/q。次', ['https://a.example/p', 'https://b.example/q']],
  ['https://a.example/p（写真）、「https://b.example/q」です', ['https://a.example/p', 'https://b.example/q']],
  ['https://a.example/1です https://b.example次', ['https://a.example/1', 'https://b.example']],
  ['보기: https://a.example/n에서', ['https://a.example/n']],
  ['ดูที่https://a.example/nครับ', ['https://a.example/n']],
  ['انظر https://a.example/n، ثم https://b.example؟', ['https://a.example/n', 'https://b.example']],
  ['देखिए https://a.example/n।', ['https://a.example/n']],
  [
    'https://a.example/wiki/渡し船 と https://a.example/новости',
    ['https://a.example/wiki/渡し船', 'https://a.example/новости'],
  ],
  ['https://b型.example/x https://www.b型.example https://käse.example https://船.example', []],
  ['javascript:alert(1) data:text/html,x ftp://a.example //a.example www.a.example', []],
  ['https://', []],
  // Lookalike letters, and a name that passes for a host.
  ['https://аpple.example/ and https://xn--pple-43d.example/', []],
  ['https://bank.example@evil.example/ and https://bank.example:pw@evil.example', []],
  // Marks that turn the direction of writing end the address.
  ['https://a.example/\u202egpj.exe', ['https://a.example/']],
])('of %j the links are %j', (text, links) => {
  expect(linksOf(text)).toEqual(links)
})

test('nothing that was typed becomes markup, and all of it is shown', () => {
  const piece = fc.constantFrom(
    ...[
      '<script>',
      '</p>',
      '<img src=x onerror=y>',
      '&amp;',
      '&',
      '"',
      "'",
      '> ',
      '>>',
      '\n',
      '\n\n',
      '\t',
      '  ',
      '\u202e',
      '\u2067',
      '\u0000',
    ],
    ...[
      'http://a.example/(x)',
      'https://é.example',
      'javascript:x',
      '**b**',
      '# h',
      'word',
      'שלום',
      '😀',
      '`',
      '[a](http://b.example)',
      ')',
      '.',
    ],
  )
  const typed = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const [root, ...inner] = readStrictly(draw(text))
      for (const { name, attributes } of inner) {
        expect(['p', 'br', 'blockquote', 'a']).toContain(name)
        expect(Object.keys(attributes).filter((key) => key !== 'dir')).toEqual(name === 'a' ? ['href', 'rel'] : [])
        if (name === 'a') expect(attributes.href).toMatch(/^https?:\/\//i)
      }
      const bare = (words: string) => words.replace(/[\s>]/g, '')
      expect(bare(root?.text ?? '')).toBe(bare(text))
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['opening brackets', (n: number) => `http://a.example/${'('.repeat(n)}`],
  ['closing brackets', (n: number) => `http://a.example/${')'.repeat(n)}`],
  ['stops', (n: number) => `http://a.example/${'.'.repeat(n)}`],
  ['addresses begun', (n: number) => 'http://'.repeat(n)],
  ['quotes', (n: number) => '>'.repeat(n)],
  ['quoted lines', (n: number) => '>>>\n'.repeat(n)],
  ['blanks', (n: number) => `${' '.repeat(n)}x`],
])('ten times as many %s take about ten times as long, not a hundred times', (_, make) => {
  expectGrowth((size) => draw(make(size)), 1000)
})
