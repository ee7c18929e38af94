/** What goes in comes out: exports made by rule at several sizes, counted by the rule and by what is read. */
import { describe, expect, test } from 'vitest'
import { backupCounts, bloggerBackup, takeoutCounts, takeoutFeed } from '../../../test/exports/blogger.ts'
import { type Counts, countItem, exportFile, looked, pieces } from '../../../test/exports/file.ts'
import { movableTypeCounts, movableTypeExport } from '../../../test/exports/movable-type.ts'
import { wordpressCounts, wordpressExport } from '../../../test/exports/wordpress.ts'
import type { Answers, ExportFile, Format } from '../items/index.ts'
import { blogger } from './blogger/index.ts'
import { movableType } from './movable-type/index.ts'
import { wordpress } from './wordpress/index.ts'

interface Made {
  format: Format
  file: ExportFile
  counts: Counts
}

const KINDS: Record<string, (posts: number, comments: number) => Made> = {
  WordPress: (posts, comments) => ({
    format: wordpress,
    file: exportFile(
      'wp.xml',
      pieces(() => wordpressExport({ posts, comments, pictures: true })),
    ),
    counts: wordpressCounts({ posts, comments, pictures: true }),
  }),
  'Blogger’s Takeout': (posts, comments) => ({
    format: blogger,
    file: exportFile(
      'feed.atom',
      pieces(() => takeoutFeed({ posts, comments })),
    ),
    counts: takeoutCounts({ posts, comments }),
  }),
  'Blogger’s backup': (posts, comments) => ({
    format: blogger,
    file: exportFile(
      'blog.xml',
      pieces(() => bloggerBackup({ posts, comments })),
    ),
    counts: backupCounts({ posts, comments }),
  }),
  'Movable Type': (posts, comments) => ({
    format: movableType,
    file: exportFile(
      'mt.txt',
      pieces(() => movableTypeExport({ posts, comments })),
    ),
    counts: movableTypeCounts({ posts, comments }),
  }),
}

const ANSWERS: Answers = { siteAddress: 'https://quay.example', timeZone: 'Europe/Dublin' }

describe.each(Object.entries(KINDS))('%s', (_, make) => {
  test.each([
    [10, 25],
    [1000, 3],
  ])('%d posts: every entry is one item, of its kind and state', async (posts, comments) => {
    const { format, file, counts } = make(posts, comments)
    expect(format.recognise([await looked(file)])).toEqual([file.name])
    const found: Counts = {}
    for await (const item of format.read([file], ANSWERS)) countItem(found, item)
    delete found.redirect
    expect(found).toEqual(counts)
  })

  test('a file that is cut off is said to be, in one sentence', async () => {
    const { format, file } = make(10, 5)
    const chunks: Uint8Array[] = []
    for await (const chunk of file.open()) chunks.push(chunk)
    const whole = Buffer.concat(chunks)
    for (const share of [0.3, 0.77, 0.99]) {
      const cut = exportFile(file.name, whole.subarray(0, Math.floor(whole.length * share)))
      const reading = async () => {
        for await (const item of format.read([cut], ANSWERS)) expect(item.kind).not.toBe('')
      }
      await expect(reading()).rejects.toThrow(
        /^“[\w.]+” is cut off: it ends at line [\d,]+, inside [<“].+[>”]\. Export it again\.$/,
      )
    }
  })

  test('the keys of a later export of the same site are the same', async () => {
    const keys = async (posts: number) => {
      const { format, file } = make(posts, 3)
      const all: string[] = []
      for await (const item of format.read([file], ANSWERS)) if ('key' in item) all.push(`${item.kind} ${item.key}`)
      expect(new Set(all).size).toBe(all.length)
      return all
    }
    const later = new Set(await keys(40))
    for (const key of await keys(20)) expect(later).toContain(key)
  })
})
