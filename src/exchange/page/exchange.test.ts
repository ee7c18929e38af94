import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '../../story/index.ts'
import { type ImportedPage, readPage } from './index.ts'
import { partsOfText } from './text/text-page.ts'

const NOW = Date.UTC(2026, 10, 24)
const SUMMIT = resolve(process.env.COURANT_SHARED ?? '../shared', 'pages/summit-page.txt')

const read = async (text: string, more: { mediaType?: string; name?: string } = {}): Promise<ImportedPage> => {
  const page = await readPage({ text, ...more }, { now: NOW })
  if ('problem' in page) throw new Error(page.problem)
  return page
}
const words = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.type === 'list'
      ? block.items.map(({ text }) => text).join(' / ')
      : block.type === 'quote'
        ? block.paragraphs.map(({ text }) => text).join(' ')
        : 'text' in block
          ? block.text
          : '',
  )

const PARAGRAPHS = [
  'The harbour board voted five to two on Tuesday night to dredge the inner channel for the first time in eleven years.',
  '“We have run out of water to argue in,” said the harbour master, Peg Hollis, who told the board that the channel had lost a metre.',
  'The work will cost £1.2 million, according to the tender published on the board’s own notice page, and half will come from the county.',
  'Skippers on the fish quay are less sure, because the quay will be closed for most of February while the dredger works beside it.',
]
const page = (...bodies: string[][]) =>
  [
    'Harbour Board Votes To Dredge',
    ...bodies.flat(),
    'Post a Comment',
    '0 Comments',
    '* Be kind. Comments are read by the editor.',
  ].join('\n\n')

describe.skipIf(!existsSync(SUMMIT))('the summit page (skipped where COURANT_SHARED does not hold it)', () => {
  test('is one story: a headline, a caption, ten paragraphs, no furniture, its house rule offered', async () => {
    const result = await read(readFileSync(SUMMIT, 'utf8'))
    expect(result.content.headline).toBe('Putin Meets Xi Jinping In Beijing')
    expect(result.content.picture?.caption).toMatch(/^Russian President Vladimir Putin .* state visit to China\.$/)
    expect(result.content.body.map(({ type }) => type)).toEqual(Array(10).fill('paragraph'))
    expect(words(result.content.body).join(' ')).not.toMatch(/Comment|Spam|Admin/)
    expect(result.houseRule).toBe("Please Don't Spam Here. All the Comments are Reviewed by Admin.")
    expect(result.dropped.map(({ what }) => what)).toEqual([
      ...Array(10).fill('second-copy'),
      'page-furniture',
      'page-furniture',
      'house-rule',
    ])
  })

  test('knows the day, 16 May, a Thursday, and says that the year is only likely', async () => {
    const { date } = await read(readFileSync(SUMMIT, 'utf8'))
    expect(date).toMatchObject({ edtf: '2024?-05-16', sure: false })
    expect(date.sentences[0]).toBe('The page gives the day, 16 May, a Thursday, but not the year.')
    expect(date.sentences[1]).toContain('2022 as in the past')
  })
})

describe('a body that stands in a page twice is kept once', () => {
  const bodyOf = async (text: string) => words((await read(text)).content.body)

  test('word for word', async () => {
    expect(await bodyOf(page(PARAGRAPHS, PARAGRAPHS))).toEqual(PARAGRAPHS)
  })

  test('where the copies differ in white space', async () => {
    const other = PARAGRAPHS.map((text) => text.replaceAll(' ', '\u00a0 ').replace('board', 'board\u200b'))
    expect(await bodyOf(page(PARAGRAPHS, other))).toEqual(PARAGRAPHS)
  })

  test('where one paragraph was edited: the first is kept, and what differs is said', async () => {
    const edited = PARAGRAPHS.with(0, (PARAGRAPHS[0] as string).replace('five to two', 'six to one'))
    const result = await read(page(PARAGRAPHS, edited))
    expect(words(result.content.body)).toEqual(PARAGRAPHS)
    expect(result.dropped[0]?.why).toContain('“six to one” where the first has “five to two”')
    expect(result.warnings[0]).toContain('check which one is right')
  })

  test('in another order', async () => {
    expect(await bodyOf(page(PARAGRAPHS, [...PARAGRAPHS].reverse()))).toEqual(PARAGRAPHS)
  })

  test('where only a part of it stands twice, and new words stand in the second copy', async () => {
    const added = 'A paragraph that only the second copy has, about gulls and their long memory for fish.'
    expect(await bodyOf(page(PARAGRAPHS, [PARAGRAPHS[0] as string, PARAGRAPHS[1] as string, added]))).toEqual([
      ...PARAGRAPHS,
      added,
    ])
  })

  test('a refrain is no copy', async () => {
    const refrain = 'And still the tide went out, as it does.'
    const [a, b, c, d] = PARAGRAPHS as [string, string, string, string]
    expect(await bodyOf(page([a, refrain, b, refrain, c, d]))).toEqual([a, refrain, b, refrain, c, d])
  })

  test('nor is one paragraph that stands twice in a long story; where it is most of the page, it is one', async () => {
    const [a, b, c, d] = PARAGRAPHS as [string, string, string, string]
    expect(await bodyOf(page([a, b, c, d, a]))).toEqual([a, b, c, d, a])
    expect(await bodyOf(page([a, a]))).toEqual([a])
  })
})

test('furniture goes, and a story that speaks of sharing and comments keeps its words', async () => {
  const kept = [
    'She asked people to share this with their neighbours, and to post a comment on the council’s page.',
    ...PARAGRAPHS,
  ]
  const around = [
    'Share',
    'Share on Facebook',
    'Advertisement',
    'Read more: The dredger that came too late',
    'Subscribe to our newsletter',
    'Labels: harbour, money',
    'Newer Post',
    'Home',
    '© 2026 The Harbour Paper',
  ]
  const result = await read(['Harbour Board Votes', ...around.slice(0, 4), ...kept, ...around.slice(4)].join('\n\n'))
  expect(words(result.content.body)).toEqual(kept)
  expect(result.dropped.map(({ text }) => text)).toEqual(around)
  expect(result.dropped.every(({ why }) => /^[A-Z][^.]+\./.test(why))).toBe(true)
})

test('byline, date line, caption with a credit, headings and lists find their places', async () => {
  const result = await read(
    [
      'Quay To Close',
      'By Ada Brook',
      'Published: Thursday, May 16, 2024 at 9:30 am',
      'The dredger at her berth. Photo: J. Poole',
      PARAGRAPHS[0],
      '## What it costs',
      '- one million\n- and a bit',
      PARAGRAPHS[1],
    ].join('\n\n'),
  )
  expect(result.content).toMatchObject({
    headline: 'Quay To Close',
    byline: 'By Ada Brook',
    picture: { caption: 'The dredger at her berth.', credit: 'J. Poole' },
  })
  expect(result.content.body.map(({ type }) => type)).toEqual(['paragraph', 'heading', 'list', 'paragraph'])
  expect(result.date).toMatchObject({ edtf: '2024-05-16', sure: true })
  expect(result.dropped.map(({ what }) => what)).toEqual(['date-line'])
})

test('lines that were wrapped by hand are joined', async () => {
  const wrapped = (PARAGRAPHS[2] as string).replace(/(.{50,60}) /g, '$1\n')
  expect(words((await read(`A Headline\n\n${wrapped}\n\n${PARAGRAPHS[3]}`)).content.body)).toEqual([
    PARAGRAPHS[2],
    PARAGRAPHS[3],
  ])
})

test.each([
  ['The board met on 3 March in the hall.', 'XXXX', false, '2026?-03-03'],
  ['It was said on Friday.', '', false, ''],
  ['Nothing about any day.', '', false, ''],
  ['The bridge of 12 June 2019 was the last.', '', false, '2019-06-12?'],
])('of "%s" it knows no more than it says', async (text, _, sure, edtf) => {
  const { date } = await read(`A Headline\n\n${text} ${PARAGRAPHS[0]?.replace('on Tuesday night ', '')}`)
  expect(date).toMatchObject({ sure, edtf })
  expect(date.sentences.join(' ')).toMatch(/check|give/i)
})

test('every line of a pasted text is in the story or among what was left out', async () => {
  const line = fc.oneof(
    fc.constantFrom(
      'Share',
      'Advertisement',
      '0 Comments',
      'Post a Comment',
      '* Please be polite in comments',
      'By Ada Brook',
      '16 May 2024',
      '- an item',
      '## A heading',
      ...PARAGRAPHS,
    ),
    fc
      .array(fc.constantFrom('harbour', 'board', 'said', '“water”', 'quay', 'on Tuesday', '3.', 'x'), {
        minLength: 1,
        maxLength: 30,
      })
      .map((parts) => parts.join(' ')),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n\r\n', '\n \u00a0\n')), {
        minLength: 1,
        maxLength: 25,
      }),
      async (lines) => {
        const text = lines.flat().join('')
        const result = await read(text, { name: 'page.txt' })
        const { content } = result
        const all = [
          content.headline,
          content.standfirst,
          content.byline,
          content.picture?.caption ?? '',
          ...words(content.body),
          ...result.dropped.map((one) => one.text),
        ].join('\n')
        const letters = (value: string) => value.match(/[\p{L}\p{N}]+/gu)?.sort() ?? []
        // Numbers in front of list items become the list.
        expect(letters(all.replace(/\d/g, ''))).toEqual(
          letters(
            partsOfText(text)
              .map((piece) => piece.text)
              .join('\n')
              .replace(/\d/g, ''),
          ),
        )
      },
    ),
    { numRuns: 300 },
  )
})

test('right-to-left text, an old encoding, a byte order mark and Windows line ends are read as they were meant', async () => {
  const arabic = await read(
    'قمة في بكين\n\nوصل الرئيس إلى العاصمة يوم الخميس في زيارة تستمر يومين، وكان في استقباله عدد كبير من المسؤولين أمام القاعة الكبرى.',
  )
  expect(arabic.content.headline).toBe('قمة في بكين')
  const bytes = Buffer.from(
    'Caf\xe9 closes\r\n\r\nThe caf\xe9 on the quay closes for good, its owner said on Friday, after forty years of coffee.',
    'latin1',
  )
  const old = await readPage({ bytes }, { now: NOW })
  expect(old).toMatchObject({ content: { headline: 'Café closes' } })
  const marked = await readPage(
    {
      bytes: Buffer.from(
        '\ufeffHeadline\n\nWords of the story that are long enough to be a paragraph of it.',
        'utf16le',
      ),
    },
    { now: NOW },
  )
  expect(marked).toMatchObject({ content: { headline: 'Headline' } })
})

test('what is no page is refused with one sentence that says what to do', async () => {
  for (const bytes of [
    Buffer.from('%PDF-1.7 ...'),
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]),
    Buffer.from(' \n\u00a0\n'),
  ]) {
    expect(await readPage({ bytes }, { now: NOW })).toEqual({ problem: expect.stringMatching(/^[A-Z].*try again\.$/) })
  }
})

describe('a page as HTML', () => {
  const article = `<!doctype html><html lang="en-GB"><head><title>Quay to close | The Harbour Paper</title>
<meta property="og:site_name" content="The Harbour Paper"><meta name="description" content="Skippers fear for February.">
<meta property="article:published_time" content="2024-05-16T09:30:00Z"><link rel="canonical" href="https://paper.example/2024/quay"></head><body>
<nav><a href="/">Home</a> <a href="/news">News</a></nav><article><h1>Quay to close</h1><p class="byline">By Ada Brook</p>
<figure><img src="/p.jpg" alt=""><figcaption>The dredger at her berth. (Photo: J. Poole)</figcaption></figure>
${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n')}<p>She pointed to <a href="/tender">the <strong>tender</strong></a> and <a href="javascript:x()">a form</a>.</p>
<div class="related-links"><a href="/a">The dredger that came too late</a><a href="/b">Gulls: a history</a></div>
<h2>What it costs</h2><ul><li>One million</li><li>and a bit more</li></ul><blockquote><p>Water is not an opinion.</p></blockquote>
${PARAGRAPHS.map((text) => `<p>${text}</p>`).join('\n')}</article>
<div id="comments"><h4>Post a Comment</h4><p>0 Comments</p><p>* Please be polite. Comments are reviewed by the editor.</p></div></body></html>`

  test('becomes blocks with marks: headline without the paper’s name, byline, date, caption, links made whole', async () => {
    const { content, date, kind, houseRule } = await read(article)
    expect(kind).toBe('html')
    expect(content).toMatchObject({
      headline: 'Quay to close',
      standfirst: 'Skippers fear for February.',
      language: 'en-GB',
      picture: { caption: 'The dredger at her berth.', credit: 'J. Poole' },
    })
    expect(date).toMatchObject({ edtf: '2024-05-16', sure: true })
    expect(words(content.body).slice(0, 4)).toEqual(PARAGRAPHS)
    const linked = content.body[4] as Extract<Block, { type: 'paragraph' }>
    expect(linked.text).toBe('She pointed to the tender and a form.')
    expect(linked.marks).toEqual([
      { type: 'strong', from: 19, to: 25 },
      { type: 'link', from: 15, to: 25, href: 'https://paper.example/tender' },
    ])
    expect(content.body.slice(5).map(({ type }) => type)).toEqual(['heading', 'list', 'quote'])
    expect(houseRule).toBe('Please be polite. Comments are reviewed by the editor.')
  })

  test('keeps a body that stands in it twice once, and says so', async () => {
    const { dropped } = await read(article)
    expect(dropped.filter(({ what }) => what === 'second-copy')).toHaveLength(4)
    expect(dropped.map(({ text }) => text).join(' ')).toContain('Gulls: a history')
  })

  test('that holds no story says so and does not fail', async () => {
    const result = await read('<html><body><p>Hi</p><script>alert(1)</script></body></html>')
    expect(JSON.stringify(result.content)).not.toContain('alert')
    expect(result.warnings.length).toBeGreaterThan(0)
  })
})

test('the cost grows with the length, also of a page made to be slow', async () => {
  // Counted, not timed: each must simply end, and at this size anything quadratic would not within the test's minute.
  for (const text of [
    `${'word '.repeat(200_000)}`,
    'a line of words\n'.repeat(60_000),
    '“'.repeat(500_000),
    `${PARAGRAPHS.join('\n\n')}\n\n`.repeat(2000),
  ]) {
    const result = await read(text, { name: 'page.txt' })
    expect(result.kind).toBe('text')
  }
})
