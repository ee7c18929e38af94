/** A copy of the site for any web server: what readers see, and nothing else. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ONE_DATABASE } from '../../../../test/databases.ts'
import { holdComments } from '../../../../test/held-comments.ts'
import { photo } from '../../../../test/pictures.ts'
import { demonstration, editor, freshSite, type TestSite, type Visitor } from '../../../../test/sites.ts'
import { publishedStory } from '../../../../test/stores.ts'
import { libraryAddress } from '../../../media/index.ts'
import { createStory, emptyContent, newBlockId, publish, unpublish } from '../../../story/index.ts'
import { copySite, searchIndex } from '../index.ts'
import { fileForPath } from './addresses.ts'

describe('the file of an address', () => {
  test.each([
    ['/', 'text/html', 'index.html'],
    ['/2026/05/x', 'text/html; charset=utf-8', '2026/05/x/index.html'],
    ['/2019/05/x.html', 'text/html', '2019/05/x.html'],
    ['/2026/05/%D0%BC%D0%BE%D1%81%D1%82', 'text/html', '2026/05/мост/index.html'],
    ['/feed.xml', 'application/atom+xml', 'feed.xml'],
    ['/2026/05/v1.2', 'text/html', '2026/05/v1.2/index.html'],
  ])('%s as %s is %s', (path, type, file) => {
    expect(fileForPath(path, type)).toBe(file)
  })
  test.each(['/../x', '/a/%2e%2e/b', '/a/%2Fetc', '/.git/config', '/a%5Cb', '/a%00', `/${'x'.repeat(300)}`, '/%E9'])(
    '%s has none',
    (path) => {
      expect(fileForPath(path, 'text/html')).toBeNull()
    },
  )
})

for (const kind of ONE_DATABASE) {
  describe(`a copy of a site on ${kind}`, () => {
    let site: TestSite
    let staff: Visitor
    let folder: string
    let story: { id: string; path: string }
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'courant-copy-'))
      site = await freshSite(kind, { config: { dataFolder: join(folder, 'data') } })
      staff = await editor(site)
      story = await demonstration(site)
    })
    afterAll(async () => {
      await site.drop()
      await rm(folder, { recursive: true, force: true })
    })

    const ask = async (path: string) => {
      const response = await fetch(site.url + path, { redirect: 'manual' })
      const { status, headers } = response
      const bytes = new Uint8Array(await response.arrayBuffer())
      return { status, type: headers.get('content-type') ?? '', location: headers.get('location'), bytes }
    }
    const copy = async (
      name: string,
      server: string | null = 'https://live.example',
      { more = [], takesComments = false }: { more?: string[]; takesComments?: boolean } = {},
    ) => {
      const files = new Map([['search.json', await searchIndex(site.app.store.db)]])
      return copySite(join(folder, name), ask, { site: new URL(site.app.url), server, takesComments, more, files })
    }
    const filesIn = async (name: string) =>
      (await readdir(join(folder, name), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(folder, name).length + 1))
    const page = (name: string, file: string) => readFile(join(folder, name, file), 'utf8')

    test('has every page, feed, picture, stylesheet and icon that readers find, and every file that these name', async () => {
      const upload = new FormData()
      upload.append('files', new Blob([new Uint8Array(await photo())]), 'weir.jpg')
      expect((await staff.post('/newsroom/pictures', upload)).status).toBe(303)
      const { id } = await site.app.store.db.selectFrom('pictures').select('id').executeTakeFirstOrThrow()
      const picture = { src: libraryAddress(id), alt: 'The weir', caption: '', credit: '', rights: '' }
      const body = [{ id: newBlockId(), type: 'paragraph' as const, text: 'The water is high.' }]
      const content = { ...emptyContent, headline: 'At the weir', section: 'Town', picture, body }
      const { store } = site.app
      const shown = await createStory(store, { content, by: null, commentsOpen: true }, Date.now())
      expect(await publish(store, { id: shown, by: null }, Date.now())).toHaveProperty('path')
      await publishedStory(store, 'The bridge opens', Date.now())
      await createStory(
        store,
        { content: { ...content, headline: 'NOT-YET-OUT' }, by: null, commentsOpen: true },
        Date.now(),
      )
      await holdComments(site.app.store, story.id, [{ text: 'HELD-WORDS', name: 'Ada' }])
      const made = await copy('whole')
      expect(made).toMatchObject({ removed: 0 })
      const files = await filesIn('whole')
      for (const file of [
        'index.html',
        `${story.path.slice(1)}/index.html`,
        'feed.xml',
        'sitemap.xml',
        'robots.txt',
        'favicon.ico',
        'manifest.webmanifest',
        'archive/index.html',
        'sections/town/index.html',
        '404.html',
        'search.json',
      ])
        expect(files).toContain(file)
      expect(files.filter((file) => /^assets\/.*\.(?:css|woff2)$/.test(file)).length).toBeGreaterThan(1)
      expect(files.filter((file) => /^pictures\/.*\.(?:webp|jpg)$/.test(file)).length).toBeGreaterThan(0)
      // Whatever a page of the copy names is there.
      for (const file of files.filter((one) => one.endsWith('.html')))
        for (const [, named = ''] of (await page('whole', file)).matchAll(/\s(?:href|src)="(\/[^"#?]*)/g)) {
          const path = join(folder, 'whole', decodeURIComponent(named))
          const found = await stat(path).then(
            (entry) => (entry.isDirectory() ? stat(join(path, 'index.html')) : entry),
            () => null,
          )
          expect(found, `${file} names ${named}`).not.toBeNull()
        }
    })

    test('holds nothing that nobody has approved or published, and nothing of the newsroom’s', async () => {
      for (const file of await filesIn('whole')) {
        const text = await page('whole', file)
        expect(text, file).not.toMatch(/HELD-WORDS|NOT-YET-OUT/)
        expect(file).not.toMatch(/^(?:newsroom|api|receipts|account|form-)/)
      }
      const index = JSON.parse(await page('whole', 'search.json')) as { headline: string; path: string; text: string }[]
      expect(index.map(({ headline }) => headline)).toContain('The bridge opens')
      expect(index.find(({ path }) => path === story.path)?.text.length).toBeGreaterThan(500)
    })

    test('leads to the live site for whatever needs a server, and to nothing where there is none', async () => {
      const live = await page('whole', `${story.path.slice(1)}/index.html`)
      expect(live).not.toMatch(/<form|action=/)
      expect(live).toContain(`<a href="https://live.example${story.path}#write">Write a comment on the live site</a>`)
      expect(live).toContain('href="https://live.example/account"')
      expect(live).toContain(`href="https://live.example${story.path}/wrong"`)
      await copy('alone', null)
      const alone = await page('alone', `${story.path.slice(1)}/index.html`)
      expect(alone).not.toMatch(/<form|href="\/account|live\.example/)
    })

    test('where the live site takes comments from the copy, its form is sent there, and is shown once more before anything is kept', async () => {
      await copy('writing', site.url, { takesComments: true })
      const copied = await page('writing', `${story.path.slice(1)}/index.html`)
      expect(copied).toContain(`<form class="comment-form" method="post" action="${site.url}${story.path}/comments"`)
      expect(copied.match(/<form/g)).toHaveLength(1)
      expect(copied).not.toMatch(/form-token|form-proof|<iframe|Write a comment on the live site/)
      expect(copied).toMatch(/<textarea id="comment-text" name="comment"/)
      // As a browser sends it from where the copy stands.
      const headers = { origin: 'https://copy.example', 'sec-fetch-site': 'cross-site' }
      const send = () =>
        fetch(`${site.url}${story.path}/comments`, {
          ...{ method: 'POST', headers },
          body: new URLSearchParams({ name: 'Wren', mail: '', comment: 'FROM-THE-COPY', website: '', tell: '' }),
        })
      expect((await send()).status).toBe(403)
      expect((await staff.post('/newsroom/embedding', { site: 'https://copy.example' })).status).toBe(303)
      const answer = await send()
      expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('FROM-THE-COPY')])
      const rows = await site.app.store.db
        .selectFrom('comments')
        .select('id')
        .where('author_name', '=', 'Wren')
        .execute()
      expect(rows).toEqual([])
    })

    test('a second time only what has changed is written, and what is gone is removed', async () => {
      // The picture's smaller copies are made meanwhile.
      await expect.poll(() => copy('whole'), { timeout: 20_000 }).toMatchObject({ written: 0, removed: 0 })
      const extra = await publishedStory(site.app.store, 'One more', Date.now())
      const added = await copy('whole')
      if ('problem' in added) throw new Error(added.problem)
      expect(added.written).toBeGreaterThan(2)
      expect(added.written).toBeLessThan(added.files / 2)
      await unpublish(site.app.store, extra.id, null, Date.now())
      expect(await copy('whole')).toMatchObject({ removed: expect.any(Number) })
      expect(await filesIn('whole')).not.toContain(`${extra.path.slice(1)}/index.html`)
      await expect(stat(join(folder, 'whole', extra.path))).rejects.toThrow('ENOENT')
    })

    test('old addresses lead on by a page', async () => {
      await staff.post('/newsroom/old-addresses', { from: '/2019/05/x.html', to: story.path })
      await copy('led', null, { more: ['/2019/05/x.html'] })
      expect(await page('led', '2019/05/x.html')).toContain(`content="0; url=${story.path}"`)
    })

    test('a folder with other files is left alone, and so is one whose list can’t be read or leads out of it', async () => {
      await writeFile(join(folder, 'mine.txt'), 'mine')
      expect(
        await copySite(folder, ask, {
          ...{ site: new URL(site.app.url), server: null, takesComments: false },
          ...{ more: [], files: new Map() },
        }),
      ).toMatchObject({ problem: expect.stringContaining('not a copy of a site') })
      await copy('odd')
      for (const text of ['{', '{"format":"courant-copy","version":1,"files":{"../mine.txt":"x"}}']) {
        await writeFile(join(folder, 'odd', 'courant-copy.json'), text)
        expect(await copy('odd')).toMatchObject({ problem: expect.stringContaining('can’t be read') })
      }
      expect(await readFile(join(folder, 'mine.txt'), 'utf8')).toBe('mine')
    })
  })
}
