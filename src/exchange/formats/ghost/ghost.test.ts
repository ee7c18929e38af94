/** What Ghost's exports hold, and for whom it was. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportFile, itemsFrom, ofKind } from '../../../../test/exports/files.ts'
import {
  type GhostExport,
  type GhostPost,
  ghostExport,
  lexical,
  lexicalParagraph as paragraph,
  lexicalWords as words,
} from '../../../../test/exports/ghost.ts'
import { bodyOf } from '../../body/index.ts'
import type { StoryItem } from '../../items/index.ts'
import { ghost } from './index.ts'

const SITE = 'https://old.example'
const read = (given: GhostExport) =>
  itemsFrom(ghost.read([exportFile('ghost.json', ghostExport(given), 997)], { siteAddress: `${SITE}/` }))
async function story(post: GhostPost, more: GhostExport = {}): Promise<StoryItem> {
  const given = [{ id: 'x', title: 'X', slug: 'x', status: 'published', visibility: 'public', type: 'post', ...post }]
  const [item] = ofKind(await read({ given, ...more }), 'story')
  if (!item) throw new Error('no story')
  return item
}
const blocksOf = (item: StoryItem) =>
  JSON.parse(JSON.stringify(bodyOf(item.html, { base: SITE }).blocks), (key, value) =>
    key === 'id' || key === 'rights' || value === '' ? undefined : value,
  )
const card = async (type: string, fields: Record<string, unknown>) => {
  const [fromLexical, fromMobiledoc] = [
    await story({ lexical: lexical({ type, ...fields }) }),
    await story({
      mobiledoc: JSON.stringify({ sections: [[10, 0]], cards: [[type, fields]], markups: [], atoms: [] }),
    }),
  ]
  expect(fromMobiledoc).toEqual(fromLexical)
  return { blocks: blocksOf(fromLexical), left: fromLexical.left }
}

describe('who could read it', () => {
  test.each([
    [{}, 'public'],
    [{ status: 'draft' }, 'draft'],
    [{ status: 'scheduled' }, 'scheduled'],
    [{ status: 'sent' }, 'private'],
    [{ visibility: 'members' }, 'private'],
    [{ visibility: 'paid' }, 'private'],
    [{ visibility: 'tiers' }, 'private'],
    [{ visibility: 'paid', status: 'scheduled' }, 'private'],
    [{ visibility: 'paid', status: 'draft' }, 'draft'],
    [{ email_only: 1 }, 'private'],
    [{ status: 'something new' }, 'private'],
  ] as const)('%j is %s', async (post, state) => {
    expect((await story(post)).state).toBe(state)
  })

  test('what stood behind a paywall is not in a public story, and is said; in one for members it stays', async () => {
    const tree = lexical(paragraph(words('Open')), { type: 'paywall' }, paragraph(words('Secret')))
    const open = await story({ lexical: tree })
    expect(open.html).toBe('<p>Open</p>')
    expect(open.left).toEqual(['What stood behind the paywall: “Secret”'])
    const closed = await story({ lexical: tree, visibility: 'paid' })
    expect(closed.html).toContain('Secret')
    expect(closed.left).toEqual([])
    const old = await story({ html: '<p>Open</p><!--members-only--><p>Secret</p>' })
    expect([old.html, old.left.length]).toEqual(['<p>Open</p>', 1])
  })

  test('cards for emails, sign-ups and members only are left and said', async () => {
    for (const type of ['email', 'email-cta', 'signup']) {
      const { blocks, left } = await card(type, { html: '<p>Hello member</p>', header: 'Sign up' })
      expect([blocks, left]).toEqual([[], [`A card for emails or sign-ups only (${type}).`]])
    }
    const visibility = { web: { nonMember: false, memberSegment: 'status:-free' } }
    expect(await card('html', { html: '<p>Secret</p>', visibility })).toEqual({
      blocks: [],
      left: ['A card for members only (html).'],
    })
    expect((await card('whatever', {})).left).toEqual(['A card that Courant doesn’t know (whatever).'])
  })
})

describe('bodies', () => {
  test('words, marks, links, lists, quotations and headings, as either editor kept them', async () => {
    const made = [
      {
        type: 'paragraph',
        text: 'A <b> & a link',
        marks: [
          { type: 'strong', from: 0, to: 1 },
          { type: 'link', from: 8, to: 14, href: 'https://a.example/' },
        ],
      },
      { type: 'heading', level: 3, text: 'Head' },
      { type: 'list', ordered: true, items: [{ text: 'one' }, { text: 'two' }] },
      { type: 'quote', paragraphs: [{ text: 'Never' }] },
    ]
    const item = (text: string) => ({ type: 'listitem', children: [words(text)] })
    const tree = lexical(
      paragraph(words('A', 1), words(' <b> & '), {
        type: 'link',
        url: 'https://a.example',
        children: [words('a link')],
      }),
      { type: 'extended-heading', tag: 'h3', children: [words('Head')] },
      { type: 'list', listType: 'number', children: [item('one'), item('two')] },
      { type: 'extended-quote', children: [words('Never')] },
    )
    expect(blocksOf(await story({ lexical: tree }))).toEqual(made)
    const document = {
      markups: [['strong'], ['a', ['href', 'https://a.example']]],
      atoms: [],
      cards: [],
      sections: [
        [
          1,
          'p',
          [
            [0, [0], 1, 'A'],
            [0, [], 0, ' <b> & '],
            [0, [1], 1, 'a link'],
          ],
        ],
        [1, 'h3', [[0, [], 0, 'Head']]],
        [3, 'ol', [[[0, [], 0, 'one']], [[0, [], 0, 'two']]]],
        [1, 'blockquote', [[0, [], 0, 'Never']]],
      ],
    }
    expect(blocksOf(await story({ mobiledoc: JSON.stringify(document) }))).toEqual(made)
  })

  test('where the tree can’t be read, the page as it was last shown counts', async () => {
    expect((await story({ lexical: '{"root', html: '<p>Shown</p>' })).html).toBe('<p>Shown</p>')
    expect((await story({ lexical: '{"root' })).left).toEqual(['Its body is in a form that Courant can’t read.'])
  })

  test.each([
    [
      'image',
      { src: '__GHOST_URL__/i.jpg', alt: 'A', caption: 'C <b>d</b>' },
      { type: 'figure', picture: { src: `${SITE}/i.jpg`, alt: 'A', caption: 'C d' } },
    ],
    [
      'bookmark',
      { url: 'https://b.example/', metadata: { title: 'B' } },
      { type: 'embed', url: 'https://b.example/', title: 'B' },
    ],
    [
      'embed',
      { url: 'https://youtu.be/1', html: '<iframe src="https://x.example"></iframe>', metadata: { title: 'V' } },
      { type: 'embed', url: 'https://youtu.be/1', title: 'V' },
    ],
    ['html', { html: '<p>raw</p>' }, { type: 'paragraph', text: 'raw' }],
    ['markdown', { markdown: '## Head' }, { type: 'heading', level: 2, text: 'Head' }],
    ['codeblock', { code: 'a < b' }, { type: 'paragraph', text: 'a < b' }],
    [
      'callout',
      { calloutEmoji: '💡', calloutText: 'Note <b>this</b>' },
      {
        type: 'box',
        blocks: [{ type: 'paragraph', text: '💡 Note this', marks: [{ type: 'strong', from: 8, to: 12 }] }],
      },
    ],
    [
      'toggle',
      { heading: 'Q', content: '<p>A</p>' },
      { type: 'box', title: 'Q', blocks: [{ type: 'paragraph', text: 'A' }] },
    ],
    [
      'button',
      { buttonUrl: 'https://b.example/', buttonText: 'Go' },
      { type: 'paragraph', text: 'Go', marks: [{ type: 'link', from: 0, to: 2, href: 'https://b.example/' }] },
    ],
    [
      'file',
      { src: 'https://b.example/f.pdf', fileTitle: 'F' },
      { type: 'paragraph', text: 'F', marks: [{ type: 'link', from: 0, to: 1, href: 'https://b.example/f.pdf' }] },
    ],
    [
      'audio',
      { src: 'https://b.example/a.mp3', title: 'A' },
      { type: 'embed', url: 'https://b.example/a.mp3', title: 'A' },
    ],
    [
      'video',
      { src: 'https://b.example/v.mp4', caption: 'C' },
      { type: 'embed', url: 'https://b.example/v.mp4', title: 'C' },
    ],
    ['header', { heading: 'Big' }, { type: 'heading', level: 2, text: 'Big' }],
    ['product', { productTitle: 'P' }, { type: 'heading', level: 3, text: 'P' }],
    [
      'call-to-action',
      { textValue: '<p>Read on</p>' },
      { type: 'box', blocks: [{ type: 'paragraph', text: 'Read on' }] },
    ],
  ])('a card: %s', async (type, fields, block) => {
    expect(await card(type, fields)).toEqual({ blocks: [block], left: [] })
  })

  test('a gallery is one, with its caption', async () => {
    const images = [{ src: 'https://b.example/1.jpg' }, { src: 'https://b.example/2.jpg', alt: 'two' }]
    expect((await card('gallery', { images, caption: 'Both' })).blocks).toEqual([
      {
        type: 'gallery',
        caption: 'Both',
        pictures: [{ src: 'https://b.example/1.jpg' }, { src: 'https://b.example/2.jpg', alt: 'two' }],
      },
    ])
  })
})

describe('what belongs to a story', () => {
  test('its picture, address, identifiers, headline for searches, authors and tags in their order', async () => {
    const item = await story(
      {
        comment_id: '17',
        feature_image: '__GHOST_URL__/content/images/f.jpg',
        custom_excerpt: 'What it is',
        published_at: '2019-05-01T10:00:00.000Z',
        canonical_url: 'https://first.example/x',
      },
      {
        tags: [
          { id: 't1', name: 'News', slug: 'news' },
          { id: 't2', name: '#hidden', slug: 'hash-hidden', visibility: 'internal' },
          { id: 't3', name: 'Harbour', slug: 'harbour' },
        ],
        users: [
          { id: 'u1', name: 'Ann' },
          { id: 'u2', name: 'Bo' },
        ],
        tables: {
          posts_tags: [
            { post_id: 'x', tag_id: 't3', sort_order: 2 },
            { post_id: 'x', tag_id: 't2', sort_order: 1 },
            { post_id: 'x', tag_id: 't1', sort_order: 0 },
          ],
          posts_authors: [
            { post_id: 'x', author_id: 'u1', sort_order: 1 },
            { post_id: 'x', author_id: 'u2', sort_order: 0 },
          ],
          posts_meta: [
            {
              post_id: 'x',
              meta_title: 'For searches',
              feature_image_alt: 'Alt',
              feature_image_caption: '<a href="https://p.example">P</a>',
            },
          ],
        },
      },
    )
    expect(item).toMatchObject({
      key: 'x',
      standfirst: 'What it is',
      authors: ['u2', 'u1'],
      terms: ['t1', 't3'],
      addresses: ['/x/'],
      identifiers: ['17', 'x'],
      publishedAt: Date.UTC(2019, 4, 1, 10),
      searchHeadline: 'For searches',
      picture: { key: null, address: `${SITE}/content/images/f.jpg`, alt: 'Alt', caption: 'P (https://p.example/)' },
      left: ['It says that it first appeared elsewhere: https://first.example/x'],
    })
  })

  test('tags that the menu leads to are sections, internal ones are left, and so is what is no story', async () => {
    const items = await read({
      tags: [
        { id: 't1', name: 'News', slug: 'news' },
        { id: 't2', name: 'Boats', slug: 'boats' },
        { id: 't3', name: '#x', slug: 'hash-x' },
      ],
      settings: { title: 'Post', navigation: '[{"label":"News","url":"/tag/news/"}]' },
      tables: { newsletters: [{ id: 'n', name: 'Weekly' }], roles: [{ id: 'r', name: 'Editor' }] },
    })
    expect(ofKind(items, 'site')).toMatchObject([{ name: 'Post', address: SITE }])
    expect(ofKind(items, 'term').map(({ name, as }) => [name, as])).toEqual([
      ['News', 'section'],
      ['Boats', 'topic'],
    ])
    expect(ofKind(items, 'left').map(({ what, name }) => [what, name])).toEqual([
      ['sorting', '#x'],
      ['setting', 'Weekly'],
    ])
  })

  test('its file of redirects, in either form; patterns are left', async () => {
    const json = '[{"from":"^/old/$","to":"/new/","permanent":true},{"from":"/a/(.*)","to":"/b/$1"}]'
    const yaml = '301:\n  /old/: /new/\n  /a/(.*): /b/$1\n'
    for (const [name, text] of [
      ['redirects.json', json],
      ['redirects.yaml', yaml],
    ] as const) {
      const start = Buffer.from(text)
      const looked = [
        { name: 'g.json', start: Buffer.from(ghostExport({})) },
        { name, start },
      ]
      expect(ghost.recognise(looked)).toEqual(['g.json', name])
      expect(await itemsFrom(ghost.read([exportFile(name, text)], {}))).toMatchObject([
        { kind: 'redirect', from: '/old/', to: '/new/' },
        { kind: 'left', what: 'redirect', name: '/a/(.*)' },
      ])
    }
  })
})

test('a file that is cut off, or no JSON, is refused in a sentence, and not recognised by its name', async () => {
  const whole = ghostExport({ posts: 3 })
  const refused = (text: string) => itemsFrom(ghost.read([exportFile('g.json', text, 50)], {}))
  await expect(refused(whole.slice(0, -40))).rejects.toThrow('is cut off')
  await expect(refused(whole.replace('"posts":[', '"posts":[{]'))).rejects.toThrow('is damaged')
  await expect(refused(whole.replace('{', '{]'))).rejects.toThrow('isn’t valid JSON')
  await expect(refused('')).rejects.toThrow('is empty')
  const isIt = (text: string) => ghost.recognise([{ name: 'ghost.json', start: Buffer.from(text) }]).length > 0
  expect([isIt(whole), isIt('{"version":1,"comments":[]}'), isIt('<html>'), isIt('[]')]).toEqual([
    true,
    false,
    false,
    false,
  ])
})

test('rows come one by one, whatever pieces the file comes in', async () => {
  const text = ghostExport({ posts: 20, given: [{ id: 'q', title: 'A “\\" [{,:}]', slug: 'q', status: 'draft' }] })
  const at = async (piece: number) => itemsFrom(ghost.read([exportFile('g.json', text, piece)], {}))
  const all = await at(1_000_000)
  expect(ofKind(all, 'story')).toHaveLength(21)
  expect(ofKind(all, 'story').at(-1)?.headline).toBe('A “\\" [{,:}]')
  for (const piece of [1, 7, 64]) expect(await at(piece)).toEqual(all)
})

const shared = join(process.env.COURANT_SHARED ?? '../shared', 'exports/ghost-small.json')
test.skipIf(!existsSync(shared))('of a real file, every row becomes one item', async () => {
  const text = readFileSync(shared, 'utf8')
  const { data } = JSON.parse(text).db[0]
  const items = await itemsFrom(ghost.read([exportFile('ghost-small.json', text)], {}))
  expect(ofKind(items, 'story')).toHaveLength(data.posts.length)
  expect(ofKind(items, 'person')).toHaveLength(data.users.length)
  expect(ofKind(items, 'term')).toHaveLength(data.tags.length)
  expect(ofKind(items, 'story').filter(({ authors }) => authors.length > 0)).toHaveLength(data.posts_authors.length)
})
