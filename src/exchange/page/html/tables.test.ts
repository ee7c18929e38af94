/** Tables and galleries of a pasted page become what a story has for them; what they can't be stays words. */
import { expect, test } from 'vitest'
import { type Block, wordsOfBlock } from '../../../story/index.ts'
import { readHtmlPage } from './html-page.ts'

const WORDS = 'The harbour board voted on Tuesday evening to dredge the channel before the winter storms come in.'
const bodyOf = (inner: string): Block[] => {
  const article = `<h1>The channel will be dredged</h1><p>${WORDS}</p><p>First, it said. ${WORDS}</p>${inner}<p>So it went. ${WORDS}</p>`
  const page = readHtmlPage(`<!doctype html><html><body><article>${article}</article></body></html>`, { now: 0 })
  if ('problem' in page) throw new Error(page.problem)
  return page.content.body
}
const tablesIn = (inner: string) => bodyOf(inner).flatMap((block) => (block.type === 'table' ? [block] : []))

test('a table of results keeps its caption, its headers and its cells, and a cell over two columns stands in the first', () => {
  const html = `<figure><table><thead><tr><th>Club</th><th>Played</th><th>Points</th></tr></thead>
    <tbody><tr><th>Rovers</th><td>12</td><td><b>27</b></td></tr><tr><th>United</th><td colspan="2">withdrew</td></tr></tbody>
    </table><figcaption>After the twelfth round</figcaption></figure>`
  expect(tablesIn(html)).toMatchObject([
    {
      ...{ caption: 'After the twelfth round', headerRow: true, headerColumn: true },
      rows: [
        { cells: [{ text: 'Club' }, { text: 'Played' }, { text: 'Points' }] },
        { cells: [{ text: 'Rovers' }, { text: '12' }, { text: '27', marks: [{ type: 'strong' }] }] },
        { cells: [{ text: 'United' }, { text: 'withdrew' }, { text: '' }] },
      ],
    },
  ])
})

test.each([
  ['one column', '<table><tr><td>One</td></tr><tr><td>Two</td></tr></table>'],
  ['one row', '<table><tr><td>One</td><td>Two</td></tr></table>'],
  [
    'a page’s columns',
    `<table><tr><td>One</td><td>${WORDS.repeat(3)}</td></tr><tr><td>Two</td><td>x</td></tr></table>`,
  ],
  ['cells over rows', '<table><tr><td rowspan="2">One</td><td>1</td></tr><tr><td>Two</td></tr></table>'],
  ['a list', '<table><tr><td>One</td><td><ul><li>a</li></ul></td></tr><tr><td>Two</td><td>x</td></tr></table>'],
])('a table of %s is no table of a story, and its words stay', (_, html) => {
  const body = bodyOf(html)
  expect(body.some(({ type }) => type === 'table')).toBe(false)
  const words = body.map(wordsOfBlock).join(' ')
  expect(words).toContain('One')
})

test('a table in a quotation is quoted row by row', () => {
  const body = bodyOf(
    '<blockquote><table><tr><td>One</td><td>1</td></tr><tr><td>Two</td><td>2</td></tr></table></blockquote>',
  )
  expect(body.find(({ type }) => type === 'quote')).toMatchObject({
    paragraphs: [{ text: 'One · 1' }, { text: 'Two · 2' }],
  })
})

test('figures that stand in a figure are a gallery with its caption', () => {
  const one = (name: string) =>
    `<figure><img src="https://old.example/${name}.jpg" alt="Boats, ${name}"><figcaption>The quay at ${name}.</figcaption></figure>`
  const body = bodyOf(`<figure>${one('dawn')}${one('noon')}<figcaption>A day at the quay.</figcaption></figure>`)
  expect(body.find(({ type }) => type === 'gallery')).toMatchObject({
    caption: 'A day at the quay.',
    pictures: [
      { src: 'https://old.example/dawn.jpg', alt: 'Boats, dawn', caption: 'The quay at dawn.' },
      { caption: 'The quay at noon.' },
    ],
  })
})
