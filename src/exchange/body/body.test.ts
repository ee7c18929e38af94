/** What old stories are made of, as the systems that made them write it. */
import { describe, expect, test } from 'vitest'
import { expectGrowth } from '../../../test/growth.ts'
import { contentSchema, emptyContent, newBlockId } from '../../story/index.ts'
import { bodyOf } from './index.ts'

const BASE = 'https://old.example/2019/05/x.html'
/** Blocks without ids and without what is empty; only what they say. */
const read = (html: string, base = BASE) => {
  const { blocks, left } = bodyOf(html, { base })
  contentSchema.parse({ ...emptyContent, body: blocks })
  const plain = JSON.parse(JSON.stringify(blocks), (key, value) =>
    key === 'id' || key === 'rights' || value === '' ? undefined : value,
  )
  return { blocks: plain, left }
}
const paragraphs = (...texts: string[]) => texts.map((text) => ({ type: 'paragraph', text }))
const figure = (src: string, more = {}) => ({ type: 'figure', picture: { src, ...more } })

describe('paragraphs', () => {
  test('stand in elements, between two breaks, or between blank lines where there is no element at all', () => {
    expect(read('<p>One</p><p>two</p>').blocks).toEqual(paragraphs('One', 'two'))
    expect(read('One<br><br />two').blocks).toEqual(paragraphs('One', 'two'))
    expect(read('One\n\ntwo\nand on').blocks).toEqual(paragraphs('One', 'two and on'))
    expect(read('<div>One\n\nand on</div>').blocks).toEqual(paragraphs('One and on'))
  })

  test('a single break between short lines is kept as a stroke', () => {
    expect(read('<p>Church Lane 4<br>Sandbridge</p>').blocks).toEqual(paragraphs('Church Lane 4 / Sandbridge'))
  })

  test('empty ones that only made room are gone, as are what Word left behind and characters that no page shows', () => {
    expect(
      read('<p>&nbsp;</p><div><br></div><p>\u200b</p><p class="MsoNormal">One\u0000<o:p></o:p></p>').blocks,
    ).toEqual(paragraphs('One'))
  })

  test('lines of preformatted text stay lines', () => {
    expect(read('<pre>if x:\n  go()</pre>').blocks).toEqual(paragraphs('if x:', 'go()'))
  })

  test('what was raised is not read as one number with what stands before it', () => {
    expect(read('<p>10<sup>6</sup> and H<sub>2</sub>O and 5<sup>th</sup></p>').blocks).toEqual(
      paragraphs('10⁶ and H₂O and 5th'),
    )
  })
})

describe('marks', () => {
  test('are kept by element and by style, across paragraphs too, and end with what they stand in', () => {
    expect(read('<p><b>One</p><p>two</b> three <span style="font-style: italic;">four</span></p>').blocks).toEqual([
      { type: 'paragraph', text: 'One', marks: [{ type: 'strong', from: 0, to: 3 }] },
      {
        type: 'paragraph',
        text: 'two three four',
        marks: [
          { type: 'strong', from: 0, to: 3 },
          { type: 'emphasis', from: 10, to: 14 },
        ],
      },
    ])
    expect(read('<ul><li><b>One</li></ul><p>two</p>').blocks[1]).toEqual({ type: 'paragraph', text: 'two' })
  })

  test('links lead to full addresses, and what can’t be followed is only words', () => {
    const [{ text, marks }] = read(
      '<p><a href="../y.html">y</a> <a href="javascript:alert(1)">j</a> <a href="#n">n</a> <a href="mailto:a@b.example">m</a></p>',
    ).blocks
    expect(text).toBe('y j n m')
    expect(marks.map(({ href }: { href: string }) => href)).toEqual([
      'https://old.example/2019/y.html',
      'mailto:a@b.example',
    ])
  })

  test('where the old address is not known, a path of the site stays one', () => {
    expect(read('<a href="/p/about.html">us</a>', '').blocks[0].marks[0].href).toBe('/p/about.html')
  })

  test('struck-out words are said, as they now stand plain', () => {
    expect(read('<p>It cost <s>5</s> 6 pounds</p>')).toEqual({
      blocks: paragraphs('It cost 5 6 pounds'),
      left: ['These words were struck out and now stand plain: “5”'],
    })
  })
})

describe('pictures', () => {
  test('are the largest copy that the page leads to', () => {
    expect(
      read(
        '<div class="separator"><a href="https://1.bp.blogspot.com/-a/s1600-h/p.jpg"><img border="0" src="https://1.bp.blogspot.com/-a/s320/p.jpg"></a></div>',
      ).blocks,
    ).toEqual([figure('https://1.bp.blogspot.com/-a/s1600/p.jpg')])
    expect(read('<img src="data:image/gif;base64,R0" data-src="/late.jpg" alt="A  boat">').blocks).toEqual([
      figure('https://old.example/late.jpg', { alt: 'A boat' }),
    ])
    expect(read('<img srcset="s.jpg 320w, l.jpg 1280w">').blocks).toEqual([figure('https://old.example/2019/05/l.jpg')])
  })

  test('are called as whoever reads them says, by the largest copy and by the one that was shown', () => {
    const asked: string[][] = []
    const pictureAt = (...addresses: string[]) => {
      asked.push(addresses)
      return '/media/1'
    }
    const { blocks } = bodyOf('<a href="/l.jpg"><img src="/s.jpg"></a>', { base: BASE, pictureAt })
    expect(asked).toEqual([['https://old.example/l.jpg', 'https://old.example/s.jpg']])
    expect(blocks).toMatchObject([figure('/media/1')])
  })

  test('stand behind the paragraph that they were in the middle of', () => {
    expect(read('<p>Words <img src="a.png"> go on</p>').blocks).toEqual([
      ...paragraphs('Words go on'),
      figure('https://old.example/2019/05/a.png'),
    ])
  })

  test('have their caption and credit, as figures, Blogger’s tables and WordPress’s boxes have them', () => {
    const made = [figure('https://a.example/1.jpg', { caption: 'The quay.', credit: 'A. Name' })]
    const image = '<img src="https://a.example/1.jpg">'
    expect(read(`<figure>${image}<figcaption>The quay. (Photo: A. Name)</figcaption></figure>`).blocks).toEqual(made)
    expect(
      read(`<figure>${image}<figcaption>The quay. <span class="credit">A. Name</span></figcaption></figure>`).blocks,
    ).toEqual(made)
    expect(
      read(
        `<table class="tr-caption-container"><tbody><tr><td>${image}</td></tr><tr><td class="tr-caption">The quay. (Photo: A. Name)</td></tr></tbody></table>`,
      ).blocks,
    ).toEqual(made)
    expect(
      read(`<div class="wp-caption">${image}<p class="wp-caption-text">The quay. Photo: A. Name</p></div>`).blocks,
    ).toEqual(made)
  })

  test('several under one caption are a gallery', () => {
    expect(
      read(
        '<figure class="wp-block-gallery"><ul><li><figure><img src="/1.jpg"><figcaption>One</figcaption></figure></li><li><img src="/2.jpg"></li></ul><figcaption>Both</figcaption></figure>',
      ).blocks,
    ).toEqual([
      {
        type: 'gallery',
        pictures: [{ src: 'https://old.example/1.jpg', caption: 'One' }, { src: 'https://old.example/2.jpg' }],
        caption: 'Both',
      },
    ])
  })

  test('one that is written into its page is there whole, unless it only keeps a place free', () => {
    const within = `data:image/png;base64,${'iVBORw0K'.repeat(60)}`
    expect(read(`<img src="${within}" alt="A boat">`).blocks).toEqual([figure(within, { alt: 'A boat' })])
    expect(read(`<img src="${within}" srcset="s.jpg 320w">`).blocks).toEqual([
      figure('https://old.example/2019/05/s.jpg'),
    ])
    expect(read(`<img src="${within.replace('image/png', 'text/html')}">`).blocks).toEqual([])
  })

  test('smileys are words; counters and pictures without an address are said', () => {
    expect(
      read(
        '<p>Hello <img class="emoji" alt="🙂" src="e.png"></p><img width="1" height="1" src="https://c.example/p.gif"><img src="data:image/png;base64,AA" alt="Map">',
      ),
    ).toEqual({
      blocks: paragraphs('Hello 🙂'),
      left: [
        'An invisible picture that counts visits: https://c.example/p.gif',
        'A picture that was stored within the text itself: “Map”',
      ],
    })
  })
})

describe('quotations, lists, tables, boxes', () => {
  test('a quotation has its paragraphs and whose words they are', () => {
    expect(read('<blockquote>Never.<p>Not <b>once</b>.</p><cite>— B. Person</cite></blockquote>').blocks).toEqual([
      {
        type: 'quote',
        paragraphs: [{ text: 'Never.' }, { text: 'Not once.', marks: [{ type: 'strong', from: 4, to: 8 }] }],
        credit: 'B. Person',
      },
    ])
    expect(
      read(
        '<figure class="wp-block-pullquote"><blockquote><p>Never.</p></blockquote><figcaption>B. Person</figcaption></figure>',
      ).blocks,
    ).toEqual([{ type: 'quote', paragraphs: [{ text: 'Never.' }], credit: 'B. Person' }])
  })

  test('a title of a work within a quotation is no credit', () => {
    expect(read('<blockquote><p>He read <cite>Emma</cite> twice.</p></blockquote>').blocks[0]).toMatchObject({
      paragraphs: [{ text: 'He read Emma twice.' }],
    })
  })

  test('lists within lists follow the item that they stand in, and items need no end', () => {
    expect(read('<ul><li>one<ul><li>two</ul>after<li><p>three</p></ul><ol><li>x</ol>').blocks).toEqual([
      { type: 'list', ordered: false, items: [{ text: 'one' }, { text: 'two' }, { text: 'after' }, { text: 'three' }] },
      { type: 'list', ordered: true, items: [{ text: 'x' }] },
    ])
  })

  test('a table of figures is a table, with cells over several columns and rows', () => {
    const [table] = read(
      '<table><caption>Results</caption><tr><th>Ward<th>Votes<th>Seats<tr><td rowspan=2>North<td colspan=2>none<tr><td>1<td>2</table>',
    ).blocks
    expect(table).toMatchObject({ type: 'table', caption: 'Results', headerRow: true, headerColumn: false })
    expect(table.rows.map(({ cells }: { cells: { text?: string }[] }) => cells.map(({ text = '' }) => text))).toEqual([
      ['Ward', 'Votes', 'Seats'],
      ['North', 'none', ''],
      ['', '1', '2'],
    ])
  })

  test('a table that laid out a page is what stood in it', () => {
    expect(read('<table><tr><td><img src="/a.jpg"></td><td><p>Words</p><p>more</p></td></tr></table>').blocks).toEqual([
      figure('https://old.example/a.jpg'),
      ...paragraphs('Words', 'more'),
    ])
  })

  test('a table larger than a story’s leaves its words, a row a line, and that is said', () => {
    const { blocks, left } = read(`<table>${'<tr><td>a</td><td>b</td></tr>'.repeat(2001)}</table>`)
    expect(blocks).toHaveLength(2001)
    expect(blocks[0]).toEqual({ type: 'paragraph', text: 'a · b' })
    expect(left).toHaveLength(1)
  })

  test('what is set apart is a box, and an editor’s note a note', () => {
    expect(
      read('<details><summary>Who is who</summary><p>Ann</p></details><p class="editors-note">Corrected.</p>').blocks,
    ).toEqual([
      { type: 'box', title: 'Who is who', blocks: paragraphs('Ann') },
      { type: 'note', text: 'Corrected.' },
    ])
  })

  test('headings have two levels, and a heading has no lines', () => {
    expect(read('<h1>One</h1><h2>Two<br>lines</h3><h4>Four</h4>').blocks).toEqual([
      { type: 'heading', level: 2, text: 'One' },
      { type: 'heading', level: 2, text: 'Two lines' },
      { type: 'heading', level: 3, text: 'Four' },
    ])
  })
})

describe('what lies elsewhere', () => {
  const urls = (html: string) =>
    read(html).blocks.flatMap((block: { type: string; url?: string }) => (block.type === 'embed' ? [block.url] : []))

  test('players are links to where people find what they play', () => {
    expect(
      urls(
        '<iframe src="//www.youtube.com/embed/abc?rel=0"></iframe><iframe data-src="https://player.vimeo.com/video/12"></iframe>' +
          '<object><param name="movie" value="http://www.youtube.com/v/old&hl=en"><embed src="http://www.youtube.com/v/old&hl=en"></object>' +
          '<audio controls><source src="/a/talk.mp3">Your browser can’t play this.</audio>',
      ),
    ).toEqual([
      'https://www.youtube.com/watch?v=abc',
      'https://vimeo.com/12',
      'https://www.youtube.com/watch?v=old',
      'https://old.example/a/talk.mp3',
    ])
  })

  test('a post of another service is a link called by its words', () => {
    expect(
      read(
        '<blockquote class="twitter-tweet"><p>We sail at six</p>&mdash; Port (@port) <a href="https://twitter.com/port/status/1">1 May</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>',
      ),
    ).toEqual({
      blocks: [
        { type: 'embed', url: 'https://twitter.com/port/status/1', title: 'We sail at six — Port (@port) 1 May' },
      ],
      left: ['A script: https://platform.twitter.com/widgets.js'],
    })
  })

  test('forms, drawings, styles and hidden words are said; the words of a form stay', () => {
    expect(
      read(
        '<style>p{}</style><form>Your name <input></form><svg><text>S</text></svg><div style="display:none">secret</div><p hidden>more<p>shown</p>',
      ),
    ).toEqual({
      blocks: paragraphs('Your name', 'shown'),
      left: [
        'Its own style sheet.',
        'A form. Its words are in the story; what readers could fill in is not.',
        'A drawing made of code (SVG).',
        'Words that were hidden on the old page: “secret”',
        'Words that were hidden on the old page: “more”',
      ],
    })
  })
})

describe('nothing is lost', () => {
  test('a frame without an end does not swallow the story', () => {
    expect(
      read('<p>One</p><iframe src="https://v.example/1"><p>two</p><iframe src="https://v.example/2"><p>three'),
    ).toEqual({
      blocks: [
        ...paragraphs('One'),
        { type: 'embed', url: 'https://v.example/1' },
        ...paragraphs('two'),
        { type: 'embed', url: 'https://v.example/2' },
        ...paragraphs('three'),
      ],
      left: [],
    })
  })

  test('what is not known leaves its words, and a tag that breaks off is said', () => {
    expect(read('<blink><x-thing>One</x-thing></blink> two <a href="http')).toEqual({
      blocks: paragraphs('One two'),
      left: ['The text breaks off within a tag: “<a href="http”'],
    })
  })

  test('however deep it lies, its words stand in the story', () => {
    for (const name of ['div', 'blockquote', 'b', 'figure', 'table'])
      expect(JSON.stringify(bodyOf(`${`<${name}>`.repeat(100_000)}deep`, { base: '' }).blocks)).toContain('deep')
    expect(JSON.stringify(bodyOf(`${'<ul><li>'.repeat(50_000)}deep`, { base: '' }).blocks)).toContain('deep')
  })

  test.each([
    '<div>x',
    '<ul><li>x',
    '<table><tr><td>x',
    '<b><i>x',
    '<figure><img src=/a>',
    '<a href=/b>x',
    '<div hidden>x',
    '\u200b<img src=/a>',
    '<iframe>',
    '</b></div>',
  ])('a body of %s over and over takes time in line with its length', (piece) =>
    expectGrowth((times) => bodyOf(piece.repeat(times), { base: BASE }), 2_000, 8),
  )
})

test('ids are those of blocks', () => {
  const ids = bodyOf('<p>a</p><ul><li>b</ul>', { base: '' }).blocks.map(({ id }) => id)
  expect(ids.every((id) => id.length === newBlockId().length)).toBe(true)
  expect(new Set(ids).size).toBe(ids.length)
})
