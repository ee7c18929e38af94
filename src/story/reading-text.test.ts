import { expect, test } from 'vitest'
import { dayIn, emptyContent, readingTextOf, type StoryContent } from './index.ts'

const content: StoryContent = {
  ...emptyContent,
  headline: 'Bakers strike',
  standfirst: 'No bread until Monday.',
  picture: { src: '', alt: 'not read', caption: 'A closed shop.', credit: 'Ada', rights: '' },
  body: [
    { id: 'aa', type: 'paragraph', text: '“No,” said Mr Crust.' },
    { id: 'bb', type: 'heading', level: 2, text: 'What now' },
    { id: 'cc', type: 'quote', paragraphs: [{ id: 'c1', text: 'We will bake.' }], credit: 'Ann Loaf' },
    { id: 'dd', type: 'list', ordered: false, items: [{ id: 'd1', text: 'Flour' }] },
    { id: 'ee', type: 'embed', url: 'https://video.example/1', title: 'Others’ words' },
    { id: 'ff', type: 'figure', picture: { src: '', alt: '', caption: 'An oven.', credit: '', rights: '' } },
    { id: 'gg', type: 'note', text: 'This story was changed.' },
    { id: 'hh', type: 'paragraph', text: ' ' },
  ],
}

test('a story is read in the order in which readers meet it, each piece under the id that stays when others change', () => {
  expect(readingTextOf(content, '2026-05-31')).toEqual({
    date: '2026-05-31',
    blocks: [
      { id: '@headline', kind: 'headline', text: 'Bakers strike' },
      { id: '@standfirst', kind: 'standfirst', text: 'No bread until Monday.' },
      { id: '@caption', kind: 'caption', text: 'A closed shop.' },
      { id: 'aa', kind: 'paragraph', text: '“No,” said Mr Crust.' },
      { id: 'bb', kind: 'heading', text: 'What now' },
      { id: 'c1', kind: 'quote', text: 'We will bake.' },
      { id: 'cc.credit', kind: 'credit', text: 'Ann Loaf' },
      { id: 'd1', kind: 'item', text: 'Flour' },
      { id: 'ff', kind: 'caption', text: 'An oven.' },
      { id: 'gg', kind: 'paragraph', text: 'This story was changed.' },
    ],
  })
})

test('a story without a day has none to count from', () => {
  expect(readingTextOf(emptyContent, null)).toEqual({ blocks: [] })
})

test('the day is the one of the site’s clock', () => {
  expect(dayIn('UTC', Date.UTC(2026, 4, 31, 23, 30))).toBe('2026-05-31')
  expect(dayIn('Europe/Berlin', Date.UTC(2026, 4, 31, 23, 30))).toBe('2026-06-01')
})
