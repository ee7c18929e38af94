/** oEmbed: what another site is told of a link to a story. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../test/databases.ts'
import { ask } from '../../../test/programs.ts'
import { demonstration, freshSite, type TestSite } from '../../../test/sites.ts'
import { libraryAddress } from '../../media/index.ts'
import { createStory, emptyContent, publish, unpublish } from '../../story/index.ts'
import { OEMBED } from './addresses.ts'

for (const kind of ONE_DATABASE) {
  let site: TestSite
  beforeAll(async () => {
    site = await freshSite(kind)
  })
  afterAll(() => site.drop())

  const about = (url: string, more = '') => ask(site, 'GET', `/oembed?url=${encodeURIComponent(url)}${more}`)

  test('a story’s page leads to it, and it tells title, author and paper', async () => {
    const { path } = await demonstration(site)
    const page = await (await fetch(site.url + path)).text()
    const href = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(page)?.[1] ?? ''
    const told = await (await fetch(href.replaceAll('&amp;', '&').replace('localhost', '127.0.0.1'))).json()
    expect(OEMBED.answer.parse(told)).toEqual(told)
    expect(told).toMatchObject({
      version: '1.0',
      type: 'link',
      title: 'The last ferry leaves eleven minutes late, and full',
      provider_url: site.app.url,
    })
    expect((await about(site.app.url + path, '&format=json&maxwidth=500')).body).toMatchObject({ title: told.title })
  })

  test('what is no story of this site is not there, and XML is not spoken', async () => {
    const { path } = await demonstration(site)
    for (const url of [
      `https://elsewhere.example${path}`,
      `${site.app.url}/archive`,
      `${site.app.url}/2019/01/nothing`,
      'not an address',
      `javascript:${site.app.url}${path}`,
      path,
      '',
    ])
      expect([url, (await about(url)).status]).toEqual([url, 404])
    const xml = await about(site.app.url + path, '&format=xml')
    expect([xml.status, xml.body.error.status]).toEqual([501, 501])
    expect((await ask(site, 'GET', '/oembed')).body.error.sentence).toContain('“url” is missing')
    expect((await about('x'.repeat(2001))).status).toBe(400)
  })

  test('a thumbnail has its size, stays away where it does not fit, and a story off the site tells nothing', async () => {
    const now = Date.now()
    const { store } = site.app
    const id = '01j00000000000000000000000'
    await store.transaction(now, (tx) =>
      tx.rows
        .insertInto('pictures')
        .values({
          ...{ id, file: 'abcd', content: 'ab', format: 'jpeg', bytes: 9, width: 2000, height: 1000, animated: 0 },
          ...{ name: 'x.jpg', caption: '', credit: '', rights: '', place: '', taken: '', ai: '', ai_system: '' },
          ...{ credentials: 0, focus_x: 500, focus_y: 500, words: '', added_by: null, added_at: now },
          renditions_json: JSON.stringify([640, 1200].map((width) => [width, 'jpeg', 1])),
        })
        .execute(),
    )
    const picture = { src: libraryAddress(id), alt: 'A ferry', caption: '', credit: '', rights: '' }
    const body = [{ id: 'a', type: 'paragraph' as const, text: 'Boats wait.' }]
    const content = { ...emptyContent, headline: 'Ferry', byline: 'By Ida Vale', picture, body }
    const story = await createStory(store, { content, by: null, commentsOpen: true }, now)
    const done = await publish(store, { id: story, by: null }, now)
    if ('problem' in done) throw new Error(done.problem)
    const url = site.app.url + done.path
    const { body: told } = await about(url)
    expect(told).toMatchObject({ author_name: 'By Ida Vale', thumbnail_width: 1200, thumbnail_height: 600 })
    expect(told.thumbnail_url.startsWith(site.app.url)).toBe(true)
    expect((await about(url, '&maxwidth=1200&maxheight=600')).body).toHaveProperty('thumbnail_url')
    expect((await about(url, '&maxheight=599')).body).not.toHaveProperty('thumbnail_url')
    await unpublish(store, story, null, now)
    expect((await about(url)).status).toBe(404)
  })
}
