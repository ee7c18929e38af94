/** A page as a reader copied it: which of its lines are headline, byline, caption, standfirst and body. */
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../story/index.ts'
import { furnitureOf, houseRuleOf } from '../furniture.ts'
import { partsOfText, readTextPage } from './text-page.ts'

const NOW = Date.UTC(2026, 10, 24)
const P = [
  'The harbour board voted five to two last night to dredge the inner channel for the first time in years.',
  'Skippers on the fish quay are less sure, because the quay will be closed for most of the winter months.',
  'The work will cost one million pounds, according to the tender that was published on its notice page.',
]
const read = (...lines: string[]) => readTextPage(lines.join('\n\n'), { now: NOW })
const head = (...lines: string[]) => {
  const { headline, standfirst, byline, picture, body } = read(...lines, ...P).content
  return { headline, standfirst, byline, caption: picture?.caption ?? '', body: body.length - P.length }
}
const texts = (blocks: readonly Block[]) => blocks.map((block) => ('text' in block ? block.text : block.type))

describe('the top of a page', () => {
  const nothing = { headline: '', standfirst: '', byline: '', caption: '', body: 0 }

  test('is a headline first, without the signs before it; a long first line is body, and a single line, too', () => {
    expect(head('Quay to close')).toEqual({ ...nothing, headline: 'Quay to close' })
    expect(head('## Quay to close')).toMatchObject({ headline: 'Quay to close' })
    expect(head('x'.repeat(200))).toMatchObject({ headline: 'x'.repeat(200) })
    expect(head('x'.repeat(201))).toMatchObject({ headline: '', body: 1 })
    expect(read('Quay to close').content).toMatchObject({ headline: '', body: [{ text: 'Quay to close' }] })
  })

  test.each(['By Ada Brook', 'Words: Ada Brook', 'Story by Ada Brook', 'From our Holm office', 'reported by Ada'])(
    '"%s" is a byline',
    (byline) => {
      expect(head('Quay to close', byline)).toEqual({ ...nothing, headline: 'Quay to close', byline })
    },
  )

  test.each(['By noon it rained.', 'By 9 it rained', `By ${'Ada '.repeat(24)}Adaxx`, 'Bygone days'])(
    '"%s" is none',
    (line) => {
      expect(head('Quay to close', line).byline).toBe('')
    },
  )

  test('a byline of a hundred characters is one', () => {
    const byline = `By ${'Ada '.repeat(24)}A`
    expect(head('Quay to close', byline).byline).toBe(byline)
  })

  test('a standfirst is a line without a full stop under the headline and over paragraphs', () => {
    const standfirst = 'Skippers fear for February'
    expect(head('Quay to close', standfirst)).toMatchObject({ standfirst, body: 0 })
    for (const line of ['Skippers fear for February.', '“Skippers fear”', '“No” say skippers'])
      expect(head('Quay to close', line), line).toMatchObject({ standfirst: '', body: 1 })
    expect(head('Quay to close', 'x'.repeat(240)).standfirst).toHaveLength(240)
    expect(head('Quay to close', 'x'.repeat(241))).toMatchObject({ standfirst: '', body: 1 })
    const under = (next: string) => read('Quay to close', standfirst, next, ...P).content.standfirst
    expect(under('x'.repeat(81))).toBe(standfirst)
    expect(under('x'.repeat(80))).toBe('')
    expect(read('Quay to close', standfirst).content).toMatchObject({ standfirst: '', body: [{ text: standfirst }] })
    expect(head('Quay to close', 'By Ada Brook', standfirst)).toMatchObject({ standfirst: '', body: 1 })
  })

  test.each([
    'Peg Hollis. (AP Photo/J. Poole)',
    'The dredger, courtesy of the board',
    'The dredger stands in the harbour on Tuesday.',
    'The mayor, left, in front of the hall.',
  ])('"%s" is a caption', (caption) => {
    expect(head('Quay to close', caption)).toMatchObject({ caption, body: 0 })
  })

  test.each([
    ['The dredger at her berth. Photo: J. Poole', 'The dredger at her berth.', 'J. Poole'],
    ['Photo: AP', '', 'AP'],
    ['Foto: Jo Poole', '', 'Jo Poole'],
  ])('"%s" says whose picture it is', (line, caption, credit) => {
    expect(read('Quay to close', line, ...P).content.picture).toMatchObject({ caption, credit })
  })

  test.each([
    'The mayor said on Tuesday it stands.',
    'The dredger was in front of the hall.',
    '“The dredger stands here.”',
    'The dredger sails at dawn.',
    `The dredger stands in ${'the rain and '.repeat(20)}rain.`,
    `Photo: ${'x'.repeat(400)}`,
    'It stands. It looks. It walks outside.',
  ])('"%s" is none', (line) => {
    expect(head('Quay to close', line)).toMatchObject({ caption: '', body: 1 })
  })

  test.each([
    '16 May 2024',
    'Thursday, 16 May 2024',
    'Published 2024-05-16',
    'May 16, 2024',
    '2024-05-16',
    'Last updated in 2024',
  ])('"%s" is the date, and no part of the story', (line) => {
    const { content, dropped } = read('Quay to close', line, ...P)
    expect(texts(content.body)).toEqual(P)
    expect(dropped).toEqual([
      {
        what: 'date-line',
        why: 'The date, which is shown with the story anyway.',
        text: line,
        lines: { from: 3, to: 3 },
      },
    ])
  })

  test('at most six lines lead a story', () => {
    const bylines = [
      'By Ada Brook',
      '16 May 2024',
      'Peg Hollis, pictured',
      'By Eve Calloway',
      'By Ann Porter',
      'By Tom Reddish',
      'By Ines Poole',
    ]
    expect(head('Quay to close', ...bylines)).toMatchObject({
      byline: 'By Ada Brook',
      caption: 'Peg Hollis, pictured',
      standfirst: 'By Eve Calloway',
    })
    expect(texts(read('Quay to close', ...bylines, ...P).content.body).slice(0, 2)).not.toContain('By Ada Brook')
  })
})

describe('where the body stands twice, its beginning is known', () => {
  test('and whatever sentence stands before it is the caption', () => {
    const { content, dropped } = read('Quay to close', 'The dredger sailed at dawn.', ...P, ...P)
    expect(content).toMatchObject({ headline: 'Quay to close', picture: { caption: 'The dredger sailed at dawn.' } })
    expect(texts(content.body)).toEqual(P)
    expect(dropped.map(({ what, why, lines }) => [what, why, lines?.from])).toEqual([
      ['second-copy', 'Repeats line 5 word for word.', 11],
      ['second-copy', 'Repeats line 7 word for word.', 13],
      ['second-copy', 'Repeats line 9 word for word.', 15],
    ])
  })

  test('a line before it that is neither is a standfirst, and what comes after that is body', () => {
    const { content } = read('Quay to close', 'Skippers fear', 'By Ada Brook', 'and one more', ...P, ...P)
    expect(content).toMatchObject({ headline: 'Quay to close', standfirst: 'Skippers fear', byline: 'By Ada Brook' })
    expect(texts(content.body)).toEqual(['and one more', ...P])
  })

  test('a copy that differs says how and where', () => {
    const [a, b, c] = P as [string, string, string]
    const { dropped, warnings } = read('Quay', a, b, c, a, b.replace('less sure', 'sure'), c)
    expect(dropped[1]?.why).toBe(
      'Repeats line 5 with other words: “(nothing)” where the first has “less”. The first was kept.',
    )
    expect(warnings).toEqual([
      'A paragraph is on the page twice and differs: lines 5 and 11. The first was kept; check which one is right.',
    ])
  })
})

test('what was left out is listed in the order of the page, with its lines', () => {
  const { dropped, houseRule } = read('Quay', 'Share', ...P, 'Post a Comment', 'Please be kind in comments', 'Home')
  expect(dropped.map(({ text, lines }) => [text, lines?.from])).toEqual([
    ['Share', 3],
    ['Post a Comment', 11],
    ['Please be kind in comments', 13],
    ['Home', 15],
  ])
  expect(houseRule).toBe('Please be kind in comments')
})

test('what is missing is said', () => {
  expect(read('x'.repeat(300), ...P).warnings).toEqual(['No headline was found. Write one.'])
  expect(read('Share', 'Home').warnings).toEqual([
    'No headline was found. Write one.',
    'No body was found on this page.',
  ])
  expect(read('Quay', ...P).warnings).toEqual([])
})

describe('headings, lists and quotations by their usual marks', () => {
  const blocks = (...lines: string[]) => read('Quay', ...P, ...lines).content.body.slice(P.length)

  test('headings', () => {
    expect(blocks('# One', '## Two', '### Three', '###### Six', '####### Seven', '#One')).toMatchObject([
      { type: 'heading', level: 2, text: 'One' },
      { type: 'heading', level: 2, text: 'Two' },
      { type: 'heading', level: 3, text: 'Three' },
      { type: 'heading', level: 3, text: 'Six' },
      { type: 'paragraph', text: '####### Seven' },
      { type: 'paragraph', text: '#One' },
    ])
  })

  test('items go on with the list before them, if it is of their kind', () => {
    expect(blocks('- a', '* b', '• c', '1. d', '2) e', '- f', '– a dash', 'words', '- g')).toMatchObject([
      { type: 'list', ordered: false, items: [{ text: 'a' }, { text: 'b' }, { text: 'c' }] },
      { type: 'list', ordered: true, items: [{ text: 'd' }, { text: 'e' }] },
      { type: 'list', ordered: false, items: [{ text: 'f' }] },
      { type: 'paragraph', text: '– a dash' },
      { type: 'paragraph', text: 'words' },
      { type: 'list', items: [{ text: 'g' }] },
    ])
  })

  test('quotations', () => {
    expect(blocks('> We will bake.')).toMatchObject([
      { type: 'quote', paragraphs: [{ text: 'We will bake.' }], credit: '' },
    ])
  })
})

describe('lines', () => {
  const lines = (text: string) => partsOfText(text).map((piece) => [piece.text, piece.fromLine, piece.toLine])
  const long = 'x'.repeat(50)

  test('are paragraphs of their own, or one where they were wrapped by hand', () => {
    expect(lines('One.\nTwo.\r\n\r\n Three \u200b four')).toEqual([
      ['One.', 1, 1],
      ['Two.', 2, 2],
      ['Three four', 4, 4],
    ])
    expect(lines(`\n${long}\n${long}\nend.`)).toEqual([[`${long} ${long} end.`, 2, 4]])
    expect(lines(`${long}.\n${long}.\nend.`)).toHaveLength(3)
    expect(lines(`${long}\n${long}.\nend.`)).toHaveLength(1)
    expect(lines(`${long}`)).toHaveLength(1)
  })

  test('are wrapped by hand only where they are about as long as one another', () => {
    for (const [length, pieces] of [
      [44, 2],
      [45, 1],
      [100, 1],
      [101, 2],
    ] as const)
      expect(lines(`${'x'.repeat(length)}\nend`), String(length)).toHaveLength(pieces)
    const four = [long, long, long, long]
    expect(lines([...four, 'short', 'end'].join('\n'))).toHaveLength(1)
    expect(lines([...four.slice(1), 'short', 'end'].join('\n'))).toHaveLength(5)
  })
})

test('the first four-figure year near the top that stands with a day may be the date, in six lines', () => {
  const date = (...lines: string[]) => read(...lines).date
  expect(date('Quay', 'a', 'b', 'c', 'd', '16 May 2024', ...P)).toMatchObject({ sure: true, edtf: '2024-05-16' })
  expect(date('Quay', 'a', 'b', 'c', 'd', 'e', '16 May 2024', ...P)).toMatchObject({ sure: false })
})

describe('furniture', () => {
  test.each([
    'Leave a reply',
    '3 Comments',
    'No comments yet',
    'Comments (12)',
    'Load more comments',
    'Share this article on Facebook',
    'Tweet',
    'Share | Pin | Email',
    'Advertisement',
    'Read more: A ferry',
    'Related stories',
    'Sign up for our letter',
    'Follow us on X',
    'Tags: a, b',
    'Older Posts',
    'Skip to main content',
    '© 2026 The Paper',
    'All rights reserved.',
    'This site uses cookies to work',
    '3 min read',
    '1,200 views',
    'Click here for more',
    'Please enable JavaScript',
    'This material may not be published',
    '  Share \n this ',
  ])('"%s" is some', (text) => {
    expect(furnitureOf(text)).toMatchObject({ what: 'page-furniture', why: expect.stringMatching(/^[A-Z].*\.$/) })
  })

  test.each(['', 'Shares fell by half.', `Tags: ${'x'.repeat(320)}`, 'She left a comment.', 'Home at last'])(
    '"%s" is none',
    (text) => {
      expect(furnitureOf(text)).toBe(null)
    },
  )

  test('what is asked of those who comment is told from what is not', () => {
    expect(houseRuleOf('* Please keep comments civil.')).toBe('Please keep comments civil.')
    expect(houseRuleOf('No spam! All comments are reviewed.')).toBe('No spam! All comments are reviewed.')
    expect(houseRuleOf('Please keep calm.')).toBe(null)
    expect(houseRuleOf('12 comments')).toBe(null)
    expect(houseRuleOf(`Please keep comments ${'x'.repeat(579)}`)).toHaveLength(600)
    expect(houseRuleOf(`Please keep comments ${'x'.repeat(580)}`)).toBe(null)
  })
})
