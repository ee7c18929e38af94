import { expect, test } from 'vitest'
import { readRedirectLines } from './lines.ts'

test.each([
  ['a blank between', '/old /new'],
  ['blanks and a tab', '  /old \t /new '],
  ['a comma', '/old,/new'],
  ['a comma and a blank', '/old, /new'],
  ['a semicolon', '/old;/new'],
  ['quotation marks', '"/old","/new"'],
  ['quotation marks and semicolons', '"/old";"/new"'],
  ['a heading before', 'Source,Target\n/old,/new'],
  ['a remark and an empty line before', '# the old ones\n\n/old /new'],
])('two addresses are read with %s', (_, pasted) => {
  const { redirects, bad } = readRedirectLines(pasted)
  expect(bad).toEqual([])
  expect(redirects.map(({ from, to }) => [from, to])).toEqual([['/old', '/new']])
})

test('a comma within an address is part of it', () => {
  expect(readRedirectLines('/2019/one,two.html,https://other.example/a').redirects).toEqual([
    { line: 1, from: '/2019/one,two.html', to: 'https://other.example/a' },
  ])
  expect(readRedirectLines('"/with blank, and comma","/new"').redirects).toEqual([
    { line: 1, from: '/with blank, and comma', to: '/new' },
  ])
})

test('a line that has not two addresses is told by its number', () => {
  expect(readRedirectLines('/a /b\n/alone\nold new\n/a /b /c\n\n/c /d')).toEqual({
    redirects: [
      { line: 1, from: '/a', to: '/b' },
      { line: 6, from: '/c', to: '/d' },
    ],
    bad: [2, 3, 4],
  })
})
