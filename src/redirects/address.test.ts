/** One address however it is written, and two where two pages may be meant. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addressKey, namesByQuery } from './address.ts'

describe('spellings of an address', () => {
  test.each([
    [
      '/2019/05/x.html',
      ['/2019/05/x.html?m=1', '/2019/05/x.html/', 'https://old.example/2019/05/x.html#c7', ' /2019/05/x.html '],
    ],
    ['/caf\u00e9', ['/caf%C3%A9', '/cafe\u0301', '/caf%c3%a9/', '/cafe%CC%81']],
    ['/новости/мост', ['/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%D0%BC%D0%BE%D1%81%D1%82']],
    [
      '/about',
      [
        '/about/',
        '/about/index.html',
        '/about/index.php',
        '/about/Default.aspx',
        '/about//',
        '/about%20',
        '/about/%20/',
        '/about/index.html%20',
        '/about/index.html/index.html',
        '/about?utm_source=post&fbclid=x',
      ],
    ],
    ['/', ['/index.html', '/index.php', '/?m=1', 'https://old.example']],
    ['/?p=123', ['/index.php?p=123', '/?p=123&utm_medium=feed']],
    ['/a?q=two words', ['/a?q=two+words', '/a?q=two%20words', '/a?q=two+words+', '/a?+&q=two+words+&+']],
    ['/a?b=', ['/a?b=+', '/a?b=%20', '/a?b= ']],
    ['/a%2Fb', ['/a%2fb']],
    ['/100%25', ['/100%']],
    ['/%E9t%E9', ['/%e9t%e9']],
  ])('%s', (key, spellings) => {
    expect(addressKey(key)).toBe(key)
    for (const spelling of spellings) expect(addressKey(spelling), spelling).toBe(key)
  })

  test('what differs in case, in a number or by an escaped divider is another page', () => {
    const keys = ['/A', '/a', '/a?p=1', '/a?p=2', '/a?p=1&q=2', '/a%3Fp=1', '/a/b', '/a%2Fb', '/a%252Fb'].map(
      addressKey,
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  test.each([
    '',
    'old.example/x',
    'ftp://old.example/x',
    'javascript:alert(1)',
    'https://',
    `/${'x'.repeat(2001)}`,
    '/a%00b',
    '/a\u0007',
  ])('%j is none', (typed) => {
    expect(addressKey(typed)).toBeNull()
  })

  test('an address as it is kept stays as it is, also as browsers send it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.constantFrom('/', '/?', '/a?b=', '/%', '/a?+&b=+', '/index.html%20/'),
        (text, start) => {
          const key = addressKey(start + text)
          if (key === null) return
          expect(addressKey(key)).toBe(key)
          const sent = new URL(key.replace(/^\/+/, '/'), 'https://paper.example')
          if (!/^\/\/|\\|\/\.{1,2}(?=\/|$|\?)|[\t\n\r]| $/.test(key))
            expect(addressKey(sent.pathname + sent.search)).toBe(key)
        },
      ),
    )
  })
})

test('only numbers and names by which other systems have pages take the root away from the front page', () => {
  for (const address of ['/?p=12', '/?page_id=7', '/?cat=3', '/?feed=rss2', '/index.php?p=12', '/?utm_source=x&p=12'])
    expect(namesByQuery(address), address).toBe(true)
  for (const address of ['/', '/?', '/?m=1', '/?utm_source=x', '/?ref=mail', '/?p', '/?p=', '/about?p=12', '//?p=1'])
    expect(namesByQuery(address), address).toBe(false)
})
