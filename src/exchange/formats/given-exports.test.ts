/** Exports of others: skipped where COURANT_SHARED does not hold them. As many entries come out as a plain search finds in the file. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportFile, itemsIn, looked } from '../../../test/exports/file.ts'
import type { Item } from '../items/index.ts'
import { blogger } from './blogger/index.ts'
import { wordpress } from './wordpress/index.ts'

const FOLDER = resolve(process.env.COURANT_SHARED ?? '../shared', 'exports')
const filesOf = (folder: string): string[] =>
  existsSync(join(FOLDER, folder))
    ? readdirSync(join(FOLDER, folder))
        .filter((name) => name.endsWith('.xml'))
        .map((name) => join(folder, name))
    : []
const fileOf = (name: string) => exportFile(name, readFileSync(join(FOLDER, name)))
const found = (text: string, expression: RegExp): number => text.match(expression)?.length ?? 0
const isEntry = ({ kind }: Item) => kind !== 'site' && kind !== 'redirect'

/** Without what stands in comments and CDATA, where elements are words. */
const bare = (name: string): string =>
  readFileSync(join(FOLDER, name), 'utf8')
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')

describe.skipIf(!existsSync(FOLDER))('exports of others (skipped where COURANT_SHARED does not hold them)', () => {
  test.each(['wordpress-theme-unit-test.xml', ...filesOf('wordpress')].map((name) => [name]))('%s', async (name) => {
    const file = fileOf(name)
    expect(wordpress.recognise([await looked(file)])).toEqual([name])
    const items = await itemsIn(wordpress, [file])
    const text = bare(name)
    const inItems = items.filter(({ kind }) => ['story', 'picture', 'comment', 'note'].includes(kind)).length
    const left = items.filter((item) => item.kind === 'left' && item.what !== 'sorting').length
    expect(inItems + left).toBe(found(text, /<item[ >]/g) + found(text, /<wp:comment>/g))
    // Authors and terms that only stories name come besides.
    const records = items.filter(isEntry).length - inItems - left
    const said =
      found(text, /<wp:author>/g) + found(text, /<wp:category>/g) + found(text, /<wp:tag>/g) + found(text, /<wp:term>/g)
    expect(records).toBeGreaterThanOrEqual(name.includes('namespace') ? 0 : said)
    // A term may be told twice, as a category and as a term.
    const keys = items.flatMap((item) => ('key' in item && item.kind !== 'term' ? [`${item.kind} ${item.key}`] : []))
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('several files of one WordPress site', async () => {
    const items = await itemsIn(wordpress, filesOf('wordpress/several').map(fileOf))
    const stories = items.filter(({ kind }) => kind === 'story')
    expect(stories).toHaveLength(5)
    expect(items.filter(({ kind }) => kind === 'picture')).toHaveLength(1)
    expect(stories.filter((item) => item.kind === 'story' && item.picture?.key === '5')).toHaveLength(2)
  })

  test.each([['blogger/old-backup.xml'], ['blogger/takeout-feed.atom']])('%s', async (name) => {
    const file = fileOf(name)
    expect(blogger.recognise([await looked(file)])).toEqual([name])
    const items = await itemsIn(blogger, [file], { siteAddress: 'https://quaynotes.blogspot.com' })
    const entries = items.filter(({ kind }) => ['story', 'comment', 'left'].includes(kind))
    expect(entries).toHaveLength(found(bare(name), /<entry>/g))
  })

  test('Takeout’s states: the bin counts though LIVE, a draft is none, an unknown one is held', async () => {
    const items = await itemsIn(blogger, [fileOf('blogger/takeout-feed.atom')], {
      siteAddress: 'https://quaynotes.blogspot.com',
    })
    const states = items.flatMap((item) =>
      item.kind === 'story' || item.kind === 'comment' ? [`${item.kind} ${item.state}`] : [],
    )
    expect(states).toEqual([
      ...['comment approved', 'comment approved', 'comment held'],
      ...['story public', 'story trash', 'story trash', 'story draft', 'story public'],
    ])
  })
})
