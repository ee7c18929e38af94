import { expect, test } from 'vitest'
import { DEEPEST, isTooDeep } from './html/depth.ts'
import { type ImportedPage, readPage, readPageApart } from './index.ts'

const NOW = Date.UTC(2026, 10, 24)
const SENTENCE =
  'The harbour board voted five to two on Tuesday night to dredge the inner channel for the first time in eleven years, and nobody was surprised.'
const PARAGRAPHS = [
  SENTENCE,
  '“We have run out of water to argue in,” said the harbour master, who told the board that the channel had lost a metre.',
  'The work will cost £1.2 million, according to the tender published on its own notice page, and half comes from the county.',
  'Skippers on the fish quay are less sure, because it will be closed for most of February while the dredger works beside it.',
]
const paragraphsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => `<p>${PARAGRAPHS[index % PARAGRAPHS.length]}</p>`).join('')
const page = (paragraphs: number) =>
  `<!doctype html><html><head><title>The Channel</title></head><body><article><h1>The Channel</h1>${paragraphsOf(paragraphs)}</article></body></html>`

const withoutIds = (read: ImportedPage | { problem: string }) =>
  JSON.stringify(read, (name, value: unknown) => (name === 'id' ? undefined : value))

test('an ordinary page, read in a thread of its own, is the same story', async () => {
  const apart = await readPageApart({ text: page(5) }, { now: NOW })
  expect(apart).toMatchObject({ kind: 'html', content: { headline: 'The Channel' } })
  expect(withoutIds(apart)).toBe(withoutIds(await readPage({ text: page(5) }, { now: NOW })))
})

test('a page of text, and bytes that are none, are answered from there as well', async () => {
  const text = `The Channel\n\n${SENTENCE}\n`
  expect(await readPageApart({ text }, { now: NOW })).toMatchObject({ kind: 'text' })
  const bytes = Buffer.from('%PDF-1.7 and so on')
  expect(await readPageApart({ bytes }, { now: NOW })).toMatchObject({ problem: /not a text or HTML page/ })
})

test('as many elements within one another as are allowed are read, and one more is said to be too deep', async () => {
  const deep = (depth: number) => `<!doctype html>${'<div>'.repeat(depth - 1)}<p>${SENTENCE}`
  expect(await readPageApart({ text: deep(DEEPEST) }, { now: NOW })).toHaveProperty('content')
  expect(await readPageApart({ text: deep(DEEPEST + 1) }, { now: NOW })).toEqual({
    problem: expect.stringMatching(/^This page is nested too deeply to be read.* paste that instead\.$/),
  })
})

test('a part of a page that was copied by itself is read like a whole one', async () => {
  for (const part of [`<div>${paragraphsOf(4)}</div>`, paragraphsOf(4), `<!doctype html>${paragraphsOf(4)}`])
    expect(await readPage({ text: part }, { now: NOW }), part.slice(0, 20)).toHaveProperty('content.body.length', 4)
})

test('how many elements a page has, one after the other, is not how deep it is', () => {
  const many = 10_000
  for (const html of [
    '<p>'.repeat(many),
    '<ul>'.concat('<li>One'.repeat(many)),
    '<br><img src="a"><hr>'.repeat(many),
    '<div></div>'.repeat(many),
    '<table>'.concat('<tr><td>One<td>Two'.repeat(many)),
    `<!-- ${'<div>'.repeat(many)} -->`,
    `<script>${'<div>'.repeat(many)}</script>`,
  ])
    expect(isTooDeep(html), html.slice(0, 40)).toBe(false)
  expect(isTooDeep('<b>'.repeat(many))).toBe(true)
  expect(isTooDeep('<ul><li>'.repeat(DEEPEST))).toBe(true)
})

test('a page that takes longer than it may is left, with a sentence', async () => {
  expect(await readPageApart({ text: page(5) }, { now: NOW }, { time: 1, memory: 768 })).toEqual({
    problem: 'This page takes too long to read. Copy the story’s text and paste that instead.',
  })
})

test('a page that takes more memory than it may is left, with a sentence', async () => {
  expect(await readPageApart({ text: page(5000) }, { now: NOW }, { time: 60_000, memory: 24 })).toEqual({
    problem: 'This page takes too much memory to read. Copy the story’s text and paste that instead.',
  })
})

test('more pages than are read at a time wait their turn, and all are read, also behind one that was left', async () => {
  const pages = Array.from({ length: 5 }, (_, index) =>
    readPageApart({ text: page(4) }, { now: NOW }, { time: index === 1 ? 1 : 60_000, memory: 768 }),
  )
  const read = await Promise.all(pages)
  expect(read.map((one) => ('problem' in one ? 'left' : one.content.body.length))).toEqual([4, 'left', 4, 4, 4])
})
