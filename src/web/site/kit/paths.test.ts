import fc from 'fast-check'
import { getPathNoStrict } from 'hono/utils/url'
import { expect, test } from 'vitest'
import { tries } from '../../../../test/thorough.ts'
import { keptPathOf, storyPathOf } from './paths.ts'

/** One sign as an address can have it: itself, or its bytes escaped in either case. */
const spelt = (sign: string): fc.Arbitrary<string> => {
  const escaped = [...Buffer.from(sign)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
  const plain = /^[\w/.-]$/.test(sign) ? [sign] : []
  return fc.constantFrom(...plain, escaped, escaped.toUpperCase())
}
const spellings = (path: string): fc.Arbitrary<string> =>
  fc.tuple(...[...path].map(spelt)).map((signs) => signs.join(''))

test('every spelling of a path is looked for at one place, or at none', () => {
  const path = '/2026/05/größe-ночной-Å-7'
  fc.assert(
    fc.property(spellings(path), fc.constantFrom('', '/'), (asked, end) => {
      const kept = keptPathOf(`${asked}${end}`)
      expect(kept).toBe(/%2f/i.test(asked) ? null : path)
    }),
    { numRuns: tries(300) },
  )
  expect(keptPathOf('/2026/05/gro%CC%88%C3%9Fe')).toBe('/2026/05/größe')
})

test('a path without an escape is looked for as it is, but for a slash at its end', () => {
  for (const [asked, kept] of [
    ['/', '/'],
    ['/archive', '/archive'],
    ['/archive/', '/archive'],
    ['/archive//', '/archive/'],
    ['//', '/'],
  ] as const)
    expect([asked, keptPathOf(asked)]).toEqual([asked, kept])
})

test('whatever was sent is looked for where its route would keep it, and nowhere where only the route can say', () => {
  const piece = fc.oneof(
    fc.constantFrom('/', '%2F', '%25', '%41', '%2541', '%', '%zz', '%ff', '%C3%A4', '%c3%a4', '%20', '%3f', '+', 'ä'),
    fc.constantFrom('%e2%84%aa', 'a%CC%88', '..', '%2e%2e', '2026', 'a', '~', ';', '%3B'),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const asked = `/${pieces.join('')}`
      const kept = keptPathOf(asked)
      if (kept === null || !kept.startsWith('/')) return
      const routed = getPathNoStrict({ url: `http://site${asked}` } as Request)
      // A second slash at the end leads to no page, whoever looks.
      if (!routed.endsWith('/') || routed === '/') expect(kept).toBe(storyPathOf(routed))
    }),
    { numRuns: tries(3000) },
  )
  expect(keptPathOf(`/${'%41'.repeat(5000)}`)).toBe(null)
})
