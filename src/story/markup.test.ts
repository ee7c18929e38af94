import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, bodyToMarkup, type Mark, markupToBody, newBlockId } from './index.ts'

const body = (text: string, previous: readonly Block[] = []): Block[] => {
  const result = markupToBody(text, previous)
  if ('problem' in result) throw new Error(result.problem)
  return result.body
}
const paragraph = (text: string): Block => ({ id: newBlockId(), type: 'paragraph', text })

test('each kind of block is written as people write it', () => {
  const text =
    '## A heading\n\nA *paragraph* with **marks** and [a link](https://a.example/x).\n\n> Quoted words.\n>\n> -- A. Person\n\n- one\n- two\n\n1. first\n2. second\n\n! The editor’s note.\n\n{embed https://v.example/1 | A film}'
  expect(body(text)).toMatchObject([
    { type: 'heading', level: 2, text: 'A heading' },
    {
      type: 'paragraph',
      text: 'A paragraph with marks and a link.',
      marks: [
        { type: 'emphasis', from: 2, to: 11 },
        { type: 'strong', from: 17, to: 22 },
        { type: 'link', from: 27, to: 33, href: 'https://a.example/x' },
      ],
    },
    { type: 'quote', paragraphs: [{ text: 'Quoted words.' }], credit: 'A. Person' },
    { type: 'list', ordered: false, items: [{ text: 'one' }, { text: 'two' }] },
    { type: 'list', ordered: true, items: [{ text: 'first' }, { text: 'second' }] },
    { type: 'note', text: 'The editor’s note.' },
    { type: 'embed', url: 'https://v.example/1', title: 'A film' },
  ])
  expect(bodyToMarkup(body(text))).toBe(text)
})

test.each([
  '2 * 3 * 4',
  'a * b',
  '**',
  '*open',
  '[not a link]',
  '[x](javascript:alert(1))',
  'a ] b [ c',
  '***',
  'C:\\dir',
])('%s is no markup and stays as it is', (text) => {
  expect(body(text)).toMatchObject([{ type: 'paragraph', text }])
})

test('an embed or a figure from nowhere is refused with a sentence', () => {
  expect(markupToBody('{embed javascript:alert(1) | x}', [])).toMatchObject({
    problem: expect.stringMatching(/https.*\.$/),
  })
})

const line = fc
  .array(
    fc.constantFrom(
      'word',
      'and',
      '*',
      '**',
      '[',
      ']',
      '(https://a.example)',
      '\\',
      '# ',
      '> ',
      '- ',
      '1. ',
      '! ',
      '{figure ',
      '}',
      '|',
      'é',
      '“said”',
      ':',
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join(' ').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '')
const marksFor = (text: string) =>
  fc
    .array(
      fc.tuple(
        fc.constantFrom('strong' as const, 'emphasis' as const, 'link' as const),
        fc.nat(text.length),
        fc.nat(text.length),
      ),
      { maxLength: 3 },
    )
    .map((list) => {
      const marks: Mark[] = []
      for (const [type, a, b] of list) {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        // Marks as the program makes them: around words, one of a kind at a place, none crossing another.
        if (
          from === to ||
          /^\s|\s$/.test(text.slice(from, to)) ||
          marks.some((m) => m.type === type || (m.from < to && from < m.to))
        )
          continue
        if (/[*]/.test(text)) continue
        marks.push(type === 'link' ? { type, from, to, href: 'https://a.example/' } : { type, from, to })
      }
      return marks.sort((a, b) => a.from - b.from)
    })
const wordsWithMarks = line.chain((text) =>
  marksFor(text).map((marks) => (marks.length > 0 ? { text, marks } : { text })),
)
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  wordsWithMarks.map((words) => ({ id: newBlockId(), type: 'paragraph' as const, ...words })),
  wordsWithMarks.map((words) => ({ id: newBlockId(), type: 'heading' as const, level: 2 as const, ...words })),
  wordsWithMarks.map((words) => ({ id: newBlockId(), type: 'note' as const, ...words })),
  fc.array(wordsWithMarks, { minLength: 1, maxLength: 3 }).map((items) => ({
    id: newBlockId(),
    type: 'list' as const,
    ordered: false,
    items: items.map((words) => ({ id: newBlockId(), ...words })),
  })),
)

describe('what is opened and saved', () => {
  test('unchanged is the same body: words, marks and ids', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 8 }), (blocks) => {
        expect(body(bodyToMarkup(blocks), blocks)).toEqual(blocks)
      }),
      { numRuns: 500 },
    )
  })

  test('with one paragraph edited keeps every id', () => {
    const blocks = [
      'The board voted on Tuesday to dredge the channel.',
      'The quay will close for most of February.',
      'Half of the money comes from the county, the tender says.',
    ].map(paragraph)
    const text = bodyToMarkup(blocks).replace('most of February', 'all of February and March')
    expect(body(text, blocks).map(({ id }) => id)).toEqual(blocks.map(({ id }) => id))
  })

  test('with a paragraph put in, taken out or moved, the others keep theirs', () => {
    const blocks = ['The first of them all.', 'The second one follows.', 'The third ends it.'].map(paragraph)
    const [a, b, c] = blocks as [Block, Block, Block]
    const put = body(bodyToMarkup([a, paragraph('Something else entirely here.'), b, c]), blocks).map(({ id }) => id)
    expect([put[0], put[2], put[3]]).toEqual([a.id, b.id, c.id])
    expect(put[1]).not.toBe(b.id)
    expect(body(bodyToMarkup([a, c]), blocks).map(({ id }) => id)).toEqual([a.id, c.id])
    const ids = body(bodyToMarkup([b, a, c]), blocks).map(({ id }) => id)
    expect(new Set(ids).size).toBe(3)
    expect(ids[2]).toBe(c.id)
  })

  test('ids stay unique, whatever was done to the text', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 6 }), fc.array(anyBlock, { maxLength: 6 }), (before, after) => {
        const ids = body(bodyToMarkup([...after, ...before.slice(0, 2), ...before.slice(0, 2)]), before).map(
          ({ id }) => id,
        )
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 200 },
    )
  })
})

test('a text made to be slow is not: four times the length takes nowhere near sixteen times the steps', () => {
  // Counted in string lengths that come out, not in seconds: it has to end, and to keep every character.
  for (const text of ['*'.repeat(20_000), '['.repeat(20_000), '[a]('.repeat(5_000), '**a *b '.repeat(4_000)]) {
    const [block] = body(text) as unknown as [{ text: string }]
    expect(block.text.length).toBeGreaterThan(1000)
  }
})
