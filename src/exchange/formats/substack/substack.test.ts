/** What Substack's exports hold, and for whom it was. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportFile, itemsFrom, ofKind } from '../../../../test/exports/files.ts'
import { type SubstackRow, substackExport, substackList } from '../../../../test/exports/substack.ts'
import { substack } from './index.ts'

const read = (files: Readonly<Record<string, string>>) =>
  itemsFrom(
    substack.read(
      Object.entries(files).map(([name, text]) => exportFile(name, text)),
      {},
    ),
  )
const readRow = async (row: Partial<SubstackRow>, html = '<p>Words</p>') =>
  (await read({ 'posts.csv': substackList([{ id: '7.a-slug', ...row }]), 'posts/7.a-slug.html': html }))[0]

test.each([
  [{}, 'public'],
  [{ isPublished: 'FALSE' }, 'draft'],
  [{ audience: 'only_paid' }, 'private'],
  [{ audience: 'only_free' }, 'private'],
  [{ audience: 'founding' }, 'private'],
  [{ audience: '' }, 'private'],
  [{ type: 'adhoc_email' }, 'private'],
  [{ type: 'something new' }, 'private'],
  [{ type: 'page' }, 'public'],
] as const)('%j is %s', async (row, state) => {
  expect(await readRow(row)).toMatchObject({ kind: 'story', state, isPage: 'type' in row && row.type === 'page' })
})

test('a story has its words, its address and its number; entities in the list are resolved', async () => {
  expect(await readRow({ title: 'It&#x2019;s "on", now', subtitle: 'A &amp; B' })).toMatchObject({
    key: '7',
    headline: 'It’s "on", now',
    standfirst: 'A & B',
    html: '<p>Words</p>',
    addresses: ['/p/a-slug'],
    identifiers: ['7', 'a-slug'],
    publishedAt: Date.UTC(2020, 4, 1, 10),
    left: [],
  })
})

test('a thread is no story, and a podcast brings its sound', async () => {
  expect(await readRow({ type: 'thread' })).toMatchObject({ kind: 'left', what: 'thread' })
  expect(await readRow({ type: 'podcast', podcast: 'https://a.example/1.mp3' })).toMatchObject({
    html: '<audio src="https://a.example/1.mp3"></audio><p>Words</p>',
  })
})

test('what stood behind the paywall is not in a public story, and is said', async () => {
  const html = '<p>Open</p><div class="paywall-jump" data-x="1"></div><p>Secret</p>'
  expect(await readRow({}, html)).toMatchObject({
    html: '<p>Open</p>',
    left: ['What stood behind the paywall: “Secret”'],
  })
  expect(await readRow({ audience: 'only_paid' }, html)).toMatchObject({ html, left: [] })
})

test('a row without words and words without a row are stories that say so', async () => {
  expect(await read({ 'posts.csv': substackList([{ id: '1.a' }]), 'posts/2.b-c.html': '<p>B</p>' })).toMatchObject([
    { key: '1', state: 'public', left: ['The export lists it without its words.'] },
    { key: '2', state: 'draft', headline: 'b c', html: '<p>B</p>' },
  ])
})

test('the list is known by its first line, in a folder too, with the words beside it and nothing else', () => {
  const looked = (files: Record<string, string>) =>
    Object.entries(files).map(([name, text]) => ({ name, start: Buffer.from(text) }))
  const files = { ...substackExport(1), 'posts/1000.story-0.opens.csv': 'email', 'subscribers.csv': 'email' }
  expect(substack.recognise(looked(files))).toEqual(['posts.csv', 'posts/1000.story-0.html'])
  expect(substack.recognise(looked({ 'x/posts.csv': '\ufeff"post_id","post_date",a', 'y/posts/a.html': '' }))).toEqual([
    'x/posts.csv',
  ])
  expect(substack.recognise(looked({ 'posts.csv': 'id,name' }))).toEqual([])
})

test('a damaged list is refused in a sentence', async () => {
  const header = substackList([])
  await expect(read({ 'posts.csv': `${header}\n1.a,"x` })).rejects.toThrow('quotation marks')
  await expect(read({ 'posts.csv': `${header},title\n` })).rejects.toThrow('two columns named “title”')
  await expect(read({ 'posts.csv': 'post_id,post_date,x\n' })).rejects.toThrow('no column “is_published”')
})

test('of many posts, each is one item', async () => {
  expect(ofKind(await read(substackExport(300)), 'story')).toHaveLength(300)
})

const shared = join(process.env.COURANT_SHARED ?? '../shared', 'exports/substack')
test.skipIf(!existsSync(shared))('of a real export, every row is one item', async () => {
  const list = readFileSync(join(shared, 'posts.csv'), 'utf8')
  const words = readdirSync(join(shared, 'posts')).map((name) => [
    `posts/${name}`,
    readFileSync(join(shared, 'posts', name), 'utf8'),
  ])
  const items = await read({ 'posts.csv': list, ...Object.fromEntries(words) })
  expect(items).toHaveLength(list.trim().split('\n').length - 1)
  expect(ofKind(items, 'left').map(({ what }) => what)).toEqual(['thread'])
  expect(ofKind(items, 'story').filter(({ state }) => state === 'draft')).toHaveLength(1)
})
