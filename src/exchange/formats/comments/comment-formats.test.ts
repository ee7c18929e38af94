import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import {
  comentarioExport,
  commentoExport,
  coralExport,
  disqusExport,
  disqusPost,
  issoDatabase,
  type Made,
  madeComment,
  madePath,
  remark42Backup,
} from '../../../../test/exports/comment-services.ts'
import type { Answers, CommentItem, ExportFile, Format, Item, LeftItem, ThreadItem } from '../../items/index.ts'
import { eachLine, eachMember, jsonRecords } from '../json/records.ts'
import { startOf } from './beginnings.ts'
import { COMMENT_FORMATS } from './comment-formats.ts'

const folder = mkdtempSync(join(tmpdir(), 'courant-comments-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** In pieces of that many bytes, so that words and marks fall apart where they may. */
function fileOf(name: string, text: string | Uint8Array, piece = 977): ExportFile {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text
  return {
    name,
    size: bytes.length,
    async *open() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
    },
    async onDisk() {
      const path = join(folder, `${Math.random()}`)
      writeFileSync(path, bytes)
      return path
    },
  }
}

/** Array.fromAsync, which Node has since 22. */
async function gathered<T>(from: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const one of from) all.push(one)
  return all
}

const format = (name: string): Format => COMMENT_FORMATS.find((one) => one.name === name) as Format

/** Every format that takes the files for its own, with those it takes. */
async function recognisedBy(files: ExportFile[]): Promise<Record<string, string[]>> {
  const looked = await Promise.all(files.map(async (file) => ({ name: file.name, start: await startOf(file) })))
  return Object.fromEntries(
    COMMENT_FORMATS.map((one) => [one.name, one.recognise(looked)] as const).filter(([, names]) => names.length > 0),
  )
}

async function itemsOf(name: string, files: ExportFile[], answers: Answers = {}): Promise<Item[]> {
  return await gathered(format(name).read(files, answers))
}

const commentsIn = (items: Item[]) => items.filter((item): item is CommentItem => item.kind === 'comment')
const threadsIn = (items: Item[]) => items.filter((item): item is ThreadItem => item.kind === 'thread')
const leftIn = (items: Item[]) => items.filter((item): item is LeftItem => item.kind === 'left')
const byKey = (items: Item[], key: string) => commentsIn(items).find((one) => one.key === key)

const MADE: Made = { pages: 7, comments: 11 }
const all = (text: Iterable<string>) => [...text].join('')
const coralFiles = (made: Made, more?: Parameters<typeof coralExport>[1]) =>
  Object.entries(coralExport(made, more))
    .filter(([, text]) => text !== '')
    .map(([name, text]) => fileOf(name, text))

function issoFiles(made: Made, more: Parameters<typeof issoDatabase>[2] = []): ExportFile[] {
  const path = join(folder, `isso-${Math.random()}.db`)
  issoDatabase(path, made, more).close()
  return [fileOf('comments.db', readFileSync(path))]
}

const FILES: Record<string, (made: Made) => ExportFile[]> = {
  disqus: (made) => [fileOf('ferry.xml', all(disqusExport(made)))],
  isso: issoFiles,
  remark42: (made) => [fileOf('ferry.backup', all(remark42Backup(made)))],
  commento: (made) => [fileOf('commento.json', all(commentoExport(made)))],
  comentario: (made) => [fileOf('comentario.json', all(comentarioExport(made)))],
  coral: coralFiles,
}

describe.each(Object.keys(FILES))('%s', (name) => {
  const files = FILES[name] as (made: Made) => ExportFile[]

  test('is known by its beginning, and no other service takes it for its own', async () => {
    const given = files(MADE)
    const renamed = given.map((file, i) => ({ ...file, name: `export-${i}` }))
    expect(await recognisedBy(renamed)).toEqual({ [name]: renamed.map((file) => file.name) })
  })

  test('gives each page once and each comment once, with its words, name, day, page and parent', async () => {
    const items = await itemsOf(name, files(MADE))
    expect(threadsIn(items)).toHaveLength(MADE.pages)
    const comments = commentsIn(items)
    expect(comments).toHaveLength(MADE.pages * MADE.comments)
    expect(new Set(comments.map(({ key }) => key)).size).toBe(comments.length)
    for (const [page, thread] of threadsIn(items).entries()) {
      expect(new URL(thread.addresses[0] as string, 'https://x.example').pathname).toBe(madePath(page))
      const under = comments.filter(({ of }) => of === thread.key)
      expect(under).toHaveLength(MADE.comments)
      for (const [n, comment] of under.entries()) {
        const { name: author, words, at, parent } = madeComment(page, n)
        expect(comment).toMatchObject({ state: 'approved', name: author, text: words, at, earlier: [] })
        expect(comment.parent).toBe(parent === null ? null : under[parent]?.key)
      }
    }
  })

  test('gives the same wherever its bytes fall apart', async () => {
    const small = { pages: 2, comments: 3 }
    const once = await itemsOf(name, files(small))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 300 }), async (piece) => {
        const parts = await Promise.all(
          files(small).map(async (file) => fileOf(file.name, Buffer.concat(await gathered(file.open())), piece)),
        )
        expect(await itemsOf(name, parts)).toEqual(once)
      }),
      { numRuns: 20 },
    )
  })

  test('that was cut off is refused in one sentence', async () => {
    const given = files(MADE)
    const last = given.at(-1) as ExportFile
    const bytes = Buffer.concat(await gathered(last.open()))
    const cut = fileOf(last.name, bytes.subarray(0, Math.floor(bytes.length * 0.7) - 3))
    await expect(itemsOf(name, [...given.slice(0, -1), cut])).rejects.toThrow(/^[A-Z“\w][^\n]*\.$/)
  })
})

test('an export of something else is taken by none, though it has the same words', async () => {
  const ghost = {
    db: [{ meta: { version: '5' }, data: { posts: [], users: [], pages: [], comments: [], commenters_count: 1 } }],
  }
  const feed = { version: 'https://jsonfeed.org/version/1.1', items: [{ url: '/', author: {}, comments: [] }] }
  for (const text of [
    JSON.stringify(ghost),
    JSON.stringify(feed),
    '<rss><disqussion/></rss>',
    '{"tenantID":1,"url":"x"}',
  ])
    expect(await recognisedBy([fileOf('export.json', text)])).toEqual({})
})

describe('what became of a comment where it was', () => {
  test('Disqus: deleted ones keep the thread without words or name, spam is spam, and what can’t be told waits', async () => {
    const text = all(
      disqusExport(
        { pages: 1, comments: 1 },
        disqusPost({
          id: 'gone',
          thread: 't0',
          html: '<p>Out</p>',
          name: 'Ada',
          mail: 'ada@example.org',
          deleted: true,
        }) +
          disqusPost({ id: 'under', thread: 't0', html: '<p>Why out?</p>', name: 'Bo', parent: 'gone' }) +
          disqusPost({ id: 'spam', thread: 't0', html: '<p>Buy</p>', spam: true }) +
          disqusPost({ id: 'odd', thread: 't0', html: 'x' }).replace('<isSpam>false', '<isSpam>123') +
          disqusPost({ id: '', thread: 't0', html: 'No number', name: 'Cy' }) +
          disqusPost({ id: 'when', thread: 't0', html: 'No day', name: 'Di' }).replace('2019-05', '2019-x05') +
          disqusPost({ id: 'picture', thread: 't0', html: '<img src="https://x.example/a.png">', name: 'Ed' }),
      ),
    )
    const items = await itemsOf('disqus', [fileOf('ferry.xml', text)])
    expect(byKey(items, 'gone')).toMatchObject({ state: 'gone', text: '', name: 'Anonymous', mail: '' })
    expect(byKey(items, 'under')).toMatchObject({ state: 'approved', parent: 'gone', name: 'Bo' })
    expect(byKey(items, 'spam')).toMatchObject({ state: 'spam', name: 'Anonymous', text: 'Buy' })
    expect(byKey(items, 'odd')?.state).toBe('held')
    const unnumbered = commentsIn(items).find(({ text }) => text === 'No number')
    expect(unnumbered?.key).toMatch(/^[0-9a-f]{32}$/)
    expect(leftIn(items).map(({ what, name, why }) => ({ what, name, why }))).toEqual([
      { what: 'sorting', name: 'General', why: expect.stringMatching(/sections/) },
      { what: 'comment', name: 'Di: “No day”', why: expect.stringMatching(/date/) },
    ])
    expect(items).toHaveLength(1 + 1 + 1 + 7)
  })

  test('Disqus: what stood under a deleted page was seen by nobody, and several pages of one address stay several', async () => {
    const text = `<?xml version="1.0"?><disqus xmlns="http://disqus.com" xmlns:d="http://disqus.com/disqus-internals">
<thread d:id="1"><id/><link>https://x.example/a</link><title>A</title><isDeleted>true</isDeleted></thread>
<thread d:id="2"><id/><link>https://x.example/a</link><title>A</title></thread>
${disqusPost({ id: 'one', thread: '1', html: 'One', name: 'Ada' }).replaceAll('dsq:', 'd:')}
${disqusPost({ id: 'two', thread: '2', html: 'Two', name: 'Bo' }).replaceAll('dsq:', 'd:')}</disqus>`
    const items = await itemsOf('disqus', [fileOf('a.xml', text)])
    expect(threadsIn(items).map(({ key, identifiers }) => [key, identifiers])).toEqual([
      ['1', []],
      ['2', []],
    ])
    expect(commentsIn(items).map(({ key, state }) => [key, state])).toEqual([
      ['one', 'gone'],
      ['two', 'approved'],
    ])
  })

  test('Isso: shown, waiting and deleted ones, also those that its database has not yet moved into the file', async () => {
    const path = join(folder, 'running.db')
    const open = issoDatabase(path, { pages: 1, comments: 1 }, [
      [1, 50, null, 1_556_703_000.25, 2, '127.0.0.0', 'Waiting', null, null, ''],
      [1, 51, null, 1_556_703_060, 4, '127.0.0.0', '', 'Bo', 'bo@example.org', ''],
      [1, 52, 51, 1_556_703_120, 1, '127.0.0.0', 'An answer', 'Cy', '', ''],
      [null, 53, null, 1_556_703_120, 1, '127.0.0.0', 'Of no page', 'Di', '', ''],
    ])
    const files = [fileOf('c.db', readFileSync(path)), fileOf('c.db-wal', readFileSync(`${path}-wal`))]
    open.close()
    expect(files[1]?.size).toBeGreaterThan(0)
    const items = await itemsOf('isso', files)
    expect(byKey(items, '50')).toMatchObject({ state: 'held', name: 'Anonymous', at: 1_556_703_000_250 })
    expect(byKey(items, '51')).toMatchObject({ state: 'gone', name: 'Anonymous', mail: '' })
    expect(byKey(items, '52')).toMatchObject({ state: 'approved', parent: '51' })
    expect(leftIn(items)).toHaveLength(1)
    expect(items).toHaveLength(1 + 1 + 4)
  })

  test('Isso: a database of something else is not taken for it', async () => {
    const path = join(folder, 'other.db')
    const other = issoDatabase(path, { pages: 1, comments: 1 })
    other.exec('DROP TABLE comments; VACUUM; PRAGMA journal_mode = DELETE')
    other.close()
    expect(await recognisedBy([fileOf('other.db', readFileSync(path))])).toEqual({})
  })

  test('Remark42: deleted ones go, those of the blocked are rejected, closed pages are closed', async () => {
    const head = {
      users: [
        { id: 'bad', blocked: { status: true, until: '0001-01-01T00:00:00Z' }, verified: false },
        { id: 'good', blocked: { status: false }, verified: true },
      ],
      posts: [{ url: `https://ferry.example${madePath(1)}`, read_only: true }],
    }
    const text = all(
      remark42Backup({ pages: 2, comments: 1 }, head, [
        { id: 'b', user: { name: 'Bad', id: 'bad' }, text: '<p>Buy <a href="https://spam.example/x">this</a></p>' },
        { id: 'd', delete: true, text: '', orig: '' },
        { id: 'e', pid: 'd', text: '<p>One</p><p>Two</p>', edit: { time: '2019-05-02T00:00:00Z', summary: '' } },
      ]),
    )
    const items = await itemsOf('remark42', [fileOf('b', text)])
    expect(byKey(items, 'b')).toMatchObject({ state: 'rejected', reason: 'blocked' })
    expect(byKey(items, 'b')?.text).toContain('https://spam.example/x')
    expect(byKey(items, 'd')).toMatchObject({ state: 'gone', text: '' })
    expect(byKey(items, 'e')).toMatchObject({ state: 'approved', parent: 'd', text: 'One\n\nTwo' })
    expect(threadsIn(items).map(({ closed }) => closed)).toEqual([true, false])
    expect(leftIn(items).map(({ what, name }) => [what, name])).toEqual([
      ['account', 'bad'],
      ['account', 'good'],
    ])
  })

  test('Commento: flagged and unapproved ones wait, deleted ones go, and who was anonymous is', async () => {
    const text = all(
      commentoExport({ pages: 1, comments: 1 }, [
        { commentHex: 'f', state: 'flagged' },
        { commentHex: 'u', state: 'unapproved', html: '<p>One &amp; two</p>' },
        { commentHex: 'd', markdown: '[deleted]', html: '[deleted]' },
      ]),
    )
    const items = await itemsOf('commento', [fileOf('c', text)])
    expect(byKey(items, 'f')).toMatchObject({ state: 'held', name: 'Anonymous', text: 'x' })
    expect(byKey(items, 'u')).toMatchObject({ state: 'held', text: 'One & two' })
    expect(byKey(items, 'd')?.state).toBe('gone')
    expect(leftIn(items)).toHaveLength(90)
    // Comentario before its version 3 has the same, with a host and a path.
    const older = text.replaceAll('"domain"', '"host"').replaceAll('"url"', '"path"')
    expect(commentsIn(await itemsOf('commento', [fileOf('c', older)]))).toEqual(commentsIn(items))
  })

  test('Comentario: waiting, rejected and deleted ones, and names without an account', async () => {
    const text = all(
      comentarioExport({ pages: 5, comments: 1 }, [
        { id: 'w', isPending: true, isApproved: false, authorName: 'Guest' },
        { id: 'r', isApproved: false },
        { id: 'd', isDeleted: true, markdown: '', html: '' },
      ]),
    )
    const items = await itemsOf('comentario', [fileOf('c', text)])
    expect(byKey(items, 'w')).toMatchObject({ state: 'held', name: 'Guest' })
    expect(byKey(items, 'r')?.state).toBe('rejected')
    expect(byKey(items, 'd')?.state).toBe('gone')
    expect(threadsIn(items).map(({ closed }) => closed)).toEqual([false, false, false, false, true])
  })

  const REVISIONS = [
    { id: 'r1', body: '<div>First</div>', createdAt: { $date: '2019-05-01T10:00:00.000Z' } },
    { id: 'r2', body: '<div>Second<br>line</div>', createdAt: { $date: { $numberLong: '1556704900000' } } },
  ]
  const CORAL = {
    comments: [
      { id: 'none', status: 'NONE', revisions: REVISIONS, createdAt: { $date: { $numberLong: '1556704800000' } } },
      { id: 'premod', status: 'PREMOD', parentID: 'none', ancestorIDs: ['none'] },
      { id: 'withheld', status: 'SYSTEM_WITHHELD', ancestorIDs: ['premod', 'none'] },
      { id: 'rejected', status: 'REJECTED' },
      { id: 'spam', status: 'REJECTED' },
      {
        id: 'deleted',
        status: 'APPROVED',
        deletedAt: { $date: '2020-01-01T00:00:00Z' },
        revisions: [],
        authorID: null,
      },
      { id: 'new', status: 'SOMETHING_ELSE' },
    ],
    decisions: [
      {
        id: 'a1',
        tenantID: 't',
        commentID: 'rejected',
        moderatorID: 'm',
        status: 'REJECTED',
        rejectionReason: { code: 'OFFENSIVE' },
      },
      {
        id: 'a2',
        tenantID: 't',
        commentID: 'spam',
        moderatorID: 'm',
        status: 'REJECTED',
        rejectionReason: { code: 'SPAM' },
      },
    ],
    users: [{ id: 'b', tenantID: 't', username: 'Banned', profiles: [], status: { ban: { active: true } } }],
  }

  test('Coral: what nobody had reviewed is public only where the editor says that it was', async () => {
    const files = coralFiles({ pages: 1, comments: 1 }, CORAL)
    expect(format('coral').asks).toEqual(['unreviewedWerePublic'])
    const states = (items: Item[]) => Object.fromEntries(commentsIn(items).map(({ key, state }) => [key, state]))
    const expected = {
      ...{ '0-0': 'approved', premod: 'held', withheld: 'held', rejected: 'rejected', spam: 'spam', deleted: 'gone' },
      new: 'held',
    }
    expect(states(await itemsOf('coral', files))).toEqual({ ...expected, none: 'held' })
    const items = await itemsOf('coral', files, { unreviewedWerePublic: true })
    expect(states(items)).toEqual({ ...expected, none: 'approved' })
    expect(byKey(items, 'none')).toMatchObject({
      text: 'Second\nline',
      earlier: [{ text: 'First', at: Date.UTC(2019, 4, 1, 10) }],
      at: 1_556_704_800_000,
    })
    expect(byKey(items, 'withheld')?.parent).toBe('premod')
    expect(byKey(items, 'rejected')?.reason).toBe('OFFENSIVE')
    expect(leftIn(items).filter(({ what }) => what === 'decision')).toHaveLength(2)
    expect(leftIn(items).filter(({ what, why }) => what === 'account' && why.includes('ban'))).toHaveLength(1)
  })

  test('Coral: an array is read like lines, and without stories or users it says which file is missing', async () => {
    const files = coralFiles(MADE)
    const arrays = await Promise.all(
      files.map(async (file) => {
        const text = Buffer.concat(await gathered(file.open())).toString()
        return fileOf(file.name, `[${text.trim().replaceAll('\n', ',')}]\n`)
      }),
    )
    expect(await itemsOf('coral', arrays)).toEqual(await itemsOf('coral', files))
    const without = (name: string) => files.filter((file) => file.name !== name)
    await expect(itemsOf('coral', without('stories.json'))).rejects.toThrow(/“stories”/)
    await expect(itemsOf('coral', without('users.json'))).rejects.toThrow(/“users”/)
  })
})

const SHARED = resolve(process.env.COURANT_SHARED ?? '../shared', 'exports')

describe.skipIf(!existsSync(SHARED))('real exports (skipped where COURANT_SHARED does not hold them)', () => {
  test.each(['disqus-small.xml', 'disqus-threads.xml', 'disqus/deleted-post.xml'])(
    '%s: every category, thread and post is one item',
    async (name) => {
      const bytes = readFileSync(join(SHARED, name))
      const file = fileOf(name, bytes)
      expect(await recognisedBy([file])).toEqual({ disqus: [name] })
      const count = (tag: string) => bytes.toString().split(`</${tag}>`).length - 1
      const items = await itemsOf('disqus', [file])
      expect(commentsIn(items).length + leftIn(items).filter(({ what }) => what === 'comment').length).toBe(
        count('post'),
      )
      expect(items).toHaveLength(count('category') + count('thread') + count('post'))
    },
  )

  test('every other file there is another format’s', async () => {
    const names = readdirSync(SHARED, { recursive: true, encoding: 'utf8' }).filter(
      (name) => /\.[a-z]+$/.test(name) && !/^(disqus|commento)/.test(name),
    )
    for (const name of names) expect(await recognisedBy([fileOf(name, readFileSync(join(SHARED, name)))])).toEqual({})
  })

  test('Commento: every comment and commenter is one item, beside the pages that they name', async () => {
    const bytes = readFileSync(join(SHARED, 'commento/export.json'))
    const file = fileOf('export.json', bytes)
    expect(await recognisedBy([file])).toEqual({ commento: ['export.json'] })
    const { comments, commenters } = JSON.parse(bytes.toString())
    const items = await itemsOf('commento', [file])
    expect(commentsIn(items)).toHaveLength(comments.length)
    expect(leftIn(items)).toHaveLength(commenters.length)
    expect(new Set(threadsIn(items).map(({ key }) => key)).size).toBe(2)
  })
})

test.each(['disqus', 'remark42'])('%s: the first comment comes before the rest of the file is read', async (name) => {
  const files = FILES[name] as (made: Made) => ExportFile[]
  const [file] = files({ pages: 40, comments: 40 }) as [ExportFile]
  let read = 0
  const counted: ExportFile = {
    ...file,
    async *open() {
      for await (const chunk of file.open()) {
        read += chunk.length
        yield chunk
      }
    },
  }
  for await (const item of format(name).read([counted], {})) if (item.kind === 'comment') break
  expect(read).toBeLessThan((file.size ?? 0) / 4)
})

describe('JSON, an object at a time', () => {
  const records = (text: string, which: typeof eachLine) => gathered(jsonRecords(fileOf('x.json', text, 3), which))

  test('whatever the objects hold, they come out as they went in', async () => {
    const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 })
    await fc.assert(
      fc.asyncProperty(objects, objects, fc.constantFrom(undefined, 1), async (some, others, space) => {
        const text = (value: unknown) => JSON.stringify(value, null, space)
        const fields = (given: Awaited<ReturnType<typeof records>>) => given.map((one) => one.fields)
        const same = (given: unknown[]) => given.map((one) => JSON.parse(JSON.stringify(one)))
        // A file without a byte is said to be empty.
        if (some.length > 0) expect(fields(await records(some.map(text).join('\n'), eachLine))).toEqual(same(some))
        expect(fields(await records(`\uFEFF${text(some)}`, eachLine))).toEqual(same(some))
        const members = await records(text({ n: 1, some, others, none: null }), eachMember)
        expect(members.map((one) => [one.path, one.fields])).toEqual([
          ...same(some).map((one) => [['some', ''], one]),
          ...same(others).map((one) => [['others', ''], one]),
        ])
      }),
    )
  })

  test.each([
    ['<<<<<<< HEAD\n{"a":1}', 'damaged'],
    ['{"a":1}\nnonsense', 'damaged'],
    ['{"a":1}]', 'damaged'],
    ['{"a":tru}', 'Entry 1'],
    ['{"a":[1,2}]', 'Entry 1'],
    ['{"a":1}\n{"b":"', 'cut off'],
  ])('%j is refused: %s', async (text, says) => {
    await expect(records(text, eachLine)).rejects.toThrow(says)
  })

  test('an object without an end is refused before it fills the memory', async () => {
    const endless: ExportFile = {
      ...fileOf('endless.json', ''),
      async *open() {
        yield Buffer.from('{"a":"')
        for (;;) yield Buffer.alloc(1024 * 1024, 'x')
      },
    }
    await expect(gathered(jsonRecords(endless, eachLine))).rejects.toThrow('too long')
  })
})
