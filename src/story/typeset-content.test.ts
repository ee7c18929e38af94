import { expect, test } from 'vitest'
import { emptyContent, type StoryContent, typesetContent } from './index.ts'

const picture = { src: '/a"b.jpg', alt: '"alt"', caption: '"caption"', credit: '"credit"', rights: '"rights"' }
const content: StoryContent = {
  ...emptyContent,
  headline: '"headline"',
  standfirst: '"standfirst"',
  byline: '"byline"',
  dateline: '"dateline"',
  section: '"section"',
  topics: ['"topic"'],
  picture,
  body: [
    { id: 'a', type: 'paragraph', text: '"paragraph"' },
    { id: 'b', type: 'heading', level: 2, text: '"heading"' },
    { id: 'c', type: 'note', text: '"note"' },
    { id: 'd', type: 'quote', paragraphs: [{ id: 'd1', text: '"quote"' }], credit: '"whose"' },
    { id: 'e', type: 'list', ordered: true, items: [{ id: 'e1', text: '"item"' }] },
    { id: 'f', type: 'figure', picture },
    { id: 'g', type: 'embed', url: 'https://v.example/"x"', title: '"title"' },
  ],
}

test('all words that readers see get real quotes; addresses, rights and topics stay as they were typed', () => {
  expect(typesetContent(content, 'en')).toMatchObject({
    headline: '“headline”',
    standfirst: '“standfirst”',
    byline: '“byline”',
    dateline: '“dateline”',
    section: '“section”',
    topics: ['"topic"'],
    picture: { src: '/a"b.jpg', alt: '“alt”', caption: '“caption”', credit: '“credit”', rights: '"rights"' },
    body: [
      { id: 'a', text: '“paragraph”' },
      { id: 'b', text: '“heading”' },
      { id: 'c', text: '“note”' },
      { id: 'd', paragraphs: [{ id: 'd1', text: '“quote”' }], credit: '“whose”' },
      { id: 'e', items: [{ id: 'e1', text: '“item”' }] },
      { id: 'f', picture: { caption: '“caption”' } },
      { url: 'https://v.example/"x"', title: '“title”' },
    ],
  })
})

test('a story is set in its own language, and in the site’s where it names none', () => {
  expect(typesetContent(content, 'de').headline).toBe('„headline“')
  expect(typesetContent({ ...content, language: 'sv' }, 'de').headline).toBe('”headline”')
  expect(typesetContent({ ...content, picture: null }, 'de').picture).toBe(null)
})

test('a mark stays on the words it was on, where those before it or in it became longer or shorter', () => {
  const text = 'It rained... and she said -- twice -- "no".'
  const on = (words: string) => ({
    type: 'strong' as const,
    from: text.indexOf(words),
    to: text.indexOf(words) + words.length,
  })
  const marks = [on('rained...'), on('said'), on('twice'), on('"no"')]
  const [block] = typesetContent({ ...emptyContent, body: [{ id: 'a', type: 'paragraph', text, marks }] }, 'en').body
  if (block?.type !== 'paragraph') throw new Error('no paragraph')
  expect(block.text).toBe('It rained… and she said — twice — “no”.')
  expect(block.marks?.map(({ from, to }) => block.text.slice(from, to).trim())).toEqual([
    'rained…',
    'said',
    'twice',
    '“no”',
  ])
})

test('words with more marks than anybody sets stay as they were typed', () => {
  const text = `"${'word '.repeat(2000)}"`
  const marks = Array.from({ length: 300 }, (_, i) => ({ type: 'strong' as const, from: i * 5 + 1, to: i * 5 + 5 }))
  const set = (count: number) =>
    typesetContent(
      { ...emptyContent, body: [{ id: 'a', type: 'paragraph', text, marks: marks.slice(0, count) }] },
      'en',
    ).body[0]
  expect(set(300)).toMatchObject({ text })
  expect(set(3)).toMatchObject({ text: expect.stringMatching(/^“/) })
})
