/** Folders of stories, as Jekyll, Hugo and Eleventy have them, and as pages were saved. */
import { describe, expect, test } from 'vitest'
import { exportFile, itemsFrom, ofKind } from '../../../../test/exports/files.ts'
import { bodyOf } from '../../body/index.ts'
import type { StoryItem } from '../../items/index.ts'
import { folder } from './index.ts'

const ANSWERS = { siteAddress: 'https://old.example', timeZone: 'Europe/Berlin' }
const read = (files: Readonly<Record<string, string>>, answers = ANSWERS) =>
  itemsFrom(
    folder.read(
      Object.entries(files).map(([name, text]) => exportFile(name, text)),
      answers,
    ),
  )
async function story(name: string, text: string, others: Readonly<Record<string, string>> = {}): Promise<StoryItem> {
  const [item] = ofKind(await read({ ...others, [name]: text }), 'story')
  if (!item) throw new Error('no story')
  return item
}
const recognised = (files: Readonly<Record<string, string>>) =>
  folder.recognise(Object.entries(files).map(([name, text]) => ({ name, start: Buffer.from(text) })))
const berlin = (hours: number, minutes = 0) => Date.UTC(2019, 4, 1, hours - 2, minutes)

describe('Jekyll', () => {
  const settings = { '_config.yml': 'title: The Post\nurl: https://paper.example\ntimezone: Europe/Rome\n' }

  test('a story has its day and address from its name, and what stands above it', async () => {
    expect(
      await story(
        '_posts/2019-05-01-a-boat.md',
        '---\ntitle: "A boat: found"\ncategories: [News]\ntags:\n  - Harbour\nauthor: Ann Lee\ndescription: What it is\n---\nWords *here*.\n',
        settings,
      ),
    ).toMatchObject({
      headline: 'A boat: found',
      state: 'public',
      isPage: false,
      publishedAt: berlin(0),
      addresses: ['/news/2019/05/01/a-boat.html'],
      names: ['Ann Lee'],
      standfirst: 'What it is',
      terms: ['section:news', 'topic:harbour'],
      html: '<p>Words <em>here</em>.</p>\n',
    })
  })

  test('dates are read as they are written: with their zone, or in the one that is asked for', async () => {
    const at = async (date: string) => (await story('_posts/2019-05-01-x.md', `---\ndate: ${date}\n---\nx`)).publishedAt
    expect(await at('2019-05-01 19:45')).toBe(berlin(19, 45))
    expect(await at('2019-05-01 19:45:10 +0000')).toBe(Date.UTC(2019, 4, 1, 19, 45, 10))
    expect(await at('2019-05-01T19:45:00-05:00')).toBe(Date.UTC(2019, 4, 2, 0, 45))
    expect(await at('2019-05-01T19:45:00Z')).toBe(Date.UTC(2019, 4, 1, 19, 45))
    const unread = await story('_posts/2019-05-01-x.md', '---\ndate: in May\n---\nx')
    expect([unread.publishedAt, unread.left]).toEqual([null, ['Its date, “in May”, can’t be read.']])
  })

  test('its settings say how addresses are made, and a story’s own counts more', async () => {
    const at = async (form: string, above = '') =>
      (
        await story('blog/_posts/2019-05-01-x.md', `---\ntitle: X\n${above}---\nx`, {
          'blog/_config.yml': `permalink: ${form}`,
        })
      ).addresses
    expect(await at('pretty')).toEqual(['/2019/05/01/x/'])
    expect(await at('/:year/:i_month/:slug.html')).toEqual(['/2019/5/x.html'])
    expect(await at('pretty', 'permalink: /own/\nredirect_from: [/old/, /older/]\n')).toEqual([
      '/own/',
      '/old/',
      '/older/',
    ])
  })

  test('drafts are drafts, and a page stands for itself', async () => {
    expect((await story('_drafts/x.md', '---\ntitle: X\n---\nx', settings)).state).toBe('draft')
    expect((await story('_posts/2019-05-01-x.md', '---\npublished: false\n---\nx', settings)).state).toBe('draft')
    expect(await story('about.md', '---\nlayout: page\ntitle: About\n---\nx', settings)).toMatchObject({
      isPage: true,
      addresses: ['/about/'],
      publishedAt: null,
    })
  })

  test('what its program filled in is filled in, or left and said', async () => {
    const item = await story(
      '_posts/2019-05-01-x.md',
      '---\ntitle: X\n---\n![Boat]({{ site.url }}/b.jpg)\n\n{% include youtube.html id="abc123" %}\n\n{% highlight ruby %}\na < b\n{% endhighlight %}\n\n{% include map.html %}\n{: .wide}\n',
    )
    expect(bodyOf(item.html, { base: 'https://old.example/' }).blocks).toMatchObject([
      { type: 'figure', picture: { src: 'https://old.example/b.jpg', alt: 'Boat' } },
      { type: 'embed', url: 'https://www.youtube.com/watch?v=abc123' },
      { type: 'paragraph', text: 'a < b' },
    ])
    expect(item.left).toEqual(['A piece that the old site’s program filled in: include'])
  })
})

describe('Hugo', () => {
  const settings = {
    'hugo.toml':
      'title = "The Post"\nbaseURL = "https://paper.example/"\nlanguageCode = "de"\n[permalinks]\nnews = "/:year/:month/:slug/"\n',
  }

  test('TOML, its own addresses by section, aliases, and bundles with their pictures', async () => {
    const items = await read(
      {
        ...settings,
        'content/news/a.md':
          '+++\ntitle = "A"\ndate = 2019-05-01T10:00:00+02:00\naliases = ["/old-a/"]\n+++\n{{< youtube abc123 >}}\n',
        'content/boats/b/index.md': '---\ntitle: B\ndate: 2019-05-01\ndraft: true\n---\n![](b.jpg)\n',
        'content/boats/b/b.jpg': 'JPEG',
        'static/c.jpg': 'JPEG',
        'content/boats/_index.md': '---\ntitle: Boats\n---\n',
      },
      { siteAddress: '', timeZone: '' },
    )
    expect(ofKind(items, 'site')).toMatchObject([
      { name: 'The Post', address: 'https://paper.example', language: 'de' },
    ])
    expect(ofKind(items, 'story')).toMatchObject([
      { headline: 'A', addresses: ['/2019/05/a/', '/old-a/'], publishedAt: berlin(10), state: 'public' },
      { headline: 'B', addresses: [], state: 'draft' },
    ])
    expect(ofKind(items, 'picture').map(({ address, file }) => [address, file])).toEqual([
      ['https://paper.example/boats/b/b.jpg', 'content/boats/b/b.jpg'],
      ['https://paper.example/c.jpg', 'static/c.jpg'],
    ])
    expect(ofKind(items, 'left').map(({ name }) => name)).toEqual(['content/boats/_index.md'])
  })
})

describe('files as they are', () => {
  test('of a whole page, the article is taken, and what it says of itself', async () => {
    const item = await story(
      'news/a.html',
      '<!DOCTYPE html><html lang="de"><head><title>A – Post</title><meta property="article:published_time" content="2019-05-01T10:00:00Z"><meta name="author" content="Ann"></head><body><nav>Menu</nav><article><h1>A boat</h1><p>Words</p></article><footer>End</footer></body></html>',
    )
    expect(item).toMatchObject({
      headline: 'A boat',
      html: '<p>Words</p>',
      names: ['Ann'],
      language: 'de',
      addresses: ['/news/a.html'],
      publishedAt: Date.UTC(2019, 4, 1, 10),
      isPage: false,
      left: ['Only the article was taken of the page; its menus, header and footer were not.'],
    })
  })

  test('Markdown without anything above it has its headline from its first line', async () => {
    expect(await story('notes/x.md', '# A boat\n\nWords')).toMatchObject({ headline: 'A boat', html: '<p>Words</p>\n' })
  })

  test('what stands above a story and can’t be read makes it a draft that says so', async () => {
    expect(await story('x.md', '---\ntitle: [a\n---\nWords')).toMatchObject({
      state: 'draft',
      html: '<p>Words</p>\n',
      left: ['Its front matter can’t be read, so it is a draft.'],
    })
  })

  test('templates and pages that are made of nothing are left', async () => {
    const items = await read({
      'index.html': '---\n---\n<ul>{% for post in site.posts %}<li></li>{% endfor %}</ul>',
      'x.md': '---\npermalink: false\n---\n',
    })
    expect(ofKind(items, 'left').map(({ what, name }) => [what, name])).toEqual([
      ['design', 'index.html'],
      ['list', 'x.md'],
    ])
  })

  test('what the site is made with is not claimed, nor is what tells of the folder itself', () => {
    expect(
      recognised({
        '_posts/2019-05-01-x.md': 'x',
        '_layouts/post.html': '<html>',
        'themes/a/index.html': '<html>',
        'node_modules/a/README.md': '# a',
        'README.md': '# Post',
        'b.jpg': 'JPEG',
        '_config.yml': 'title: x',
        'data.json': '{}',
      }),
    ).toEqual(['_posts/2019-05-01-x.md', 'b.jpg', '_config.yml'])
    expect(recognised({ 'a.md': '', 'b.html': '<<<<<<< HEAD', 'c.jpg': 'JPEG' })).toEqual([])
  })
})

test('terms come once, and every file is one item', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 50 }, (_, i) => [`_posts/2019-05-01-x${i}.md`, '---\ntags: [Boats]\n---\nWords']),
  )
  const items = await read(files)
  expect(ofKind(items, 'story')).toHaveLength(50)
  expect(ofKind(items, 'term')).toHaveLength(1)
})
