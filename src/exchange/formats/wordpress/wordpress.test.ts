import { describe, expect, test } from 'vitest'
import { exportFile, itemsIn, looked, pieces } from '../../../../test/exports/file.ts'
import { cdata, wordpressExport, wordpressStart } from '../../../../test/exports/wordpress.ts'
import type { CommentItem, Item, LeftItem, NoteItem, PersonItem, PictureItem, StoryItem } from '../../items/index.ts'
import { wordpress } from './index.ts'

const SITE = 'https://quay.example'
type Fields = Record<string, string>

const tags = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, words]) => `<${name}>${cdata(words)}</${name}>`)
    .join('')

const metaOf = (meta: Fields, of = 'postmeta'): string =>
  Object.entries(meta)
    .map(([key, value]) => `<wp:${of}>${tags({ 'wp:meta_key': key, 'wp:meta_value': value })}</wp:${of}>`)
    .join('')

const itemXml = (fields: Fields, more = ''): string =>
  `<item>${tags({
    ...{ title: 'The lamp is lit', link: `${SITE}/2015/05/lamp/`, 'dc:creator': 'mquill' },
    ...{ 'content:encoded': 'Words.', 'wp:post_id': '7', 'wp:post_name': 'lamp', 'wp:status': 'publish' },
    ...{ 'wp:post_type': 'post', 'wp:post_date': '2015-05-01 09:00:00', 'wp:post_date_gmt': '2015-05-01 08:00:00' },
    ...fields,
  })}${more}</item>`

const commentXml = (id: number, fields: Fields, more = ''): string =>
  `<wp:comment>${tags({
    ...{ 'wp:comment_id': String(id), 'wp:comment_author': 'Peg', 'wp:comment_content': 'It was eleven.' },
    ...{ 'wp:comment_date_gmt': '2015-05-02 08:00:00', 'wp:comment_approved': '1', 'wp:comment_type': 'comment' },
    ...{ 'wp:comment_parent': '0', ...fields },
  })}${more}</wp:comment>`

const exportOf = (inside: string, version?: string) =>
  exportFile('wp.xml', `${wordpressStart(SITE, version)}${inside}</channel></rss>`)
const read = (inside: string, version?: string): Promise<Item[]> => itemsIn(wordpress, [exportOf(inside, version)])

async function story(fields: Fields, more = ''): Promise<StoryItem> {
  const found = (await read(itemXml(fields, more))).find(({ kind }) => kind === 'story')
  if (found?.kind !== 'story') throw new Error('no story')
  return found
}
const html = async (content: string, more = ''): Promise<string> =>
  (await story({ 'content:encoded': content }, more)).html
const only = <K extends Item['kind']>(items: Item[], kind: K) =>
  items.filter((item): item is Extract<Item, { kind: K }> => item.kind === kind)

test('all that an export says of a story comes with it', async () => {
  const items = await read(
    `<wp:author>${tags({ 'wp:author_login': 'mquill', 'wp:author_email': 'm@quay.example', 'wp:author_display_name': 'Mina Quill' })}</wp:author>
     <wp:category>${tags({ 'wp:term_id': '4', 'wp:category_nicename': 'harbour', 'wp:category_parent': '', 'wp:cat_name': 'Harbour' })}</wp:category>
     <wp:category>${tags({ 'wp:term_id': '5', 'wp:category_nicename': 'lamps', 'wp:category_parent': 'harbour', 'wp:cat_name': 'Lamps &amp; oil' })}</wp:category>
     ${itemXml(
       {
         title: 'Lit &#8211; &amp; late',
         'excerpt:encoded': '<p>At <em>last</em>.</p>',
         'wp:comment_status': 'open',
         guid: `${SITE}/?p=7`,
       },
       `<category domain="category" nicename="harbour">Harbour</category><category domain="category" nicename="lamps">Lamps</category>
        <category domain="post_tag" nicename="oil">Oil</category><category>Harbour</category>
        ${metaOf({ _yoast_wpseo_primary_category: '5', _yoast_wpseo_title: 'Lamp lit', _thumbnail_id: '9', _wp_old_slug: 'lantern' })}`,
     )}`,
  )
  expect(items.map(({ kind }) => kind)).toEqual([
    ...['site', 'person', 'term', 'redirect', 'term', 'redirect', 'redirect', 'term', 'redirect', 'story'],
  ])
  expect(items[0]).toEqual({
    ...{ kind: 'site', name: 'Quay Notes', tagline: 'Tides and ferries', address: SITE },
    ...{ language: 'en-GB', timeZone: '' },
  })
  expect(items[1]).toMatchObject({ key: 'mquill', name: 'Mina Quill', mail: 'm@quay.example' })
  expect(items[4]).toMatchObject({ as: 'section', name: 'Lamps & oil', slug: 'lamps', within: 'category:harbour' })
  expect(items[6]).toEqual({ kind: 'redirect', from: '/category/harbour/lamps/', to: '/sections/lamps' })
  expect(items.at(-1)).toEqual({
    ...{ kind: 'story', key: '7', isPage: false, state: 'public', headline: 'Lit – & late', standfirst: 'At last.' },
    ...{
      html: '<p>Words.</p>',
      authors: ['mquill'],
      names: [],
      terms: ['category:lamps', 'category:harbour', 'post_tag:oil'],
    },
    ...{ publishedAt: Date.UTC(2015, 4, 1, 8), updatedAt: null, commentsOpen: true, language: '', left: [] },
    addresses: ['/2015/05/lamp/', '/2015/05/lantern/', '/?p=7'],
    identifiers: [`7 ${SITE}/?p=7`, '7'],
    picture: { key: '9', address: '', alt: '', caption: '' },
    searchHeadline: 'Lamp lit',
  })
})

describe('states', () => {
  test.each([
    [{ 'wp:status': 'publish' }, 'public'],
    [{ 'wp:status': 'future' }, 'scheduled'],
    [{ 'wp:status': 'draft' }, 'draft'],
    [{ 'wp:status': 'pending' }, 'draft'],
    [{ 'wp:status': 'private' }, 'private'],
    [{ 'wp:status': 'trash' }, 'trash'],
    [{ 'wp:status': 'publish', 'wp:post_password': 'herring' }, 'private'],
    [{ 'wp:status': 'embargoed' }, 'draft'],
  ])('%j is %s', async (fields, state) => {
    expect((await story(fields)).state).toBe(state)
  })

  test('what plugins keep for members or subscribers is private, and says so', async () => {
    const paid = await story({}, metaOf({ _jetpack_newsletter_access: 'paid_subscribers' }))
    expect(paid).toMatchObject({ state: 'private', left: [expect.stringContaining('subscribers or members')] })
    expect((await story({}, metaOf({ _jetpack_newsletter_access: 'everybody' }))).state).toBe('public')
  })

  test('another type’s entry is a story where its name says so, a draft where nobody can tell, and left where it is none', async () => {
    expect(await story({ 'wp:post_type': 'news' })).toMatchObject({ state: 'public', left: [] })
    expect(await story({ 'wp:post_type': 'recipe' })).toMatchObject({
      state: 'draft',
      left: [expect.stringContaining('“recipe”')],
    })
    for (const [type, what] of [
      ['nav_menu_item', 'menu'],
      ['wp_template', 'design'],
      ['wp_block', 'reusable'],
      ['shop_order', 'shop'],
      ['revision', 'revision'],
      ['feedback', 'form'],
      ['', 'other'],
    ] as const) {
      const [, one] = await read(itemXml({ 'wp:post_type': type }))
      expect(one).toMatchObject({ kind: 'left', what, name: 'The lamp is lit' })
    }
  })
})

describe('days', () => {
  const NEVER = '0000-00-00 00:00:00'
  test('are those in UTC; zeros are none, and then the site’s clock counts, by how far it was ahead before', async () => {
    const items = await read(itemXml({ 'wp:post_id': '1' }) + itemXml({ 'wp:post_id': '2', 'wp:post_date_gmt': NEVER }))
    expect(only(items, 'story').map(({ publishedAt }) => publishedAt)).toEqual([
      Date.UTC(2015, 4, 1, 8),
      Date.UTC(2015, 4, 1, 8),
    ])
  })

  test('a draft has none; a story without any has the day of the export, and says so', async () => {
    expect((await story({ 'wp:status': 'draft', 'wp:post_date_gmt': NEVER })).publishedAt).toBeNull()
    const none = await story({
      'wp:post_date': NEVER,
      'wp:post_date_gmt': NEVER,
      pubDate: 'Wed, 30 Nov -0001 00:00:00 +0000',
    })
    expect(none).toMatchObject({
      state: 'public',
      publishedAt: Date.UTC(2026, 10, 29, 8),
      left: [expect.stringContaining('day of the export')],
    })
  })
})

describe('bylines', () => {
  const author = (login: string, name: string) =>
    `<wp:author>${tags({ 'wp:author_login': login, 'wp:author_display_name': name })}</wp:author>`
  const by = (nickname: string, name: string) =>
    `<category domain="author" nicename="${nickname}">${cdata(name)}</category>`

  test('co-authors stand in their order, once each, those without an account by their names', async () => {
    const items = await read(
      author('owen.tarr', 'Owen Tarr') +
        author('mquill', 'Mina Quill') +
        itemXml(
          {},
          by('cap-owen-tarr', 'Owen Tarr') +
            by('mquill', 'Mina Quill') +
            by('mquill', 'Mina Quill') +
            by('guest', 'A. Guest'),
        ),
    )
    expect(only(items, 'story')[0]).toMatchObject({ authors: ['owen.tarr', 'mquill'], names: ['A. Guest'] })
  })

  test('a guest’s record is a person, and an author without one becomes one', async () => {
    const items = await read(
      itemXml(
        { 'wp:post_type': 'guest-author', 'wp:post_name': 'cap-ada' },
        metaOf({ 'cap-display_name': 'Ada Hope' }),
      ) +
        itemXml({ 'dc:creator': 'owen' }, by('cap-ada', 'Ada Hope')) +
        itemXml({ 'dc:creator': 'owen', 'wp:post_id': '8' }),
    )
    expect(only(items, 'person').map(({ key, name }: PersonItem) => [key, name])).toEqual([
      ['guest:ada', 'Ada Hope'],
      ['owen', 'owen'],
    ])
    expect(only(items, 'story').map(({ authors }) => authors)).toEqual([['guest:ada'], ['owen']])
  })
})

describe('comments', () => {
  const comments = (inside: string, fields: Fields = {}, more = '') => read(itemXml(fields, inside + more))

  test('have their states and threads; those of other sites and likes are left by kind', async () => {
    const items = await comments(
      commentXml(1, {
        'wp:comment_author_email': 'peg@mail.example',
        'wp:comment_content': 'It <b>was</b>\neleven &amp; more.',
      }) +
        commentXml(2, {
          ...{ 'wp:comment_approved': '0', 'wp:comment_parent': '1' },
          'wp:comment_author': 'Smith &amp; Sons',
        }) +
        commentXml(3, { 'wp:comment_approved': 'spam', 'wp:comment_type': '' }) +
        commentXml(4, { 'wp:comment_approved': 'trash' }) +
        commentXml(5, {
          ...{ 'wp:comment_type': 'pingback', 'wp:comment_parent': '1' },
          'wp:comment_author': 'Tide &amp; Times &#8211; the blog',
        }) +
        commentXml(6, { 'wp:comment_parent': '5' }) +
        commentXml(7, { 'wp:comment_type': 'like' }) +
        commentXml(8, { 'wp:comment_content': ' ' }),
    )
    expect(only(items, 'comment').map(({ key, state, parent }: CommentItem) => [key, state, parent])).toEqual([
      ['1', 'approved', null],
      ['2', 'held', '1'],
      ['3', 'spam', null],
      ['4', 'rejected', null],
      ['6', 'approved', '1'],
    ])
    expect(only(items, 'comment')[0]).toMatchObject({
      of: '7',
      name: 'Peg',
      mail: 'peg@mail.example',
      text: 'It was\neleven & more.',
    })
    expect(only(items, 'comment')[1]).toMatchObject({ name: 'Smith & Sons' })
    expect(only(items, 'left').map(({ what }: LeftItem) => what)).toEqual(['pingback', 'like', 'comment'])
    expect(only(items, 'left')[0]).toMatchObject({ name: 'Tide & Times – the blog' })
  })

  test('colleagues’ private notes are never comments, though a resolved one counts as approved', async () => {
    const items = await comments(
      commentXml(1, {
        'wp:comment_type': 'note',
        'wp:comment_approved': '1',
        'wp:comment_content': 'Check the toll.',
      }) +
        commentXml(2, { 'wp:comment_type': 'note', 'wp:comment_approved': '0', 'wp:comment_parent': '1' }) +
        commentXml(3, { 'wp:comment_type': 'note', 'wp:comment_approved': 'trash' }) +
        commentXml(4, { 'wp:comment_parent': '2' }),
    )
    expect(only(items, 'note').map(({ key, isDone, parent, text }: NoteItem) => [key, isDone, parent, text])).toEqual([
      ['1', true, null, 'Check the toll.'],
      ['2', false, '1', 'It was eleven.'],
    ])
    expect(only(items, 'comment').map(({ key, parent }) => [key, parent])).toEqual([['4', null]])
    expect(only(items, 'left').map(({ what }) => what)).toEqual(['note'])
  })

  test('of a story in the bin have the states that they had before', async () => {
    const items = await comments(
      commentXml(31, { 'wp:comment_approved': 'post-trashed' }) +
        commentXml(32, { 'wp:comment_approved': 'post-trashed' }) +
        commentXml(33, { 'wp:comment_approved': 'post-trashed' }),
      { 'wp:status': 'trash' },
      metaOf({ _wp_trash_meta_comments_status: 'a:2:{i:31;s:1:"1";i:32;s:4:"spam";}' }),
    )
    expect(only(items, 'comment').map(({ state }) => state)).toEqual(['approved', 'spam', 'held'])
  })

  test('of what is not taken are left with it', async () => {
    const items = await comments(commentXml(1, {}), {
      'wp:post_type': 'attachment',
      'wp:attachment_url': `${SITE}/a.jpg`,
    })
    expect(items.map(({ kind }) => kind)).toEqual(['site', 'picture', 'left'])
  })
})

describe('the library', () => {
  const file = (fields: Fields, meta: Fields = {}) =>
    itemXml(
      {
        'wp:post_type': 'attachment',
        'wp:status': 'inherit',
        'wp:post_id': '9',
        'wp:attachment_url': `${SITE}/wp-content/uploads/2015/05/quay.jpg`,
        'excerpt:encoded': 'The quay',
        ...fields,
      },
      metaOf(meta),
    )

  test('a picture comes with its words, its smaller copies and its credit', async () => {
    const metadata =
      'a:3:{s:4:"file";s:16:"2015/05/quay.jpg";s:5:"sizes";O:8:"stdClass":1:{s:5:"thumb";a:1:{s:4:"file";s:16:"quay-150x150.jpg";}}s:10:"image_meta";a:1:{s:6:"credit";s:9:"Ada Höpe";}}'
    const [, picture] = await read(file({}, { _wp_attachment_image_alt: 'A quay', _wp_attachment_metadata: metadata }))
    expect(picture).toEqual({
      ...{ kind: 'picture', key: '9', address: `${SITE}/wp-content/uploads/2015/05/quay.jpg`, file: null },
      ...{ alt: 'A quay', caption: 'The quay', credit: 'Ada Höpe' },
      alsoAt: [`${SITE}/wp-content/uploads/2015/05/quay-150x150.jpg`, `${SITE}/?attachment_id=9`],
    })
  })

  test('a file that is no picture is left, with its address', async () => {
    const [, left] = await read(file({ 'wp:attachment_url': `${SITE}/minutes.pdf` }))
    expect(left).toMatchObject({
      kind: 'left',
      what: 'file',
      why: expect.stringContaining(`${SITE}/minutes.pdf`),
    })
  })

  test('pictures that lie beside the export are found by their names, and those that no record names come too', async () => {
    const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
    const files = [
      exportOf(file({})),
      exportFile('uploads/2015/05/quay.jpg', jpeg),
      exportFile('uploads/other.jpg', jpeg),
    ]
    expect(wordpress.recognise(await Promise.all(files.map(looked)))).toEqual(files.map(({ name }) => name))
    const items = await itemsIn(wordpress, files)
    expect(only(items, 'picture').map(({ key, file }: PictureItem) => [key, file])).toEqual([
      ['9', 'uploads/2015/05/quay.jpg'],
      ['file:uploads/other.jpg', 'uploads/other.jpg'],
    ])
  })

  test('galleries show pictures of any file of the export, by number or as what was uploaded to the story', async () => {
    const stories = exportFile(
      'a.xml',
      `${wordpressStart(SITE)}${itemXml({ 'content:encoded': '[gallery ids="9,404"]' })}${itemXml({ 'wp:post_id': '8', 'content:encoded': '[gallery]' })}</channel></rss>`,
    )
    const pictures = exportFile(
      'b.xml',
      `${wordpressStart(SITE)}${file({ 'wp:post_parent': '8' }, { _wp_attachment_image_alt: 'A "quay"' })}</channel></rss>`,
    )
    const shown = `<figure><p><img src="${SITE}/wp-content/uploads/2015/05/quay.jpg" alt="A &quot;quay&quot;"></p><figcaption>The quay</figcaption></figure>`
    for (const { html, left } of only(await itemsIn(wordpress, [stories, pictures]), 'story')) {
      expect(html).toBe(`<figure class="gallery">${shown}</figure>`)
      expect(left).toEqual([])
    }
  })
})

describe('words of the classic editor', () => {
  test('have paragraphs where blank lines are, and line ends', async () => {
    expect(
      await html(
        'One\ntwo <b>bold</b>\r\n\r\nThree\n<h2>Head</h2>\nFour\n\n\n<ul>\n<li>a\nb</li>\n</ul>\n<pre>x\n\ny</pre>',
      ),
    ).toBe(
      '<p>One<br>two <b>bold</b></p><p>Three</p><h2>Head</h2><p>Four</p><ul>\n<li>a<br>b</li>\n</ul><pre>x\n\ny</pre>',
    )
  })

  test('have captions, players and embeds as HTML', async () => {
    const picture = '<a href="/q.jpg"><img src="/q-300x200.jpg" class="wp-image-9" /></a>'
    expect(await html(`[caption id="attachment_9" width="300"]${picture} The <em>quay</em>[/caption]`)).toContain(
      '<figcaption>The <em>quay</em></figcaption></figure>',
    )
    expect(await html(`[caption width="300" caption="It’s &quot;old&quot;"]${picture}[/caption]`)).toContain(
      '<figcaption>It’s &quot;old&quot;</figcaption>',
    )
    const frames = [
      ['https://www.youtube.com/watch?v=abcdefg&t=1', '\n\nhttps://www.youtube.com/watch?v=abcdefg&#038;t=1\n\n'],
      ['https://vimeo.com/123', '[embed width="1"]https://vimeo.com/123[/embed]'],
      ['https://www.youtube.com/watch?v=abcdefg', '[youtube https://www.youtube.com/watch?v=abcdefg]'],
      ['https://www.youtube.com/watch?v=abcdefg', '[youtube=https://www.youtube.com/watch?v=abcdefg]'],
      ['https://vimeo.com/123', '[vimeo 123]'],
    ]
    for (const [address = '', content = ''] of frames)
      expect((await html(content)).replace(/&(amp|#038);/g, '&')).toBe(`<iframe src="${address}"></iframe>`)
    expect(await html('[audio mp3="https://quay.example/a.mp3"][/audio]')).toBe(
      '<audio src="https://quay.example/a.mp3"></audio>',
    )
    expect(await html('[audio https://quay.example/a.mp3|titles=x]')).toContain('src="https://quay.example/a.mp3"')
    expect(await html('[video width="1" mp4="https://quay.example/a.mp4" /]')).toContain(
      '<video src="https://quay.example/a.mp4">',
    )
  })

  test('an address elsewhere in words stays as it is', async () => {
    expect(await html('See https://vimeo.com/123 and\n\nhttps://quay.example/x')).toBe(
      '<p>See https://vimeo.com/123 and</p><p>https://quay.example/x</p>',
    )
  })

  test('words that stories share stand where each names them; what names itself comes to an end', async () => {
    const shared = (id: string, words: string) =>
      itemXml({ 'wp:post_id': id, 'wp:post_type': 'wp_block', 'wp:status': 'publish', 'content:encoded': words })
    const paragraph = (words: string) => `<!-- wp:paragraph --><p>${words}</p><!-- /wp:paragraph -->`
    const content = `${paragraph('Before.')}<!-- wp:block {"ref":31} /-->${paragraph('After.')}<!-- wp:block {"ref":99} /-->`
    const items = await read(
      itemXml({ 'content:encoded': content }) +
        shared('31', `${paragraph('Write to us.')}<!-- wp:block {"ref":32} /-->`) +
        shared('32', `${paragraph('Or call.')}<!-- wp:block {"ref":32} /-->`),
    )
    const [one] = only(items, 'story')
    expect(
      one?.html
        .replace(/<[^>]*>|\s+/g, ' ')
        .replace(/ +/g, ' ')
        .trim(),
    ).toMatch(/^Before\. Write to us\. (?:Or call\. ){1,5}After\.$/)
    expect(one?.left).toEqual([expect.stringContaining('shared with other stories')])
    expect(only(items, 'left').map(({ what }) => what)).toEqual(['reusable', 'reusable'])
  })

  test('unknown shortcodes are left and said by name, their words stay; what stands in brackets for readers stays', async () => {
    const one = await story({
      'content:encoded':
        '[su_box title="x"]In[/su_box] he [sic] said [the mayor] [1] [[gallery]] [contact-form-7 id="3"]',
    })
    expect(one.html).toBe('<p>In he [sic] said [the mayor] [1] [gallery] </p>'.replace(' </p>', '</p>'))
    expect(one.left).toEqual([expect.stringContaining('[su_box] and [contact-form-7]')])
  })

  test('a part for members is left out with its words', async () => {
    const one = await story({ 'content:encoded': 'Free. [members_only]Paid.[/members_only] Free too.' })
    expect(one.html).toBe('<p>Free.  Free too.</p>')
    expect(one.left).toEqual([expect.stringContaining('members only')])
  })
})

describe('blocks', () => {
  test('lose their marks and nothing else', async () => {
    expect(
      await html(
        '<!-- wp:group {"layout":{"type":"flex"}} --><div><!-- wp:paragraph --><p>One</p><!-- /wp:paragraph --></div><!-- /wp:group -->\n\nBetween\n\n<!-- wp:quote --><blockquote><p>Two</p><cite>Peg</cite></blockquote><!-- /wp:quote --><!-- wp:spacer {"height":"1px"} --><div aria-hidden="true"></div><!-- /wp:spacer -->',
      ),
    ).toBe(
      '<div><p>One</p></div><p>Between</p><blockquote><p>Two</p><cite>Peg</cite></blockquote><div aria-hidden="true"></div>',
    )
  })

  test('galleries, embeds and files are as other formats have them', async () => {
    expect(
      await html(
        '<!-- wp:gallery {"ids":[1]} --><figure class="wp-block-gallery"><!-- wp:image --><figure><img src="/a.jpg"></figure><!-- /wp:image --></figure><!-- /wp:gallery -->',
      ),
    ).toBe('<div class="gallery"><figure class="wp-block-gallery"><figure><img src="/a.jpg"></figure></figure></div>')
    expect(
      await html(
        '<!-- wp:embed {"url":"https://vimeo.com/1?a=1\\u0026b=2"} --><figure><div>https://vimeo.com/1</div><figcaption>Seen</figcaption></figure><!-- /wp:embed -->',
      ),
    ).toBe('<iframe src="https://vimeo.com/1?a=1&amp;b=2"></iframe><p>Seen</p>')
    expect(
      await html(
        '<!-- wp:core-embed/youtube --><figure><div>https://youtu.be/abc</div></figure><!-- /wp:core-embed/youtube -->',
      ),
    ).toBe('<iframe src="https://youtu.be/abc"></iframe>')
    expect(
      await html(
        '<!-- wp:file --><div><a href="/a.pdf">Minutes</a><a href="/a.pdf" class="wp-block-file__button" download>Download</a></div><!-- /wp:file -->',
      ),
    ).toBe('<div><a href="/a.pdf">Minutes</a></div>')
  })

  test('that show nothing of the story’s own are left and said by name', async () => {
    const one = await story({
      'content:encoded':
        '<!-- wp:latest-posts {"postsToShow":3} /--><!-- wp:separator --><hr/><!-- /wp:separator --><!-- wp:query --><!-- wp:post-title /--><!-- /wp:query -->',
    })
    expect(one.left).toEqual([expect.stringContaining('latest-posts.')])
  })

  test('what stands behind a paywall, for subscribers or hidden is left out, and said', async () => {
    const p = (words: string) => `<!-- wp:paragraph --><p>${words}</p><!-- /wp:paragraph -->`
    const wall = await story({ 'content:encoded': `${p('Free')}<!-- wp:jetpack/paywall /-->${p('Paid')}` })
    expect(wall).toMatchObject({ html: '<p>Free</p>', left: [expect.stringContaining('members only')] })
    const part = await story({
      'content:encoded': `${p('Free')}<!-- wp:premium-content/container --><div>${p('Paid')}</div><!-- /wp:premium-content/container -->${p('Free too')}`,
    })
    expect(part).toMatchObject({ html: '<p>Free</p><p>Free too</p>', left: [expect.stringContaining('members only')] })
    const hidden = await story({
      'content:encoded': `<!-- wp:paragraph {"metadata":{"blockVisibility":false}} --><p>Hidden</p><!-- /wp:paragraph -->${p('Seen')}`,
    })
    expect(hidden).toMatchObject({ html: '<p>Seen</p>', left: [expect.stringContaining('hidden')] })
  })

  test('footnotes stand where their block is', async () => {
    const more = metaOf({ footnotes: '[{"id":"a","content":"See <em>minutes</em>."}]' })
    expect(await html('<!-- wp:paragraph --><p>One</p><!-- /wp:paragraph --><!-- wp:footnotes /-->', more)).toBe(
      '<p>One</p><ol><li>See <em>minutes</em>.</li></ol>',
    )
  })
})

describe('files', () => {
  test('versions 1.0 to 1.2 are read, and one whose namespaces are declared nowhere', async () => {
    for (const version of ['1.0', '1.1', '1.2']) expect(only(await read(itemXml({}), version), 'story')).toHaveLength(1)
    const bare = exportFile(
      'wp.xml',
      `<?xml version="1.0"?><rss><channel><title>Q</title><link>${SITE}</link>${itemXml({})}</channel></rss>`,
    )
    expect(wordpress.recognise([await looked(bare)])).toEqual(['wp.xml'])
    expect(only(await itemsIn(wordpress, [bare]), 'story')).toHaveLength(1)
  })

  test('sections and topics that only stories name become terms once', async () => {
    const filed =
      '<category domain="category" nicename="harbour">Harbour</category><category domain="tag" nicename="oil">Oil</category><category domain="category" nicename="uncategorized">Uncategorized</category>'
    const items = await read(itemXml({}, filed) + itemXml({ 'wp:post_id': '8' }, filed), '1.0')
    expect(only(items, 'term').map(({ key }) => key)).toEqual(['category:harbour', 'post_tag:oil'])
    expect(only(items, 'story')[1]?.terms).toEqual(['category:harbour', 'post_tag:oil'])
  })

  test('several of one site are one export; one of another site is refused', async () => {
    const [first, second] = [0, 10].map((from) =>
      exportFile(
        `${from}.xml`,
        pieces(() => wordpressExport({ posts: 10, from })),
      ),
    )
    if (!first || !second) throw new Error('made none')
    expect(only(await itemsIn(wordpress, [first, second]), 'story')).toHaveLength(20)
    const other = exportFile(
      'other.xml',
      pieces(() => wordpressExport({ posts: 1, site: 'https://else.example' })),
    )
    await expect(itemsIn(wordpress, [first, other])).rejects.toThrow(/“other.xml” is an export of else.example/)
  })

  test('backslashes, slashes and the end of CDATA stay in words', async () => {
    const words = 'C:\\quay\\ a/b \\" ]]> <b>&amp;lt;</b>'
    expect(await html(words)).toBe(`<p>${words}</p>`)
  })

  test('a feed for readers is no export, and an export without entries says so', async () => {
    const feed = exportFile(
      'feed.xml',
      '<?xml version="1.0"?><rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item/></channel></rss>',
    )
    expect(wordpress.recognise([await looked(feed)])).toEqual([])
    await expect(read('')).rejects.toThrow(/holds none of its entries/)
  })

  test('more categories than any paper has are refused', async () => {
    const many = exportFile(
      'wp.xml',
      pieces(function* () {
        yield wordpressStart(SITE)
        for (let n = 0; ; n++) yield `<wp:tag><wp:tag_slug>t${n}</wp:tag_slug><wp:tag_name>t${n}</wp:tag_name></wp:tag>`
      }),
    )
    const reading = async () => {
      for await (const item of wordpress.read([many], {})) expect(item.kind).not.toBe('story')
    }
    await expect(reading()).rejects.toThrow(/more than 100,000 categories or tags/)
  }, 60_000)
})
