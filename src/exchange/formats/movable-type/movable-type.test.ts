import { expect, test } from 'vitest'
import { exportFile, itemsIn, looked } from '../../../../test/exports/file.ts'
import type { Item } from '../../items/index.ts'
import { movableType } from './index.ts'

const only = <K extends Item['kind']>(items: Item[], kind: K) =>
  items.filter((item): item is Extract<Item, { kind: K }> => item.kind === kind)
const entry = (fields: string, blocks = '') =>
  `TITLE: The lamp\nSTATUS: Publish\nCONVERT BREAKS: 1\n${fields}\n-----\nBODY:\nOne\ntwo\n\nThree\n-----\n${blocks}--------\n`
const read = (
  text: string,
  answers: object = { timeZone: 'America/New_York', siteAddress: 'https://quay.example/blog' },
) => itemsIn(movableType, [exportFile('mt.txt', text)], answers)

test('an entry comes with its byline, sections, topics, day by the clocks it is read with, and where it was', async () => {
  const items = await read(
    `AUTHOR: Mina Quill\nBASENAME: the_lamp\nALLOW COMMENTS: 1\nPRIMARY CATEGORY: Harbour\nCATEGORY: Council\nCATEGORY: Harbour\nTAGS: oil,"wind, strong",@private\n${entry('DATE: 01/31/2002 12:47:06 AM', 'EXTENDED BODY:\nFour\n-----\nEXCERPT:\nShort &amp; sweet\n-----\nKEYWORDS:\n\n-----\n')}`,
  )
  expect(only(items, 'term').map(({ key, as, slug }) => [key, as, slug])).toEqual([
    ['category:Harbour', 'section', 'harbour'],
    ['category:Council', 'section', 'council'],
    ['tag:oil', 'topic', 'oil'],
    ['tag:wind, strong', 'topic', 'wind-strong'],
  ])
  expect(only(items, 'story')[0]).toMatchObject({
    ...{
      state: 'public',
      headline: 'The lamp',
      standfirst: 'Short & sweet',
      authors: ['Mina Quill'],
      commentsOpen: true,
    },
    html: '<p>One<br>two</p><p>Three</p>\n<p>Four</p>',
    publishedAt: Date.UTC(2002, 0, 31, 5, 47, 6),
    addresses: ['/blog/2002/01/the_lamp.html', '/blog/archives/2002/01/the_lamp.html'],
    left: [],
  })
})

test('comments have their own days and words; another site’s notice is left', async () => {
  const blocks =
    'COMMENT:\nAUTHOR: Peg\nEMAIL: peg@mail.example\nIP: 192.0.2.1\nURL: \nDATE: 02/01/2002 13:00:00\nAUTHOR: not a field\nIt <b>was</b> eleven.\n-----\nCOMMENT:\nAUTHOR: Peg\nDATE: 02/01/2002 01:00:00 PM\n\n-----\nPING:\nTITLE: Elsewhere\nURL: https://e.example\nIP: 192.0.2.1\nBLOG NAME: E\nDATE: 02/01/2002 13:00:00\nIt too.\n-----\n'
  const items = await read(entry('DATE: 01/31/2002 03:47:06 PM', blocks))
  expect(only(items, 'comment')).toMatchObject([
    { name: 'Peg', mail: 'peg@mail.example', state: 'approved', at: Date.UTC(2002, 1, 1, 18) },
  ])
  expect(only(items, 'comment')[0]?.text).toBe('AUTHOR: not a field\nIt was eleven.')
  expect(only(items, 'left').map(({ what, name }) => [what, name])).toEqual([
    ['comment', 'Peg'],
    ['trackback', 'Elsewhere'],
  ])
})

test('the same comment twice is two, and both have their keys again in a later export', async () => {
  const one = 'COMMENT:\nAUTHOR: Peg\nDATE: 02/01/2002 01:00:00 PM\nAye.\n-----\n'
  const keys = async () =>
    only(await read(entry('DATE: 01/31/2002 03:47:06 PM', one + one)), 'comment').map(({ key }) => key)
  expect(new Set(await keys()).size).toBe(2)
  expect(await keys()).toEqual(await keys())
})

test('lines of a story that look like the format’s own stay in the story', async () => {
  const body = 'Before\n-----\n--------\n-----\nnot a block:\n--------\nBODY: no\nAfter'
  const [first, second] = only(
    await read(`${entry('DATE: 01/31/2002 03:47:06 PM').replace('One', body)}${entry('DATE: 01/31/2002 03:48:06 PM')}`),
    'story',
  )
  expect(first?.html.split('<br>')).toEqual([
    '<p>Before',
    '-----',
    '--------',
    '-----',
    'not a block:',
    '--------',
    'BODY: no',
    'After',
    'two</p><p>Three</p>',
  ])
  expect(second?.headline).toBe('The lamp')
})

test('an hour that clocks skipped counts as one later, one that they showed twice as the first; both are said', async () => {
  const [skipped, doubled] = only(
    await read(entry('DATE: 03/08/2015 02:30:00 AM') + entry('DATE: 11/01/2015 01:30:00 AM')),
    'story',
  )
  expect(skipped).toMatchObject({
    publishedAt: Date.UTC(2015, 2, 8, 7, 30),
    left: [expect.stringContaining('skipped')],
  })
  expect(doubled).toMatchObject({ publishedAt: Date.UTC(2015, 10, 1, 5, 30), left: [expect.stringContaining('twice')] })
})

test('states, and days that can’t be read', async () => {
  const texts = ['Draft', 'Future', 'Review', ''].map((status) =>
    entry('DATE: 01/31/2002 03:47:06 PM').replace('STATUS: Publish', `STATUS: ${status}`),
  )
  expect(only(await read(texts.join('')), 'story').map(({ state }) => state)).toEqual([
    'draft',
    'scheduled',
    'draft',
    'draft',
  ])
  for (const date of ['', '31/01/2002 03:00:00 PM', '02/30/2002 03:00:00 PM', '01/31/2002 13:00:00 PM'])
    expect(only(await read(entry(`DATE: ${date}`)), 'story')[0]).toMatchObject({
      state: 'draft',
      publishedAt: null,
      left: [expect.stringMatching(/day/)],
    })
})

test('HTML that needs no line breaks is left as it is; marks of other languages are said', async () => {
  const text = (breaks: string) => entry('DATE: 01/31/2002 03:47:06 PM').replace('BREAKS: 1', `BREAKS: ${breaks}`)
  expect(only(await read(text('richtext')), 'story')[0]?.html).toBe('One\ntwo\n\nThree')
  expect(only(await read(text('textile_2')), 'story')[0]?.left).toEqual([expect.stringContaining('“textile_2”')])
  for (const breaks of ['markdown', 'markdown_with_smartypants']) {
    const [one] = only(await read(text(breaks).replace('One\ntwo', 'One *and* two')), 'story')
    expect([one?.html, one?.left]).toEqual([expect.stringContaining('One <em>and</em> two'), []])
  }
})

test('is recognised by how it begins, also in windows-1252 and with lines of Windows', async () => {
  const text = entry('DATE: 01/31/2002 03:47:06 PM').replace('lamp', 'café “lamp”').replaceAll('\n', '\r\n')
  const bytes = Buffer.from(text.replace('“', '\x93').replace('”', '\x94'), 'latin1')
  const file = exportFile('export', bytes)
  expect(
    movableType.recognise([await looked(file), { name: 'a.txt', start: Buffer.from('TITLE: A letter\n\nDear all') }]),
  ).toEqual(['export'])
  expect(only(await itemsIn(movableType, [file], { timeZone: 'UTC' }), 'story')[0]?.headline).toBe('The café “lamp”')
})

test('without a time zone, with a line that means nothing or with a merge’s marks, it says what to do', async () => {
  const one = entry('DATE: 01/31/2002 03:47:06 PM')
  await expect(read(one, {})).rejects.toThrow(/Say where the old site’s clocks were/)
  await expect(read(`${one}DATE: 01/31/2002\nno field\n`)).rejects.toThrow(/can’t be read from “no field” on/)
  await expect(read(`${one}<<<<<<< HEAD\n${one}`)).rejects.toThrow(/unfinished Git merge/)
})
