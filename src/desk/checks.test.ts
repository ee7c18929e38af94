import { expect, test } from 'vitest'
import { type CheckedStory, checkStory } from './index.ts'

const story = (...texts: string[]): CheckedStory => ({
  headline: 'A headline',
  byline: 'By Ada',
  blocks: texts.map((text, index) => ({ id: `b${index}`, kind: 'paragraph', text })),
})
const found = (checked: CheckedStory) =>
  checkStory(checked).map(({ check, severity, block }) => [check, severity, block])

test('a story that is in order has no findings', () => {
  expect(checkStory(story('“Yes,” she said.', 'It had had its day.'))).toEqual([])
})

test('what stops publication comes first', () => {
  expect(found({ headline: ' ', byline: '', blocks: [] })).toEqual([
    ['headline', 'stop', null],
    ['body', 'stop', null],
    ['byline', 'look', null],
  ])
})

test('a quotation that is never closed is found, one that the next paragraph takes up is not', () => {
  expect(found(story('She said: “It is over.', 'Then she left.'))).toEqual([['quotation', 'look', 'b0']])
  expect(found(story('She said: “It is over.', '“And I am glad.”'))).toEqual([])
})

test('a word that stands twice is found, in any case and script', () => {
  expect(found(story('He came to to the the bridge.', 'Всё всё хорошо'))).toEqual([
    ['doubled word', 'look', 'b0'],
    ['doubled word', 'look', 'b0'],
    ['doubled word', 'look', 'b1'],
  ])
  expect(checkStory(story('The theory held.'))).toEqual([])
})
