import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectGrowth } from '../../../test/growth.ts'
import { tries } from '../../../test/thorough.ts'
import { type Block, bodyToMarkup, type Mark, markupToBody, newBlockId } from '../index.ts'

const body = (text: string, previous: readonly Block[] = []): Block[] => {
  const result = markupToBody(text, previous)
  if ('problem' in result) throw new Error(result.problem)
  return result.body
}
const words = (text: string) => body(text)[0] as { text: string; marks?: Mark[] }
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
  '[another site](//example.org)',
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

test('a figure is taken from the site itself, from the web, or from nowhere yet; its parts may hold bars and backslashes', () => {
  const picture = { src: '/pictures/a.jpg', alt: 'A | B', caption: 'C \\ D }', credit: 'E', rights: 'F' }
  for (const src of ['/pictures/a.jpg', 'HTTPS://a.example/a.jpg', '']) {
    const figure: Block = { id: newBlockId(), type: 'figure', picture: { ...picture, src } }
    expect(body(bodyToMarkup([figure]), [figure])).toEqual([figure])
  }
  expect(body('{figure /a.jpg|alt |caption}')).toMatchObject([
    { picture: { src: '/a.jpg', alt: 'alt', caption: 'caption', credit: '', rights: '' } },
  ])
  const refused = (text: string) => 'problem' in markupToBody(text, [])
  expect(refused('{figure a.jpg | x}')).toBe(true)
  expect(refused('{figure //a.example/a.jpg | x}')).toBe(true)
  expect(refused('{embed /video | x}')).toBe(true)
  expect(refused('{embed | x}')).toBe(true)
  expect(refused('Words.\n\n{embed https://v.example/1}\n\n{figure data:x | x}')).toBe(true)
})

test('a table is rows between bars; dashes make a header row, and short rows are filled up', () => {
  const [table] = body(
    '{table How they stand | header column}\n| Club | **Points** |\n|---|:---:|\n| Rovers \\| B |27|\n| United |',
  )
  expect(table).toMatchObject({
    ...{ type: 'table', caption: 'How they stand', headerRow: true, headerColumn: true },
    rows: [
      { cells: [{ text: 'Club' }, { text: 'Points', marks: [{ type: 'strong' }] }] },
      { cells: [{ text: 'Rovers | B' }, { text: '27' }] },
      { cells: [{ text: 'United' }, { text: '' }] },
    ],
  })
  expect(body('| one |')).toMatchObject([
    { type: 'table', caption: '', headerRow: false, rows: [{ cells: [{ text: 'one' }] }] },
  ])
  expect(body('| no row\nand words')).toMatchObject([{ type: 'paragraph', text: '| no row and words' }])
})

test('a fact box holds paragraphs and lists, a gallery pictures; blank lines in them part no more than elsewhere', () => {
  expect(body('Before.\n{box Facts}\nOne\ntwo.\n\n- a\n- b\n{/box}\nAfter.')).toMatchObject([
    { type: 'paragraph', text: 'Before.' },
    { type: 'box', title: 'Facts', blocks: [{ type: 'paragraph', text: 'One two.' }, { type: 'list' }] },
    { type: 'paragraph', text: 'After.' },
  ])
  expect(body('{gallery}\n{figure /a.jpg | a}\n\n{figure /b.jpg | b | The quay}\n{/gallery}')).toMatchObject([
    {
      type: 'gallery',
      caption: '',
      pictures: [
        { src: '/a.jpg', alt: 'a' },
        { src: '/b.jpg', caption: 'The quay' },
      ],
    },
  ])
})

test.each([
  ['{box Facts}\nOne.', /\{\/box\}/],
  ['{box Facts}\n## Heading\n{/box}', /paragraphs and lists/],
  ['{box}\n{gallery}\n{/gallery}\n{/box}', /paragraphs and lists/],
  ['{gallery}\n{figure /a.jpg}\n{figure /b.jpg}', /\{\/gallery\}/],
  ['{gallery}\n{figure /a.jpg}\n{/gallery}', /two pictures or more/],
  ['{gallery}\nWords\n{figure /a.jpg}\n{/gallery}', /two pictures or more/],
  ['{gallery}\n{figure javascript:a}\n{figure /b.jpg}\n{/gallery}', /https/],
  ['{table Points}\nNo rows', /directly below/],
  [Array(2001).fill('| a |').join('\n'), /2,001 rows.*2,000/],
  [`|${' a |'.repeat(31)}`, /31 columns.*30/],
])('what cannot be one is refused with a sentence, %#', (text, sentence) => {
  expect(markupToBody(text, [])).toEqual({ problem: expect.stringMatching(sentence) })
})

test('of a table every row keeps its id while others are put in, and of a box and a gallery every part', () => {
  const before = body(
    '| Rovers | 27 |\n| United | 16 |\n\n{box Facts}\nIt was cleared in 1987.\n\n- It is 4 metres deep\n- It will be 6\n{/box}',
  )
  const [table, box] = body(
    '| Rovers | 27 |\n| Athletic | 26 |\n| United | 16 |\n\n{box The facts}\nIt was cleared in 1987.\n\n- It is 4 metres deep\n- new\n- It will be 6\n{/box}',
    before,
  )
  const [ids, now] = [idsIn(before), idsIn([table, box] as Block[])]
  expect(now.filter((id) => ids.includes(id))).toEqual(ids)
})

test('lines of a paragraph, of a quotation and of a list are read as people wrap them', () => {
  expect(body('one\n  two \nthree\n \nfour')).toMatchObject([{ text: 'one two three' }, { text: 'four' }])
  expect(body('> one\n> two\n>\n> three\n> — A. Person')).toMatchObject([
    { type: 'quote', paragraphs: [{ text: 'one two' }, { text: 'three' }], credit: 'A. Person' },
  ])
  expect(body('> -- Nobody said it')).toMatchObject([{ paragraphs: [{ text: '-- Nobody said it' }], credit: '' }])
  expect(body('>')).toMatchObject([{ type: 'quote', paragraphs: [{ text: '' }] }])
  expect(body('## One\n### Two\nAnd words\nthat go on')).toMatchObject([
    { type: 'heading', level: 2, text: 'One' },
    { type: 'heading', level: 3, text: 'Two' },
    { type: 'paragraph', text: 'And words that go on' },
  ])
  for (const text of ['# One', '#### Four', '- one\nand two', '1. one\nand two', '1 one', '-one', '> one\ntwo'])
    expect(body(text), text).toMatchObject([{ type: 'paragraph', text: text.replaceAll('\n', ' ') }])
  expect(body('')).toEqual([])
})

test('a list is numbered from one, and its empty items are left out', () => {
  const list = (ordered: boolean): Block => ({
    id: newBlockId(),
    type: 'list',
    ordered,
    items: ['a', ' ', 'b'].map((text) => ({ id: newBlockId(), text })),
  })
  expect(bodyToMarkup([list(true)])).toBe('1. a\n2. b')
  expect(bodyToMarkup([list(false)])).toBe('- a\n- b')
})

describe('signs in words', () => {
  const marked = (text: string) => {
    const { text: plain, marks = [] } = words(text)
    return marks.map(({ type, from, to }) => `${type}: ${plain.slice(from, to)}`)
  }
  test.each([
    ['**one** two', ['strong: one']],
    ['***one***', ['strong: one', 'emphasis: one']],
    ['**one *two***', ['strong: one two', 'emphasis: two']],
    ['*one **two***', ['emphasis: one two', 'strong: two']],
    ['[**one** two](/three)', ['link: one two', 'strong: one']],
    ['[one [two](/three)', ['link: one [two']],
    ['[one](mailto:desk@paper.example) [two](ftp://x.example/)', ['link: one']],
    ['*one* *two*', ['emphasis: one', 'emphasis: two']],
    ['** one** and * two*', []],
    ['[](/three) and ****', []],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected)
  })

  test('a link’s address keeps its brackets and spaces from ending it', () => {
    const block: Block = {
      id: newBlockId(),
      type: 'paragraph',
      text: 'one',
      marks: [{ type: 'link', from: 0, to: 3, href: 'https://a.example/a_(b) c' }],
    }
    expect(bodyToMarkup([block])).toBe('[one](https://a.example/a_%28b%29%20c)')
  })

  test('of links that overlap the first stays whole, and marks outside the text are brought into it', () => {
    const link = (from: number, to: number, href: string): Mark => ({ type: 'link', from, to, href })
    const block = (marks: Mark[]): Block => ({ id: newBlockId(), type: 'paragraph', text: 'one two three', marks })
    expect(bodyToMarkup([block([link(0, 7, '/a'), link(4, 13, '/b')])])).toBe('[one two](/a) [three](/b)')
    expect(bodyToMarkup([block([link(0, 13, '/a'), link(4, 7, '/b')])])).toBe('[one two three](/a)')
    expect(bodyToMarkup([block([link(0, 4, '/a'), link(3, 7, '/a')])])).toBe('[one](/a) [two](/a) three')
    expect(bodyToMarkup([block([link(0, 5, '/a'), link(4, 7, '/a')])])).toBe('[one two](/a) three')
    expect(
      bodyToMarkup([
        block([
          { type: 'strong', from: -5, to: 3 },
          { type: 'emphasis', from: 8, to: 99 },
        ]),
      ]),
    ).toBe('**one** two *three*')
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
      '{box ',
      '{/box}',
      '{gallery}',
      '{table}',
      '---',
      '}',
      '|',
      'é',
      '“said”',
      ':',
      '--',
      '—',
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
  wordsWithMarks.map((words) => ({ id: newBlockId(), type: 'heading' as const, level: 3 as const, ...words })),
  fc.tuple(fc.array(wordsWithMarks, { minLength: 1, maxLength: 3 }), fc.boolean()).map(([items, ordered]) => ({
    id: newBlockId(),
    type: 'list' as const,
    ordered,
    items: items.map((words) => ({ id: newBlockId(), ...words })),
  })),
  fc
    .tuple(fc.array(wordsWithMarks, { minLength: 1, maxLength: 3 }), fc.constantFrom('', 'A. Person', '*The* [Post]'))
    .map(([paragraphs, credit]) => ({
      id: newBlockId(),
      type: 'quote' as const,
      paragraphs: paragraphs.map((words) => ({ id: newBlockId(), ...words })),
      credit,
    })),
  fc.tuple(line, line).map(([caption, credit]) => ({
    id: newBlockId(),
    type: 'figure' as const,
    picture: { src: 'https://a.example/a_(1).jpg', alt: '', caption, credit, rights: '' },
  })),
  line.map((title) => ({ id: newBlockId(), type: 'embed' as const, url: 'https://v.example/1', title })),
  fc.tuple(fc.array(line, { minLength: 2, maxLength: 4 }), line).map(([captions, caption]) => ({
    id: newBlockId(),
    type: 'gallery' as const,
    pictures: captions.map((caption, i) => ({
      ...{ id: newBlockId(), src: `/pictures/${i}`, alt: '', caption, credit: '', rights: '' },
    })),
    caption,
  })),
  fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.boolean(), fc.boolean(), fc.constantFrom('', 'Points', 'header column'))
    .chain(([columns, headerRow, headerColumn, caption]) =>
      fc
        .array(
          fc.array(fc.oneof(wordsWithMarks, fc.constant({ text: '' }), fc.constant({ text: '---' })), {
            minLength: columns,
            maxLength: columns,
          }),
          {
            minLength: 1,
            maxLength: 3,
          },
        )
        .map((rows) => ({
          ...{ id: newBlockId(), type: 'table' as const, caption, headerRow, headerColumn },
          rows: rows.map((cells) => ({ id: newBlockId(), cells })),
        })),
    ),
  fc
    .tuple(fc.array(wordsWithMarks, { minLength: 1, maxLength: 2 }), fc.boolean(), fc.constantFrom('', 'Who is | who'))
    .map(([texts, isList, title]) => ({
      ...{ id: newBlockId(), type: 'box' as const, title },
      blocks: isList
        ? [
            {
              ...{ id: newBlockId(), type: 'list' as const, ordered: true },
              items: texts.map((words) => ({ id: newBlockId(), ...words })),
            },
          ]
        : texts.map((words) => ({ id: newBlockId(), type: 'paragraph' as const, ...words })),
    })),
)

/** Also of a block's parts. */
const idsIn = (blocks: readonly Block[]): string[] =>
  [...JSON.stringify(blocks).matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id as string)

describe('what is opened and saved', () => {
  test('unchanged is the same body: words, marks and ids', () => {
    fc.assert(
      fc.property(fc.array(anyBlock, { maxLength: 8 }), (blocks) => {
        expect(body(bodyToMarkup(blocks), blocks)).toEqual(blocks)
      }),
      { numRuns: tries(500) },
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
        const ids = idsIn(body(bodyToMarkup([...after, ...before.slice(0, 2), ...before.slice(0, 2)]), before))
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: tries(200) },
    )
  })
})

describe('whatever was marked, and however the marks lie,', () => {
  const anyMarks = fc
    .array(fc.constantFrom('word', 'é', '*', '[', ']', '(x)', ' ', '\\', '. ', '“q”'), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.join('').replace(/\s+/g, ' ').trim())
    .filter((text) => text !== '')
    .chain((text) =>
      fc
        .array(
          fc.tuple(
            fc.constantFrom('strong' as const, 'emphasis' as const, 'link' as const),
            fc.nat(text.length),
            fc.nat(text.length),
          ),
          { maxLength: 4 },
        )
        .map((list) => ({
          text,
          marks: list.map(([type, a, b]): Mark => {
            const [from, to] = [Math.min(a, b), Math.max(a, b)]
            return type === 'link' ? { type, from, to, href: 'https://a.example/(1)' } : { type, from, to }
          }),
        })),
    )

  test('the text comes back as it was, and a second opening and saving changes nothing more', () => {
    fc.assert(
      fc.property(anyMarks, (marked) => {
        const block: Block = { id: newBlockId(), type: 'paragraph', ...marked }
        const once = body(bodyToMarkup([block]), [block])
        expect(once).toHaveLength(1)
        expect(once[0]).toMatchObject({ type: 'paragraph', text: marked.text })
        expect(body(bodyToMarkup(once), once)).toEqual(once)
      }),
      { numRuns: tries(3000) },
    )
  })

  test('a space at a mark’s edge is left outside it, and marks that meet are one', () => {
    const block: Block = {
      id: newBlockId(),
      type: 'paragraph',
      text: 'One two three four.',
      marks: [
        { type: 'strong', from: 3, to: 8 },
        { type: 'emphasis', from: 8, to: 11 },
        { type: 'emphasis', from: 11, to: 13 },
      ],
    }
    expect(bodyToMarkup([block])).toBe('One **two** *three* four.')
  })

  test('marks that cross are written in pieces', () => {
    const block: Block = {
      id: newBlockId(),
      type: 'paragraph',
      text: 'one two three',
      marks: [
        { type: 'strong', from: 0, to: 7 },
        { type: 'emphasis', from: 4, to: 13 },
      ],
    }
    expect(bodyToMarkup([block])).toBe('**one *two*** *three*')
  })
})

test('a line of a quotation that begins with a dash is no credit', () => {
  const quote: Block = {
    id: newBlockId(),
    type: 'quote',
    paragraphs: ['He paused.', '— Or did he?'].map((text) => ({ id: newBlockId(), text })),
    credit: '',
  }
  expect(body(bodyToMarkup([quote]), [quote])).toEqual([quote])
})

test.each(['*', '[', '\\*', '[a](', '**a *b ', '*a **b* ', '[*a **b](', '**[a*](https://a.example)'])(
  'a text made of %s is read in time that grows with its length, and keeps all of it',
  (unit) => {
    const plain = words(unit.repeat(60)).text.length / 60
    // From a size at which the collector works already: below it everything is cheaper than it goes on to be.
    expectGrowth((times) => {
      expect(words(unit.repeat(times)).text.length).toBeGreaterThanOrEqual(Math.floor(plain * times * 0.98))
    }, 10_000)
  },
)

test.each(['//example.org', '/\\example.org', '/\\\\example.org'])(
  '[words](%s) is no link: browsers would go to another site',
  (href) => {
    const made = markupToBody(`[words](${href})`, [])
    expect(JSON.stringify(made)).not.toContain('"link"')
    expect(JSON.stringify(markupToBody('[words](/2026/05/a-story)', []))).toContain('"link"')
  },
)
