/** Old addresses: what an editor adds, and what readers who follow an old link find. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATABASES } from '../../../../test/databases.ts'
import { drawn } from '../../../../test/drawn.ts'
import { formTo } from '../../../../test/forms.ts'
import { demonstration, editor, freshSite, type TestSite, type Visitor, visitor } from '../../../../test/sites.ts'
import { keepRedirects } from '../../../redirects/index.ts'
import { unpublish } from '../../../story/index.ts'

const HERE = '/newsroom/old-addresses'

for (const kind of DATABASES) {
  describe(`old addresses in the settings on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let reader: Visitor
    let story: { id: string; path: string }
    beforeAll(async () => {
      site = await freshSite(kind)
      staff = await editor(site)
      reader = visitor(site)
      story = await demonstration(site)
    })
    afterAll(() => site.drop())

    const page = async (query = '') => drawn(await (await staff.get(`${HERE}${query}`)).text())
    const found = async (path: string) => {
      const answer = await reader.get(path)
      return { status: answer.status, to: answer.headers.get('location'), kept: answer.headers.get('cache-control') }
    }

    test('one that is added leads on at once, for minutes at most in anybody’s memory, and no more once it is removed', async () => {
      expect((await found('/2019/05/x.html')).status).toBe(404)
      expect((await page()).words).toContain('No old addresses yet.')
      const added = await staff.post(HERE, { from: 'https://old.example/2019/05/x.html', to: story.path })
      expect(added.status).toBe(303)
      const { words } = await page(added.headers.get('location')?.slice(HERE.length))
      expect(words).toContain(`/2019/05/x.html leads to ${story.path}. Readers find a page there.`)
      for (const path of ['/2019/05/x.html', '/2019/05/x.html?m=1', '/2019/05/x.html/'])
        expect(await found(path), path).toEqual({ status: 301, to: story.path, kept: 'public, max-age=300' })
      expect((await reader.post('/2019/05/x.html', {})).status).toBe(405)
      expect((await staff.post(`${HERE}/remove`, { address: '/2019/05/x.html' })).status).toBe(303)
      expect((await found('/2019/05/x.html')).status).toBe(404)
      const again = await staff.post(`${HERE}/remove`, { address: '/2019/05/x.html' })
      expect(again.status).toBe(400)
      expect(drawn(await again.text()).words).toContain('That old address is not in the list any more.')
      expect(drawn(await (await staff.get('/newsroom/log?kind=settings')).text()).words).toContain(
        'Removed the old address /2019/05/x.html',
      )
    })

    test('a number at the root leads on, and the front page stays for everyone else', async () => {
      await staff.post(HERE, { from: '/?p=12', to: story.path })
      await reader.get('/')
      expect(await found('/?p=12')).toMatchObject({ status: 301, to: story.path })
      expect(await found('/index.php?p=12&utm_source=x')).toMatchObject({ status: 301, to: story.path })
      for (const path of ['/', '/?p=13', '/?utm_source=x', '/?m=1']) expect((await found(path)).status, path).toBe(200)
      expect(await found('/index.html')).toMatchObject({ status: 301, to: '/' })
    })

    test('a page of the site is never given up for an old address', async () => {
      await staff.post(HERE, { from: story.path, to: '/archive' })
      await staff.post(HERE, { from: '/archive', to: '/house-rules' })
      await staff.post(HERE, { from: '/feed.xml', to: '/archive' })
      for (const path of [story.path, '/archive', '/feed.xml']) expect((await found(path)).status, path).toBe(200)
      expect((await page(`?test=${encodeURIComponent(story.path)}`)).words).toContain('readers see that')
      for (const address of [story.path, '/archive', '/feed.xml']) await staff.post(`${HERE}/remove`, { address })
    })

    test('feeds of other systems go on', async () => {
      for (const path of ['/feeds/posts/default', '/feed/', '/?feed=rss2'])
        expect(await found(path), path).toMatchObject({ status: 301, to: '/feed.xml' })
    })

    test('trying one tells what readers find, wherever it ends', async () => {
      await staff.post(`${HERE}/paste`, {
        lines: `/away https://other.example/x\n/dead /nothing-here\n/twice /away\n/round /about-x\n/about-x /round`,
      })
      const tried = async (test: string) => (await page(`?test=${encodeURIComponent(test)}`)).words
      expect(await tried('/away')).toContain('/away leads to https://other.example/x. That is another site.')
      expect(await tried('/twice')).toContain('/twice leads to /away. That is another site.')
      expect(await tried('/dead')).toContain('Readers are told that nothing is there. Have it lead somewhere else.')
      expect(await tried('/round')).toContain('Nothing is at /round.')
      expect(await tried('/nowhere')).toContain('Nothing is at /nowhere. You can add it below.')
      expect(await tried('/newsroom/people')).toContain('/newsroom/people is not a page for readers.')
      expect(await tried('nowhere')).toContain('“nowhere” is not an address.')
      expect(await tried('//paper.example/x')).toContain('Nothing is at')
    })

    test('lines that can’t be taken come back with a sentence each, and the others are kept', async () => {
      const answer = await staff.post(`${HERE}/paste`, { lines: 'old,new\n/p1,/archive\n/p2\n/p3 javascript:x\n' })
      expect(answer.status).toBe(400)
      const html = await answer.text()
      const { words } = drawn(html)
      expect(words).toContain('Added.')
      expect(words).toContain('2 lines were not added. They are still in the form below.')
      expect(words).toContain('Line 3: This line needs two addresses: the old one and the new one.')
      expect(words).toContain('Line 4: “javascript:x” is no place to lead readers to.')
      expect(formTo(html, `${HERE}/paste`)?.fields.lines).toBe('/p2\n/p3 javascript:x')
      expect(await found('/p1')).toMatchObject({ status: 301, to: '/archive' })
      const none = await staff.post(`${HERE}/paste`, { lines: '# nothing\n' })
      expect(drawn(await none.text()).words).toContain('Paste at least one line')
      const bad = await (await staff.post(HERE, { from: '/', to: '/archive' })).text()
      expect(drawn(bad).words).toContain('The front page has no old address')
      expect(formTo(bad, HERE)?.fields).toMatchObject({ from: '/', to: '/archive' })
    })

    test('what moving in brought is listed with its story, and is gone as the story is', async () => {
      const { store } = site.app
      await store.transaction(Date.now(), (tx) =>
        keepRedirects(tx, [{ from: '/2018/01/bell', storyId: story.id }], { by: null, importId: 'i' }),
      )
      const { words, links } = await page('?find=bell')
      expect(words).toContain(`/2018/01/bell → leads to`)
      expect(words).toContain('from moving in')
      expect(links).toHaveProperty(`/newsroom/stories/${story.id}`)
      expect(await found('/2018/01/bell')).toMatchObject({ status: 301, to: story.path })
      await unpublish(store, story.id, null, Date.now())
      expect((await found('/2018/01/bell')).status).toBe(410)
      expect((await found(story.path)).status).toBe(410)
      await staff.post(HERE, { from: story.path, to: '/archive' })
      expect(await found(story.path)).toMatchObject({ status: 301, to: '/archive' })
    })
  })
}
