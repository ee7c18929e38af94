/** What an HTML page says of itself, what of it is its story, and what becomes of its elements. */
import { describe, expect, test } from 'vitest'
import type { Block } from '../../../story/index.ts'
import type { ImportedPage } from '../index.ts'
import { readHtmlPage } from './html-page.ts'

const NOW = Date.UTC(2026, 10, 24)
const P = [
  'The harbour board voted five to two last night to dredge the inner channel for the first time in eleven years.',
  'Skippers on the fish quay are less sure, because the quay will be closed for most of the winter and the spring.',
  'The work will cost one million pounds, according to the tender that was published on its own notice page.',
  'Nobody who was asked about it in the rain could say when it had begun, or when it is going to end at last.',
]
const BODY = P.map((text) => `<p>${text}</p>`).join('')
const page = (head: string, body = `<article><h1>Quay to close</h1>${BODY}</article>`): ImportedPage => {
  const result = readHtmlPage(`<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`, {
    now: NOW,
  })
  if ('problem' in result) throw new Error(result.problem)
  return result
}
/** The blocks that some HTML in the middle of a story becomes. */
const blocks = (html: string, head = ''): Block[] => {
  const { body } = page(
    head,
    `<article><h1>Quay to close</h1>${BODY}${html}<p>${P[0]?.replace('five', 'nine')} So it went on and on.</p></article>`,
  ).content
  return body.slice(P.length, -1)
}
const json = (data: object) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`

describe('the headline', () => {
  const headline = (head: string, body?: string) => page(head, body).content.headline

  test('is the page’s heading where its title says the same, in part or in most words', () => {
    expect(headline('<title>Quay to close | The Harbour Paper</title>')).toBe('Quay to close')
    expect(headline('<title>QUAY TO CLOSE</title>')).toBe('Quay to close')
    expect(headline('<title>Why quay has to close</title>')).toBe('Quay to close')
    expect(headline('')).toBe('Quay to close')
  })

  test('is what the page states of its article, or its title, where the heading says something else', () => {
    const body = `<h1>The Harbour Paper</h1><article>${BODY}</article>`
    expect(headline('<title>Ferry sinks off Holm</title>', body)).toBe('Ferry sinks off Holm')
    const article = json({ '@type': 'NewsArticle', headline: 'Ferry sinks' })
    expect(headline(`<title>Ferry sinks off Holm</title>${article}`, body)).toBe('Ferry sinks')
    expect(
      headline(`<title>Ferry sinks off Holm</title>${json({ '@type': 'Person', headline: 'Ferry sinks' })}`, body),
    ).toBe('Ferry sinks off Holm')
    expect(headline('<title>Ferry sinks</title>', `<h1>One</h1><h1>Two</h1><div>${BODY}</div>`)).toBe('Ferry sinks')
  })

  test('goes without the paper’s name, however it is parted from it', () => {
    const body = `<div>${BODY}</div>`
    for (const mark of ['|', '–', '—', '»', '·', '-'])
      expect(headline(`<title>The ferry sinks off Holm ${mark} The Paper</title>`, body)).toBe(
        'The ferry sinks off Holm',
      )
    expect(headline('<title>Ferry - Boat - Ship</title>', body)).toBe('Ferry - Boat - Ship')
    expect(headline(`<title>Ferry - Boat</title>${meta('og:site_name', 'BOAT')}`, body)).toBe('Ferry')
    expect(headline('<title>The ferry sinks off Holm - and nobody knows why</title>', body)).toBe(
      'The ferry sinks off Holm',
    )
    expect(headline('<title>The ferry sinks off Holm - and nobody there knows why</title>', body)).toBe(
      'The ferry sinks off Holm - and nobody there knows why',
    )
    expect(headline(`<title>Wrong</title>${meta('og:title', 'Ferry sinks')}`, body)).toBe('Ferry sinks')
  })

  test('that is missing is asked for, and one that stands in the story again is left out', () => {
    expect(page('', `<div>${BODY}</div>`).warnings).toEqual(['No headline was found. Write one.'])
    const twice = page(
      '<title>Quay to close</title>',
      `<article>${BODY}<h2>quay to close</h2><h2>Costs</h2>${BODY.replaceAll('e', 'i')}</article>`,
    )
    expect(twice.content.body.filter(({ type }) => type === 'heading')).toMatchObject([{ text: 'Costs' }])
  })
})

describe('the byline', () => {
  const byline = (head: string, body?: string) => page(head, body).content.byline

  test('is who the page says wrote it', () => {
    expect(byline(meta('author', 'by: Ada Brook'))).toBe('By Ada Brook')
    expect(byline(json({ '@type': 'Article', author: { name: 'Ada Brook' } }))).toBe('By Ada Brook')
    expect(
      byline(json({ '@graph': [{ '@type': 'WebPage' }, { '@type': 'Article', author: ['Ada', { name: 'Eve' }] }] })),
    ).toBe('By Ada, Eve')
    expect(
      byline(
        json([{ mainEntity: { '@type': ['BlogPosting'], author: ['A', 'B', 'https://x.example/c', 'C', 'D', 'E'] } }]),
      ),
    ).toBe('By A, B, C, D, E')
    expect(byline('', `<article><h1>Quay</h1><p class="byline">By Ada Brook</p>${BODY}</article>`)).toBe('By Ada Brook')
    expect(byline(`<script type="application/ld+json">{</script>${meta('author', 'Ada')}`)).toBe('By Ada')
  })

  test.each(['admin', 'Staff', 'https://paper.example/ada', '', 'x'.repeat(121)])(
    'is none where it says "%s"',
    (author) => {
      expect(byline(meta('author', author))).toBe('')
    },
  )

  test('may be as long as a line', () => {
    expect(byline(meta('author', 'x'.repeat(120)))).toHaveLength(123)
  })
})

describe('what else the page says of itself', () => {
  test('its date in the formats that news sites use', () => {
    const day = (head: string, body?: string) => page(head, body).date
    expect(day(meta('article:published_time', '2024-05-16T10:00'))).toMatchObject({ edtf: '2024-05-16', sure: true })
    expect(day(meta('parsely-pub-date', '2024-05-16'))).toMatchObject({ edtf: '2024-05-16' })
    expect(day(json({ '@type': 'Article', datePublished: '2024-05-15' }) + meta('date', '2024-05-16'))).toMatchObject({
      edtf: '2024-05-15',
    })
    expect(day('', `<article><h1>Quay</h1><time datetime="2024-05-16">Now</time>${BODY}</article>`)).toMatchObject({
      edtf: '2024-05-16',
    })
    expect(day('')).toMatchObject({ edtf: '', sure: false })
  })

  test('its language, and its description as the standfirst unless the story begins with it', () => {
    expect(page('').content.language).toBe('en')
    expect(page(meta('og:description', 'Skippers fear for it.')).content.standfirst).toBe('Skippers fear for it.')
    for (const end of ['...', '…', ''])
      expect(page(meta('description', `${P[0]?.slice(0, 60)}${end}`)).content.standfirst).toBe('')
    expect(page(meta('description', 'word '.repeat(100))).content.standfirst.length).toBeLessThanOrEqual(400)
    const odd = readHtmlPage(`<html lang="english language"><body><article>${BODY}</article></body></html>`, {
      now: NOW,
    })
    expect(odd).toMatchObject({ content: { language: '' } })
  })
})

describe('elements become', () => {
  test('headings, lists, quotations and nothing where they are empty', () => {
    expect(blocks('<h2>Two</h2><h3>Three</h3><h5>Five</h5><h2> </h2>')).toMatchObject([
      { type: 'heading', level: 2, text: 'Two' },
      { type: 'heading', level: 3, text: 'Three' },
      { type: 'heading', level: 3, text: 'Five' },
    ])
    expect(
      blocks('<ul><li>One</li><li> </li><li>Two</li></ul><ol><li>Three</li></ol><ul><li></li></ul>'),
    ).toMatchObject([
      { type: 'list', ordered: false, items: [{ text: 'One' }, { text: 'Two' }] },
      { type: 'list', ordered: true, items: [{ text: 'Three' }] },
    ])
    expect(
      blocks(
        '<blockquote>Water.</blockquote><blockquote><p>One.</p><p>Two.</p></blockquote><hr><blockquote> </blockquote>',
      ),
    ).toMatchObject([
      { type: 'quote', paragraphs: [{ text: 'Water.' }], credit: '' },
      { type: 'quote', paragraphs: [{ text: 'One.' }, { text: 'Two.' }] },
    ])
  })

  test('paragraphs, parted where two lines are broken and not where one is', () => {
    expect(blocks('<p>One<br>and one<br> <br>two<br></p>')).toMatchObject([{ text: 'One / and one' }, { text: 'two' }])
    expect(blocks('<p>One<br>two<br>three</p>')).toMatchObject([{ text: 'One / two / three' }])
    expect(
      blocks('<div>Loose words <b>here</b><p>A paragraph</p>and more</div>').map(
        (block) => 'text' in block && block.text,
      ),
    ).toEqual(['Loose words here', 'A paragraph', 'and more'])
    expect(blocks('<table><tr><td>Ferry</td><td></td><td>1969</td></tr></table>')).toMatchObject([
      { text: 'Ferry · 1969' },
    ])
  })

  test('marks on the words, not on the spaces beside them', () => {
    const [block] = blocks(
      '<p>It <strong> is </strong><em>very</em> <i>much</i> <b></b><cite>so</cite> <a href="/tender">tender</a></p>',
      '<base href="https://paper.example/news/">',
    )
    if (block?.type !== 'paragraph') throw new Error('no paragraph')
    expect(block.text).toBe('It is very much so tender')
    expect(block.marks?.map(({ type, from, to }) => `${type} ${block.text.slice(from, to)}`)).toEqual([
      'strong is',
      'emphasis very',
      'emphasis much',
      'emphasis so',
      'link tender',
    ])
    expect(block.marks?.at(-1)).toMatchObject({ href: 'https://paper.example/tender' })
  })

  test('links only where they lead somewhere on the web', () => {
    const marks = (href: string) =>
      blocks(`<p>See <a href="${href}">this</a> now</p>`).map((block) => ('marks' in block ? (block.marks ?? []) : []))
    expect(marks('https://paper.example/x')).toMatchObject([[{ href: 'https://paper.example/x' }]])
    for (const href of ['javascript:x()', '/tender', 'mailto:a@b.example', '']) expect(marks(href), href).toEqual([[]])
  })

  test('figures with their captions, the first of them the story’s own', () => {
    const figure = (caption: string, alt = ' A ferry ') =>
      `<figure><img src="https://a.example/1.jpg" alt="${alt}"><figcaption>${caption}</figcaption></figure>`
    const lead = page(
      '',
      `<article><h1>Quay</h1>${figure('The ferry. (Photo: Jo Field)')}${BODY}${figure('The quay.')}<p>${P[0]?.replace('five', 'ten')}</p></article>`,
    ).content
    expect(lead.picture).toMatchObject({ caption: 'The ferry.', credit: 'Jo Field', src: '' })
    expect(lead.body.find(({ type }) => type === 'figure')).toMatchObject({
      picture: { src: 'https://a.example/1.jpg', alt: 'A ferry', caption: 'The quay.', credit: '' },
    })
    expect(blocks(figure('The gulls. Picture by Jo'))).toMatchObject([
      { type: 'figure', picture: { caption: 'The gulls.', credit: 'Jo' } },
    ])
    expect(blocks('<figure><img src="/a.jpg"></figure>')).toEqual([])
  })
})

describe('what is no part of the story is left out, with why', () => {
  const dropped = (html: string) => {
    const result = page(
      '',
      `<article><h1>Quay to close</h1>${BODY}${html}<p>${P[0]?.replace('five', 'nine')}</p></article>`,
    )
    return result.dropped.map(({ text, why }) => `${text}: ${why}`)
  }
  test.each([
    ['<p class="timestamp">Half past four</p>', 'Half past four: A box beside the story, judging by its name.'],
    [
      '<p><a href="/b">The dredger that came too late</a></p>',
      'The dredger that came too late: Only a link to another page.',
    ],
    [
      '<p>The mayor at the hall [Image: Jo Field/AP]</p>',
      'The mayor at the hall [Image: Jo Field/AP]: The caption of a picture on the old page.',
    ],
    [
      '<p>Last updated on 16 May 2024</p>',
      'Last updated on 16 May 2024: The date, which is shown with the story anyway.',
    ],
    ['<p>Advertisement</p>', 'Advertisement: An advertisement’s label.'],
    ['<p><strong>Advertisement</strong></p>', 'Advertisement: An advertisement’s label.'],
  ])('%s', (html, line) => {
    expect(dropped(html)).toContain(line)
  })

  test.each([
    '<p>She pointed to <a href="/b">the tender</a> of the board.</p>',
    '<p>It was <strong>home</strong> to all.</p>',
    `<p>The mayor at the hall ${'and on the quay '.repeat(16)}[Image: Jo Field/AP]</p>`,
  ])('%s stays', (html) => {
    expect(blocks(html)).toHaveLength(1)
  })

  test('the house rule of its comments is offered, and nothing that no reader sees is read', () => {
    const comments = '<h4>Post a Comment</h4><p>Please be polite in comments.</p>'
    const result = page(
      '',
      `<article><h1>Quay</h1>${BODY}<p hidden>Secret</p><p aria-hidden="true">Ghost</p></article>${comments}`,
    )
    expect(result.houseRule).toBe('Please be polite in comments.')
    expect(result.dropped.at(-1)).toMatchObject({ what: 'house-rule', text: 'Please be polite in comments.' })
    expect(JSON.stringify(result)).not.toMatch(/Secret|Ghost/)
    expect(page('', `<article><h1>Quay</h1>${BODY}</article><p>Please be polite in comments.</p>`).houseRule).toBe('')
  })

  test('a page without a story says so', () => {
    expect(page('<title>Quay</title>', '').warnings).toEqual([
      'No body was found on this page. Copy the story’s text instead.',
    ])
    expect(page('<title>Quay to close</title>').warnings).toEqual([])
  })
})
