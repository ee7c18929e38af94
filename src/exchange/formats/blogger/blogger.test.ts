import { expect, test } from 'vitest'
import { takeoutFeed } from '../../../../test/exports/blogger.ts'
import { exportFile, itemsIn, looked } from '../../../../test/exports/file.ts'
import type { Item } from '../../items/index.ts'
import { blogger } from './index.ts'

const ANSWERS = { siteAddress: 'https://quaynotes.blogspot.example/' }
const ID = 'tag:blogger.com,1999:blog-7'
const feedOf = (inside: string, name = 'feed.atom') =>
  exportFile(
    name,
    `<?xml version='1.0' encoding='utf-8'?><feed xmlns='http://www.w3.org/2005/Atom' xmlns:blogger='http://schemas.google.com/blogger/2018'><id>${ID}</id><title>Quay Notes</title>${inside}</feed>`,
  )
const entry = (id: string, type: string, status: string, more = '') =>
  `<entry><id>${ID}.${id}</id><blogger:type>${type}</blogger:type><blogger:status>${status}</blogger:status><title>The toll</title><content type='html'>&lt;p&gt;Up &amp;amp; up&lt;/p&gt;</content><published>2015-03-01T20:15:00Z</published>${more}</entry>`
const comment = (id: string, status: string, more = '') =>
  entry(id, 'COMMENT', status, `<blogger:parent>${ID}.post-1</blogger:parent>${more}`)
const only = <K extends Item['kind']>(items: Item[], kind: K) =>
  items.filter((item): item is Extract<Item, { kind: K }> => item.kind === kind)

test('a post of Takeout’s comes with its address, its labels as topics, and where those had a page', async () => {
  const items = await itemsIn(
    blogger,
    [
      feedOf(
        entry(
          'post-1',
          'POST',
          'LIVE',
          `<author><name>M. Quill</name></author><category scheme='${ID}' term='money, tolls'/><category/>
           <blogger:metaDescription>Twopence more.</blogger:metaDescription><blogger:filename>/2015/03/toll.html</blogger:filename><blogger:trashed/>`,
        ),
      ),
    ],
    ANSWERS,
  )
  expect(items.slice(0, 4)).toEqual([
    {
      kind: 'site',
      name: 'Quay Notes',
      tagline: '',
      address: 'https://quaynotes.blogspot.example',
      language: '',
      timeZone: '',
    },
    { kind: 'person', key: 'M. Quill', name: 'M. Quill', mail: '', about: '' },
    { kind: 'term', key: 'label:money, tolls', as: 'topic', name: 'money, tolls', slug: 'money-tolls', within: null },
    { kind: 'redirect', from: '/search/label/money%2C%20tolls', to: '/topics/money-tolls' },
  ])
  expect(items[4]).toMatchObject({
    ...{ key: `${ID}.post-1`, isPage: false, state: 'public', headline: 'The toll', standfirst: 'Twopence more.' },
    ...{ html: '<p>Up &amp; up</p>', authors: ['M. Quill'], terms: ['label:money, tolls'], identifiers: ['1'] },
    ...{ publishedAt: Date.UTC(2015, 2, 1, 20, 15), addresses: ['/2015/03/toll.html'], left: [] },
  })
})

test('states: what lies in the bin though LIVE is in the bin, drafts have no address, unknown ones are drafts', async () => {
  const items = await itemsIn(
    blogger,
    [
      feedOf(
        entry('post-1', 'POST', 'LIVE', '<blogger:trashed>2016-04-01T00:00:00Z</blogger:trashed>') +
          entry('post-2', 'POST', 'SOFT_TRASHED') +
          entry('post-3', 'POST', 'DRAFT', '<blogger:filename/>') +
          entry('post-4', 'POST', 'SOMETHING_NEW') +
          entry('page-1', 'PAGE', 'LIVE', '<blogger:filename>/p/us.html</blogger:filename>') +
          entry('x', 'WIDGET', 'LIVE'),
      ),
    ],
    ANSWERS,
  )
  expect(
    only(items, 'story').map(({ state, isPage, publishedAt, addresses }) => [
      state,
      isPage,
      publishedAt === null,
      addresses,
    ]),
  ).toEqual([
    ['trash', false, false, []],
    ['trash', false, false, []],
    ['draft', false, true, []],
    ['draft', false, true, []],
    ['public', true, false, ['/p/us.html']],
  ])
  expect(only(items, 'story')[3]?.left).toEqual([expect.stringContaining('“SOMETHING_NEW”')])
  expect(only(items, 'left')).toHaveLength(1)
})

test('comments stand before their posts, and a state that nobody knows is held', async () => {
  const items = await itemsIn(
    blogger,
    [
      feedOf(
        comment('post-31', 'LIVE', '<blogger:inReplyTo/><author><name>Peg</name></author>') +
          comment('post-32', 'LIVE', `<blogger:inReplyTo>${ID}.post-31</blogger:inReplyTo>`) +
          comment('post-33', 'PENDING') +
          comment('post-34', 'SPAM') +
          comment('post-35', 'LIVE', '<blogger:trashed>2016-04-01T00:00:00Z</blogger:trashed>') +
          entry('post-1', 'POST', 'LIVE'),
      ),
    ],
    ANSWERS,
  )
  expect(only(items, 'comment').map(({ of, parent, state, name, text }) => [of, parent, state, name, text])).toEqual([
    [`${ID}.post-1`, null, 'approved', 'Peg', 'Up & up'],
    [`${ID}.post-1`, `${ID}.post-31`, 'approved', '', 'Up & up'],
    [`${ID}.post-1`, null, 'held', '', 'Up & up'],
    [`${ID}.post-1`, null, 'spam', '', 'Up & up'],
    [`${ID}.post-1`, null, 'rejected', '', 'Up & up'],
  ])
  expect(items.findIndex(({ kind }) => kind === 'comment')).toBeLessThan(
    items.findIndex(({ kind }) => kind === 'story'),
  )
})

test('a whole Takeout: a second feed repeats comments under the same keys, themes are no stories, pictures are found by how addresses end', async () => {
  const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
  const picture = (name: string) => exportFile(`Takeout/Blogger/Albums/Quay/${name}`, jpeg)
  const html = `&lt;a href="https://pictures.example/s1600/IMG_0412.jpg"&gt;&lt;img src="https://pictures.example/s320/IMG_0412"&gt;&lt;/a&gt;`
  const files = [
    feedOf(
      comment('post-31', 'LIVE') + entry('post-1', 'POST', 'LIVE').replace('&lt;p&gt;', html),
      'Takeout/Blogger/Blogs/Quay/feed.atom',
    ),
    feedOf(comment('post-31', 'LIVE'), 'Takeout/Blogger/Comments/Quay/feed.atom'),
    exportFile('Takeout/Blogger/Blogs/Quay/theme-classic.html', '<html><p>Not a story</p></html>'),
    picture('IMG_0412.jpg'),
    picture('other.jpg'),
    exportFile('Takeout/archive_browser.html', '<html></html>'),
  ]
  expect(blogger.recognise(await Promise.all(files.map(looked)))).toEqual(files.slice(0, 5).map(({ name }) => name))
  const items = await itemsIn(blogger, files.slice(0, 5), ANSWERS)
  expect(only(items, 'comment').map(({ key }) => key)).toEqual([`${ID}.post-31`, `${ID}.post-31`])
  expect(only(items, 'left').map(({ what }) => what)).toEqual(['design'])
  expect(only(items, 'story')).toHaveLength(1)
  expect(only(items, 'picture').map(({ file, address, alsoAt }) => [file?.split('/').at(-1), address, alsoAt])).toEqual(
    [
      ['IMG_0412.jpg', 'https://pictures.example/s1600/IMG_0412.jpg', ['https://pictures.example/s320/IMG_0412']],
      ['other.jpg', '', []],
    ],
  )
})

test('the older backup says its address, zone and language; settings and the theme are left; a removed comment keeps its place', async () => {
  const kind = (name: string) =>
    `<category scheme="http://schemas.google.com/g/2005#kind" term="http://schemas.google.com/blogger/2008/kind#${name}"/>`
  const file = exportFile(
    'blog.xml',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:gd="http://schemas.google.com/g/2005" xmlns:thr="http://purl.org/syndication/thread/1.0"><id>${ID}.archive</id><title>Quay</title>
     <link href="http://quaynotes.blogspot.example/" rel="alternate"/>
     <entry><id>${ID}.settings.BLOG_TIME_ZONE</id>${kind('settings')}<content>Europe/Dublin</content></entry>
     <entry><id>${ID}.post-9</id>${kind('comment')}<thr:in-reply-to ref="${ID}.post-1"/><link rel="related" href="http://www.blogger.com/feeds/7/1/comments/default/8?v=2"/><gd:extendedProperty name="blogger.contentRemoved" value="true"/><content>gone</content><published>2015-03-01T20:15:00Z</published></entry>
     <entry><id>${ID}.post-1</id>${kind('post')}<title>T</title><content>x</content><published>2015-03-01T20:15:00+01:00</published><link rel="alternate" href="http://quaynotes.blogspot.example/2015/03/t.html"/></entry>
     <entry><id>${ID}.post-2</id>${kind('post')}<app:control><app:draft>yes</app:draft></app:control><title>D</title><content>x</content><published>2015-03-01T20:15:00Z</published></entry></feed>`,
  )
  const items = await itemsIn(blogger, [file])
  expect(only(items, 'site')[0]).toMatchObject({
    address: 'http://quaynotes.blogspot.example',
    timeZone: 'Europe/Dublin',
  })
  expect(only(items, 'comment')[0]).toMatchObject({
    of: `${ID}.post-1`,
    parent: `${ID}.post-8`,
    state: 'gone',
    text: '',
  })
  expect(only(items, 'story').map(({ state, addresses }) => [state, addresses])).toEqual([
    ['public', ['/2015/03/t.html']],
    ['draft', []],
  ])
})

test('more labels than any paper has are refused', async () => {
  const many = exportFile('feed.atom', {
    *[Symbol.iterator]() {
      yield [...takeoutFeed({ posts: 0 })][0] ?? ''
      for (let n = 0; ; n++)
        yield `<entry><id>${ID}.post-${n}</id><blogger:type>POST</blogger:type><category term='t${n}'/></entry>`
    },
  })
  const reading = async () => {
    for await (const item of blogger.read([many], ANSWERS)) expect(item.kind).not.toBe('left')
  }
  await expect(reading()).rejects.toThrow(/more than 100,000 categories or tags/)
}, 60_000)
