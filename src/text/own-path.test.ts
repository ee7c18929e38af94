import { expect, test } from 'vitest'
import { isOwnPath } from './index.ts'

test.each(['/', '/2026/05/a-story', '/said?about=a//b', '/пример', '/a\\b', '/.'])(
  '%s is a path of the site, as browsers read it',
  (path) => {
    expect(isOwnPath(path)).toBe(true)
    expect(new URL(path, 'https://paper.example').host).toBe('paper.example')
  },
)

test.each([
  '//example.org',
  '/\\example.org',
  '/\t/example.org',
  '/\n\\example.org',
  '///example.org',
  '/\\/example.org',
])('%j leads to another site, as browsers read it', (path) => {
  expect(isOwnPath(path)).toBe(false)
  expect(new URL(path, 'https://paper.example').host).toBe('example.org')
})

test.each(['', 'example.org', 'https://example.org/', 'a/b', '\\example.org', '/a\u0000b'])(
  '%j is no path of the site',
  (path) => {
    expect(isOwnPath(path)).toBe(false)
  },
)
