/** What points at a block (a statement, a correction) goes on pointing at it when the story is edited. */
import { describe, expect, test } from 'vitest'
import type { Block } from '../content.ts'
import { keepIds } from './keep-ids.ts'

const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', text })
const paragraphs = (texts: Record<string, string>): Block[] =>
  Object.entries(texts).map(([id, text]) => paragraph(id, text))
const ids = (blocks: readonly Block[], previous: readonly Block[]) => keepIds(blocks, previous).map(({ id }) => id)
const parts = (block: Block | undefined) =>
  block?.type === 'list'
    ? block.items.map(({ id }) => id)
    : block?.type === 'quote'
      ? block.paragraphs.map(({ id }) => id)
      : []

const OLD = paragraphs({
  a: 'The board voted on Tuesday.',
  b: 'The quay will close in May.',
  c: 'The county pays for half of it.',
  d: 'Skippers are less sure of the plan.',
  e: 'Nobody asked the ferry’s crew about it.',
})
const fresh = (blocks: readonly Block[]) => blocks.map((block, index) => ({ ...block, id: `n${index}` }))
const at = (...indexes: number[]) => fresh(indexes.map((index) => OLD[index] as Block))

describe('blocks whose words stayed keep their ids', () => {
  test('in place, and around one that is new or gone', () => {
    expect(ids(fresh(OLD), OLD)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(ids(at(0, 2, 4), OLD)).toEqual(['a', 'c', 'e'])
    const put = [...at(0), paragraph('x', 'Gulls!'), ...at(1, 2)]
    expect(ids(put, OLD)).toEqual(['a', 'x', 'b', 'c'])
  })

  test('as many of them as still stand in their order, where some were moved', () => {
    expect(ids(at(4, 0, 1, 2, 3), OLD)).toEqual(['n0', 'a', 'b', 'c', 'd'])
    expect(ids(at(1, 2, 3, 4, 0), OLD)).toEqual(['b', 'c', 'd', 'e', 'n4'])
    expect(ids(at(3, 4, 0, 1, 2), OLD)).toEqual(['n0', 'n1', 'a', 'b', 'c'])
    expect(ids(at(0, 3, 1, 4, 2), OLD).filter((id) => !id.startsWith('n'))).toHaveLength(3)
  })

  test('each once, where the same words stand twice', () => {
    const twice = [paragraph('a', 'Again.'), paragraph('b', 'Once.'), paragraph('c', 'Again.')]
    expect(ids(fresh(twice), twice)).toEqual(['a', 'b', 'c'])
    expect(ids(fresh([...twice, paragraph('d', 'Again.')]), twice)).toEqual(['a', 'b', 'c', 'n3'])
  })
})

describe('an edited block keeps its id', () => {
  const edited = (text: string) => ids([paragraph('n', text)], [paragraph('a', 'one two three four five six')])[0]

  test('while half of its words stay beside each other, and not where it was written anew', () => {
    expect(edited('one two three four five seven')).toBe('a')
    expect(edited('ONE two, three; four')).toBe('a')
    // Two of its five pairs of words, and two of three: half of all.
    expect(edited('one two three seven')).toBe('a')
    expect(edited('zero one two nine four five')).toBe('n')
    expect(edited('six five four three two one')).toBe('n')
    expect(edited('')).toBe('n')
  })

  test('also a block of one word, and not one that became another kind of block', () => {
    expect(ids([paragraph('n', 'Gulls!')], [paragraph('a', 'gulls')])).toEqual(['a'])
    expect(ids([paragraph('n', '!')], [paragraph('a', '?')])).toEqual(['n'])
    const heading: Block = { id: 'n', type: 'heading', level: 2, text: 'one two three' }
    expect(ids([heading], [paragraph('a', 'one two three')])).toEqual(['n'])
  })

  test('between others that stayed, each its own, and the more alike of two', () => {
    const edits = [
      paragraph('n0', 'The board voted late on Tuesday.'),
      ...at(1),
      paragraph('n2', 'The county pays for all of it.'),
      paragraph('n3', 'Skippers are not sure of the plan.'),
    ]
    expect(ids(edits, OLD)).toEqual(['a', 'b', 'c', 'd'])
    const two = [
      paragraph('n0', 'The board voted on Monday night, it seems.'),
      paragraph('n1', 'The board voted on Tuesday night.'),
    ]
    expect(ids(two, OLD.slice(0, 1))).toEqual(['n0', 'a'])
    expect(ids(two.slice(1), [paragraph('x', 'The board voted on Monday'), ...OLD.slice(0, 1)])).toEqual(['a'])
  })

  test('none across another: an order that was changed is no edit', () => {
    const swapped = [paragraph('n0', 'The quay will close in June.'), paragraph('n1', 'The board voted on a Tuesday.')]
    expect(ids(swapped, OLD.slice(0, 2)).filter((id) => !id.startsWith('n'))).toHaveLength(1)
  })

  test('among many that were all edited, too', () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      paragraph(`o${i}`, `Line ${i} of the list says word${i} and more`),
    )
    const changed = many.map((_, i) => paragraph(`n${i}`, `Line ${i} of the list says word${i} and less`))
    expect(ids(changed, many)).toEqual(many.map(({ id }) => id))
  })
})

test('a picture and an embed are told by their addresses', () => {
  const figure = (id: string, src: string, caption: string): Block => ({
    id,
    type: 'figure',
    picture: { src, alt: '', caption, credit: '', rights: '' },
  })
  expect(ids([figure('n', '/a/ferry/at/berth.jpg', 'She')], [figure('a', '/a/ferry/at/berth.jpg', '')])).toEqual(['a'])
  expect(ids([figure('n', '/gull.png', '')], [figure('a', '/a/ferry/at/berth.jpg', '')])).toEqual(['n'])
  const embed = (id: string, url: string, title: string): Block => ({ id, type: 'embed', url, title })
  expect(ids([embed('n', 'https://v.example/1', 'New title')], [embed('a', 'https://v.example/1', '')])).toEqual(['a'])
  expect(ids([embed('n', 'https://w.test/other', 'Film')], [embed('a', 'https://v.example/1', 'Film')])).toEqual(['n'])
})

describe('the items of a list and the paragraphs of a quotation', () => {
  const list = (id: string, items: Record<string, string>): Block => ({
    id,
    type: 'list',
    ordered: false,
    items: Object.entries(items).map(([id, text]) => ({ id, text })),
  })
  const before = list('l', { i1: 'flour from the mill', i2: 'salt from the sea', i3: 'salt from the sea' })

  test('keep theirs by their words, wherever they went', () => {
    const [after] = keepIds(
      [list('n', { x: 'salt from the sea', y: 'yeast', z: 'flour from the mill', v: 'salt from the sea' })],
      [before],
    )
    expect(after?.id).toBe('l')
    expect(parts(after)).toEqual(['i2', 'y', 'i1', 'i3'])
  })

  test('by their place where one was edited and as many stayed, and never one id twice', () => {
    const [after] = keepIds(
      [list('n', { x: 'flour from the mill', y: 'salt from the mine', z: 'salt from the sea' })],
      [before],
    )
    expect(parts(after)).toEqual(['i1', 'y', 'i2'])
    const [edited] = keepIds(
      [list('n', { x: 'flour from a mill', y: 'salt from the sea', z: 'salt from the sea' })],
      [before],
    )
    expect(parts(edited)).toEqual(['i1', 'i2', 'i3'])
  })

  test('of a quotation too', () => {
    const quote = (id: string, paragraphs: Record<string, string>, credit = ''): Block => ({
      id,
      type: 'quote',
      paragraphs: Object.entries(paragraphs).map(([id, text]) => ({ id, text })),
      credit,
    })
    const [after] = keepIds(
      [quote('n', { x: 'We will bake the bread again.', y: 'So help us.' }, 'Ann')],
      [quote('q', { q1: 'We will bake the bread.', q2: 'So help us.' })],
    )
    expect([after?.id, ...parts(after)]).toEqual(['q', 'q1', 'q2'])
  })
})
