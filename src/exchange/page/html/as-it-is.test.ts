/** A page comes in as it is: what its tags, classes and scripts make of it, the story stays whole. */
import { describe, expect, test } from 'vitest'
import { wordsOfBlock } from '../../../story/index.ts'
import { readPage } from '../read-page.ts'

const P = [
  'The library on Mill Street will close for good at the end of June, the town council decided on Monday night after two hours.',
  'About four thousand people borrow books there each month, said the librarian, and most of them come on foot with children.',
  'The council hopes to save eighty thousand pounds a year, though nobody could say what the building would fetch when sold.',
  'A petition against it was signed by nine hundred people within a day, and will be handed over in the market square on Friday.',
]
const BODY = P.map((text) => `<p>${text}</p>`).join('')
const read = async (html: string | Uint8Array) => {
  const input = typeof html === 'string' ? { text: html } : { bytes: html }
  const page = await readPage({ ...input, mediaType: 'text/html' }, { now: Date.UTC(2026, 10, 24) })
  if ('problem' in page) throw new Error(page.problem)
  return { ...page, words: page.content.body.map(wordsOfBlock) }
}
const whole = (body: string, head = '', attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><head><title>Library to close</title>${head}</head><body>${body}</body></html>`

describe('the story is found', () => {
  test.each([
    ['without html, head and body', `<!doctype html><title>T</title><h1>Library to close</h1>${BODY}`],
    ['with a body and no html', `<body><h1>Library to close</h1>${BODY}</body>`],
    ['in a head that was not closed', `<html><head><title>T</title><body><h1>Library</h1>${BODY}</body></html>`],
    ['in a fragment', `<article><h1>Library to close</h1>${BODY}</article>`],
    ['in paragraphs alone', BODY],
    ['in a form', whole(`<form><h1>Library to close</h1>${BODY}</form>`)],
    ['in a figure', whole(`<article><h1>Library</h1><figure><div>${BODY}</div></figure></article>`)],
    ['hidden until a script shows it', whole(`<div style="display:none"><h1>Library</h1>${BODY}</div>`)],
    [
      'in boxes that share a name',
      whole(`<article>${P.map((one) => `<div class="promo entry"><p>${one}</p></div>`).join('')}</article>`),
    ],
    [
      'beside a wall',
      whole(
        `<h1>Library</h1><div class="paywall"><p>You have read all that is free this month, and ${P[1]?.toLowerCase()}</p></div><div class="supplemental">${BODY}</div>`,
      ),
    ],
  ])('%s', async (_, html) => {
    expect((await read(html)).words).toEqual(P)
  })

  test('as one paragraph, where it is a brief, and comments are never taken for it', async () => {
    const comment = (text: string) =>
      `<li class="comment"><cite>Jo</cite><p>${text} and ${text} again, as I have said for years.</p></li>`
    for (const count of [2, 6]) {
      const comments = P.slice(0, count).map(comment).join('') + comment('Shame').repeat(count)
      const page = await read(
        whole(
          `<article><h1>Library to close</h1><p>It closes in June, the council says.</p></article><ol class="comment-list">${comments}</ol>`,
        ),
      )
      expect(page.words).toEqual(['It closes in June, the council says.'])
      expect(page.dropped.some(({ text }) => text.startsWith('Shame and Shame'))).toBe(true)
    }
  })
})

describe('words stay as they were set', () => {
  const blocks = async (html: string) =>
    (await read(whole(`<article><h1>Library</h1>${BODY}${html}${BODY.replaceAll('e', 'a')}</article>`))).words.slice(
      P.length,
      -P.length,
    )

  test('inside a sentence, whatever a class calls them', async () => {
    expect(
      await blocks(
        '<p><span class="dateline">HOLM –</span> The clerk, <a class="tag" href="/x">Tom Reddish</a>, wept on <span class="date">Friday</span>.</p>',
      ),
    ).toEqual(['HOLM – The clerk, Tom Reddish, wept on Friday.'])
  })

  test('apart from their neighbours, in tables and lists', async () => {
    expect(
      await blocks(
        '<table><caption>Loans</caption><thead><tr><th>Year</th><th>Books</th></tr></thead><tbody><tr><td>2025</td><td>48,000</td></tr></tbody></table>',
      ),
    ).toEqual(['Loans Year Books 2025 48,000'])
    expect(await blocks('<ul><li>Shut<ul><li>in June</li><li>for good</li></ul></li><li>Sell</li></ul>')).toEqual([
      'Shut in June for good Sell',
    ])
    expect(await blocks('<figure><table><tr><td>Holm</td><td>12</td></tr></table></figure>')).toEqual(['Holm · 12'])
  })

  test('where they are a sentence that is a link, or an address that was announced', async () => {
    expect(
      await blocks('<p><a href="/earlier">The clerk had said in May that nothing of the kind was planned.</a></p>'),
    ).toHaveLength(1)
    expect(
      await blocks('<p>Sign it here:</p><p><a href="https://sign.example/mill">https://sign.example/mill</a></p>'),
    ).toEqual(['Sign it here:', 'https://sign.example/mill'])
    expect(await blocks('<p><a href="/swans">The swan that stayed</a></p>')).toEqual([])
  })
})

describe('who wrote it and when', () => {
  const top = (html: string, head = '', attributes?: string) =>
    read(whole(`<article><h1>Library to close</h1>${html}${BODY}</article>`, head, attributes))
  const json = (text: string) => `<script type="application/ld+json">${text}</script>`

  test.each([
    [
      'by reference in a graph',
      json(
        '{"@graph":[{"@type":"NewsArticle","author":{"@id":"#e"}},{"@type":"Person","@id":"#e","name":"Eve Calloway"}]}',
      ),
      '',
    ],
    ['in CDATA', json('//<![CDATA[\n{"@type":"NewsArticle","author":{"name":"Eve Calloway"}}\n//]]>'), ''],
    [
      'to be seen, with her post and the day',
      '',
      '<div class="byline">By <a>Eve Calloway</a><span>Town reporter</span><span>Updated: 3 March 2026</span></div>',
    ],
    ['to be seen, after a label', '', '<p>Written by Eve Calloway</p>'],
  ])('is found %s', async (_, head, html) => {
    expect((await top(html, head)).content.byline).toBe('By Eve Calloway')
  })

  test('is two people where it says so, none where a program put a word, and never a commenter', async () => {
    expect((await top('<p class="author-name">By <a>Eve Calloway</a> and <a>Tom Reddish</a></p>')).content.byline).toBe(
      'By Eve Calloway and Tom Reddish',
    )
    expect((await top('', '<meta name="author" content="wpadmin">')).content.byline).toBe('')
    expect(
      (
        await read(
          whole(
            `<article><h1>Library to close</h1>${BODY}</article><div id="comments"><p class="author">By Jo Poole</p></div>`,
          ),
        )
      ).content.byline,
    ).toBe('')
  })

  test('is said in the page’s own language', async () => {
    expect((await top('<p class="byline">Von Eva Kalweit</p>', '', 'lang="de"')).content.byline).toBe('Eva Kalweit')
  })

  test.each([
    ['<p>14.03.2026</p>', '2026-03-14'],
    ['<p>14/03/2026 09:00</p>', '2026-03-14'],
    ['<p>Publié le 3 février 2026</p>', '2026-02-03'],
    ['<p>Opublikowano: 5 września 2025</p>', '2025-09-05'],
    ['<p>Updated: Mar 3, 2026, 11:05 IST</p>', '2026-03-03'],
  ])('its day is read from %s', async (html, edtf) => {
    expect((await top(html)).date).toMatchObject({ edtf, sure: true })
  })

  test('4/5/2026 can be read in two ways, and is left alone where the language does not tell', async () => {
    expect((await top('<p>4/5/2026</p>')).date.sure).toBe(false)
    expect((await top('<p>4/5/2026</p>', '', 'lang="fr"')).date.edtf).toBe('2026-05-04')
  })

  test('the day of another story, a comment or the masthead is never sure', async () => {
    const time = '<time datetime="2026-11-20">20 November 2026</time>'
    for (const html of [
      `<header>${time}</header><article><h1>Library to close</h1>${BODY}</article>`,
      `<article><h1>Library to close</h1>${BODY}</article><div class="related"><a href="/swans">${time} The swan that stayed</a></div>`,
      `<article><h1>Library to close</h1>${BODY}</article><div id="comments"><p>Jo, ${time}</p></div>`,
    ])
      expect((await read(whole(html))).date.sure, html).toBe(false)
  })
})

test('entities that were escaped twice, a title that was cut at a quotation mark, and a kicker', async () => {
  const headline = async (head: string, h1 = '') =>
    (
      await read(
        `<!doctype html><html lang="en"><head>${head}</head><body><article>${h1}${BODY}</article></body></html>`,
      )
    ).content.headline
  expect(await headline('<title>&amp;#8216;Shut it&amp;#8217;, says clerk</title>')).toBe('‘Shut it’, says clerk')
  expect(
    await headline(
      '<title>Clerk says "shut it" to the library | Gazette</title><meta property="og:title" content="Clerk says "shut it" to the library">',
    ),
  ).toBe('Clerk says "shut it" to the library')
  expect(
    await headline(
      '<title>Library to close</title>',
      '<h1><span class="kicker">Town</span><span>Library to close</span></h1>',
    ),
  ).toBe('Library to close')
  expect(await headline('<title>Library to close | Gazette</title>')).toBe('Library to close')
})

test('one bad byte does not overrule the encoding that the page states', async () => {
  const good = new TextEncoder().encode(
    whole(`<article><h1>Café “for good”</h1>${BODY}<p>Très déjà vu.</p></article>`, '<meta charset="utf-8">'),
  )
  const bad = new Uint8Array([...good, 0x63, 0xc3])
  expect((await read(bad)).content.headline).toBe('Café “for good”')
})

test('a page that is set from right to left keeps its direction, whatever language its frame states', async () => {
  const arabic =
    '<p>افتتح رئيس البلدية صباح الثلاثاء المكتبة الجديدة قرب النهر بعد عامين من العمل المتواصل في المدينة.</p>'
  expect(
    (await read(`<html dir="rtl"><body><article><h1>افتتاح المكتبة</h1>${arabic.repeat(2)}</article></body></html>`))
      .content.language,
  ).toBe('ar')
})
