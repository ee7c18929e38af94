/** What stands in a page twice is kept once; a refrain, or what only looks alike, is kept as often as it stands. */
import { describe, expect, test } from 'vitest'
import type { Block } from '../../story/index.ts'
import { withoutSecondCopy } from './html/drop-second-copy.ts'
import { findSecondCopy } from './second-copy.ts'

const copies = (...texts: string[]) =>
  findSecondCopy(texts.map((text) => ({ text, fromLine: 0, toLine: 0 }))).map(({ copy, of }) => [copy, of])
const A = 'The harbour board voted five to two on Tuesday night to dredge the channel.'
const B = 'Skippers on the fish quay are less sure, because the quay will be closed.'
const C = 'The work will cost one million pounds, according to the tender of the board.'
const D = 'Nobody who was asked about it in the rain could say when it had begun.'

describe('of two paragraphs that are the same', () => {
  test('each copy is one of its own original, in the order of the page', () => {
    expect(copies(A, B, C, A, B, C)).toEqual([
      [3, 0],
      [4, 1],
      [5, 2],
    ])
    expect(copies(A, B, B, A)).toEqual([
      [2, 1],
      [3, 0],
    ])
    expect(copies(A, B, A, B, A)).toEqual([
      [2, 0],
      [3, 1],
    ])
  })

  test('one alone is a refrain unless it is the whole page, and short ones never are copies by themselves', () => {
    expect(copies(A, B, C, D, A)).toEqual([])
    expect(copies(A, A)).toEqual([[1, 0]])
    expect(copies('It rains on and on', 'It rains on and on')).toEqual([])
    expect(copies(A, B, C, D, `${D} ${C} ${B}`, A, B)).toEqual([
      [5, 0],
      [6, 1],
    ])
  })

  test('two that are a small part of a long page are refrains, too', () => {
    const others = Array.from(
      { length: 12 },
      (_, i) => `${D} ${C.replaceAll('o', String(i))} ${B.replaceAll('e', String(i))}`,
    )
    expect(copies(A, B, ...others, A, B)).toEqual([])
  })
})

describe('of two that are nearly the same', () => {
  test('what differs is told, and only that', () => {
    const other = A.replace('five', 'six')
    expect(findSecondCopy([A, B, other, B].map((text) => ({ text, fromLine: 0, toLine: 0 })))).toEqual([
      { copy: 2, of: 0, differs: { kept: 'five', left: 'six' } },
      { copy: 3, of: 1, differs: null },
    ])
    const longer = `${A} And so it went.`
    expect(findSecondCopy([A, B, longer, B].map((text) => ({ text, fromLine: 0, toLine: 0 })))[0]?.differs).toEqual({
      kept: '',
      left: 'and so it went',
    })
  })

  test('the one that is most alike is the original', () => {
    expect(copies(A.replace('Tuesday night', 'a cold Monday'), A, B, A.replace('channel', 'harbour'), B)).toEqual([
      [3, 1],
      [4, 2],
    ])
  })

  test('half of the words in common is enough, less is not', () => {
    const half = 'The harbour board voted five to two on Tuesday night and then went home.'
    expect(copies(A, B, half, B).map(([copy]) => copy)).toContain(2)
    const less = 'The harbour board voted five to two on Tuesday night and then all went home.'
    expect(copies(A, B, less, B)).toEqual([])
  })
})

test('short lines between copied paragraphs go with them, and the headline that leads the second copy', () => {
  expect(copies('Ferry news', A, 'Costs', B, 'Ferry news', A, 'Costs', B)).toEqual([
    [4, 0],
    [5, 1],
    [6, 2],
    [7, 3],
  ])
  expect(copies('Ferry news', A, B, 'Other', A, 'Costs', B, 'Ferry news')).toEqual([
    [4, 1],
    [6, 2],
  ])
  expect(copies('Ferry news', A, B, 'Ferry news', 'By Jo', A, B).map(([copy]) => copy)).toEqual([3, 5, 6])
  expect(copies('Ferry news', A, B, 'Ferry news', 'By Jo', 'Holm', A, B).map(([copy]) => copy)).toEqual([6, 7])
  expect(copies('', A, B, '', A, B).map(([copy]) => copy)).toEqual([4, 5])
})

test('of an HTML page a copy is left out with its words, and one that differs asks to be checked', () => {
  const blocks = [A, B, A, B.replace('less sure', 'quite sure')].map(
    (text, i): Block => ({ id: `b${i}`, type: 'paragraph', text }),
  )
  const once = withoutSecondCopy(blocks)
  expect(once.blocks.map(({ id }) => id)).toEqual(['b0', 'b1'])
  expect(once.dropped).toEqual([
    { what: 'second-copy', why: 'Repeats an earlier paragraph word for word.', text: A, lines: null },
    {
      what: 'second-copy',
      why: 'Repeats an earlier paragraph with other words: “quite” where the first has “less”. The first was kept.',
      text: B.replace('less sure', 'quite sure'),
      lines: null,
    },
  ])
  expect(once.warnings).toEqual([
    `A paragraph is on the page twice and differs: “${B.replace('less sure', 'quite sure').slice(0, 60)}…”. Check which one is right.`,
  ])
})
