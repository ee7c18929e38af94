import { expect, test } from 'vitest'
import { checkContent, checkLength, emptyContent, type StoryContent, wordsOfBlock } from './index.ts'
import { lengthOf } from './length.ts'

/** As the handbook and the sentence have it. */
const LONGEST = 200_000

test('a story of the longest length is taken; one character more is refused with both numbers and what to do', () => {
  expect(checkLength(LONGEST)).toBe(null)
  expect(checkLength(LONGEST + 1)).toBe(
    'This story has 200,001 characters; the limit is 200,000. Shorten it, or split it into several stories.',
  )
})

const content: StoryContent = {
  ...emptyContent,
  headline: 'Four',
  body: [
    { id: 'a', type: 'paragraph', text: 'four' },
    { id: 'b', type: 'list', ordered: false, items: ['two', 'six'].map((text, i) => ({ id: `b${i}`, text })) },
    { id: 'c', type: 'quote', paragraphs: ['eight', 'nine'].map((text, i) => ({ id: `c${i}`, text })), credit: '' },
    { id: 'd', type: 'heading', level: 2, text: 'five' },
    { id: 'e', type: 'figure', picture: { src: '/a.jpg', alt: 'x', caption: 'seen', credit: '', rights: '' } },
    { id: 'f', type: 'embed', url: 'https://v.example/1', title: 'film' },
    { id: 'g', type: 'note', text: 'note' },
  ],
}

test('its length is that of its words, headline, lists, quotations and captions among them', () => {
  expect(lengthOf(content)).toBe(4 + 4 + 3 + 3 + 5 + 4 + 4 + 4 + 4)
  expect(content.body.map(wordsOfBlock)).toEqual(['four', 'two six', 'eight nine', 'five', 'seen', 'film', 'note'])
})

test('a picture, a film or a file is a story without a word; a place for a picture is none until it is there', () => {
  const picture = { src: '', alt: '', caption: '', credit: '', rights: '' }
  const stops = (block: StoryContent['body'][number], picturesFollow = false) =>
    checkContent({ ...content, body: [block] }, { picturesFollow }).some(({ severity }) => severity === 'stop')
  const there = { ...picture, src: '/pictures/weir' }
  expect(stops({ id: 'a', type: 'figure', picture: there })).toBe(false)
  expect(stops({ id: 'a', type: 'embed', url: 'https://v.example/1', title: '' })).toBe(false)
  expect(stops({ id: 'a', type: 'file', src: '/files/1', title: '' })).toBe(false)
  const gallery = (...pictures: (typeof picture)[]) => ({
    ...{ id: 'a', type: 'gallery' as const, caption: '' },
    pictures: pictures.map((one, index) => ({ ...one, id: `p${index}` })),
  })
  expect(stops(gallery(picture, there))).toBe(false)
  for (const block of [{ id: 'a', type: 'figure' as const, picture }, gallery(picture, picture)]) {
    expect(stops(block)).toBe(true)
    expect(stops(block, true)).toBe(false)
  }
  expect(stops({ id: 'a', type: 'heading', level: 2, text: 'Photos' }, true)).toBe(true)
})

test('the copy desk looks at the words of every block', () => {
  expect(
    checkContent({
      ...content,
      byline: 'By Ada',
      body: [{ id: 'q', type: 'list', ordered: false, items: [{ id: 'q1', text: 'the the end' }] }],
    }).map(({ block, check }) => [block, check]),
  ).toEqual([['q', 'doubled-word']])
})
