/** What Medium's exports hold. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportFile, itemsFrom, ofKind } from '../../../../test/exports/files.ts'
import { type MediumPage, mediumPage } from '../../../../test/exports/medium.ts'
import { bodyOf } from '../../body/index.ts'
import { medium } from './index.ts'

const read = (files: Readonly<Record<string, string>>) =>
  itemsFrom(
    medium.read(
      Object.entries(files).map(([name, text]) => exportFile(name, text)),
      {},
    ),
  )
const readPage = (page: Partial<MediumPage>, name = 'posts/2019-05-01_A-story-0a1b2c3d4e5f.html') =>
  read({ [name]: mediumPage({ title: 'A story', body: '<p class="graf">Words</p>', ...page }) })

test('a story has its words without its headline, its day, author, address and number', async () => {
  const [story] = ofKind(await readPage({ subtitle: 'What it is' }), 'story')
  expect(story).toMatchObject({
    key: '0a1b2c3d4e5f',
    state: 'public',
    headline: 'A story',
    standfirst: 'What it is',
    names: ['Ann Lee'],
    publishedAt: Date.UTC(2019, 4, 1, 10),
    addresses: ['/@ann/a-story-0a1b2c3d4e5f'],
  })
  expect(bodyOf(story?.html ?? '', { base: '' }).blocks).toMatchObject([{ type: 'paragraph', text: 'Words' }])
})

test('an answer to somebody else’s story is no story', async () => {
  const page = { title: 'I think that', hasTitle: false, body: '<p>I think that it will rain.</p>' }
  expect(await readPage(page)).toMatchObject([{ kind: 'left', what: 'answer', name: 'I think that' }])
  expect(await readPage({ ...page, title: 'I think…' })).toMatchObject([{ kind: 'left' }])
  expect(await readPage({ ...page, hasTitle: true })).toMatchObject([{ kind: 'story' }])
})

test('a draft has no day and no address', async () => {
  const [draft] = ofKind(
    await readPage({ canonical: '', tags: ['Rain'] }, 'posts/draft_A-story-ab12cd34ef56.html'),
    'story',
  )
  expect(draft).toMatchObject({ key: 'ab12cd34ef56', state: 'draft', publishedAt: null, addresses: [], terms: [] })
})

test('tags are topics, each once', async () => {
  const page = (tags: string[]) => mediumPage({ title: 'T', body: '<p>x</p>', tags })
  const items = await read({ 'a.html': page(['Rain', 'Wind']), 'b.html': page(['Rain']) })
  expect(ofKind(items, 'term').map(({ name }) => name)).toEqual(['Rain', 'Wind'])
  expect(ofKind(items, 'story').map(({ terms }) => terms)).toEqual([['rain', 'wind'], ['rain']])
})

test('its pages are known by what they begin with, and the other pages of the export are not its stories', () => {
  const looked = (name: string, text: string) => [{ name, start: Buffer.from(text) }]
  expect(medium.recognise(looked('posts/x.html', mediumPage({ title: 'T', body: '' })))).toEqual(['posts/x.html'])
  expect(medium.recognise(looked('profile/about.html', '<article class="h-entry"><h3>Profile</h3>'))).toEqual([])
})

const shared = join(process.env.COURANT_SHARED ?? '../shared', 'exports/medium')
test.skipIf(!existsSync(shared))('of real pages, each is one item', async () => {
  const names = readdirSync(shared)
  const items = await read(Object.fromEntries(names.map((name) => [name, readFileSync(join(shared, name), 'utf8')])))
  expect(items.filter(({ kind }) => kind === 'story' || kind === 'left')).toHaveLength(names.length)
  expect(ofKind(items, 'left').map(({ what }) => what)).toEqual(['answer'])
  expect(
    ofKind(items, 'story')
      .map(({ state }) => state)
      .sort(),
  ).toEqual(['draft', 'public', 'public'])
})
