import { expect, test } from 'vitest'
import type { CheckedStory } from './finding.ts'
import { checkStory } from './index.ts'

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
    ['doubled-word', 'look', 'b0'],
    ['doubled-word', 'look', 'b0'],
    ['doubled-word', 'look', 'b1'],
  ])
  expect(checkStory(story('The theory held.'))).toEqual([])
})

test('a list or a quote is a body as much as a paragraph is; a heading alone is none', () => {
  const of = (kind: CheckedStory['blocks'][number]['kind']) => {
    const whole = story('Words')
    return found({ ...whole, blocks: whole.blocks.map((block) => ({ ...block, kind })) })
  }
  for (const kind of ['paragraph', 'list', 'quote'] as const) expect(of(kind), kind).toEqual([])
  expect(of('heading')).toEqual([['body', 'stop', null]])
})

test('what shows something is a body without a word, what shows nothing is none', () => {
  const of = (kind: string, shows: boolean) => found({ ...story(), blocks: [{ id: 'b', kind, text: '', shows }] })
  for (const kind of ['figure', 'embed', 'file', 'gallery']) {
    expect(of(kind, true), kind).toEqual([])
    expect(of(kind, false), kind).toEqual([['body', 'stop', null]])
  }
})

test('what is short is quoted whole, and what is long is cut to sixty characters', () => {
  const quoted = (text: string) => /“(.*)”\.$/.exec(checkStory(story(text))[0]?.sentence ?? '')?.[1]
  const long = `“${'o'.repeat(59)}`
  expect(quoted(long)).toBe(long)
  expect(quoted(`${long}o`)).toBe(`${long.slice(0, 59)}…`)
})
