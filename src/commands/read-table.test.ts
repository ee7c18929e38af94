import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Reading, Statement } from '../reading/index.ts'
import type { ReadDocument } from './read-document.ts'
import { edtfInWords } from './read-edtf.ts'
import { columnsOf, wrap } from './read-layout.ts'
import { shareSaid, tableOf } from './read-table.ts'

const TEXT =
  'The mill wheel turns again, said Jo Ashby, its keeper, in a letter. She slammed the council: “Not a penny came.”'
const at = (words: string) => ({ block: 'b1', from: TEXT.indexOf(words), to: TEXT.indexOf(words) + words.length })
const placed = (text: string) => ({ ...at(text), text })

const statements: Statement[] = [
  {
    id: '1',
    kind: 'reported',
    content: [at('The mill wheel turns again')],
    quoted: [],
    speaker: { ...placed('Jo Ashby'), name: 'person:jo-ashby', collective: false },
    cue: { ...placed('said'), polarity: 'neutral' },
    sources: [{ ...placed('a letter'), kind: 'document' }],
  },
  {
    id: '2',
    kind: 'direct',
    content: [at('“Not a penny came.”')],
    quoted: [at('Not a penny came.')],
    speaker: { ...placed('She'), name: 'person:jo-ashby', collective: false },
    cue: { ...placed('slammed'), polarity: 'hostile' },
    sources: [],
  },
]
const reading: Reading = {
  edition: 1,
  date: { day: '2024-05-18', from: 'given' },
  statements,
  names: [
    {
      id: 'person:jo-ashby',
      kind: 'person',
      name: 'Jo Ashby',
      roles: ['keeper'],
      mentions: [
        { ...at('Jo Ashby'), how: 'name' },
        { ...at('She'), how: 'pronoun' },
      ],
    },
  ],
  times: [{ ...placed('again'), edtf: null, unresolved: 'no day to count from' }],
  amounts: [{ ...placed('a penny'), kind: 'money', value: 0.01, upTo: null, unit: 'GBP', of: 'help', bound: 'nearly' }],
}
const document: ReadDocument = {
  file: 'mill.txt',
  date: { day: '2024-05-18', from: 'option', sure: true },
  blocks: [
    { id: '@headline', kind: 'headline', text: 'A wheel' },
    { id: 'b1', kind: 'paragraph', text: TEXT },
  ],
  reading,
}
const plain = (width: number, changes: Partial<ReadDocument> = {}) =>
  tableOf({ ...document, ...changes }, { width, colours: false })

test('a table says who said what through whom, then names, times and amounts, then how much is whose', () => {
  expect(plain(80)).toBe(
    `A wheel
mill.txt · Saturday 18 May 2024

Jo Ashby  The mill wheel turns again
          said · reported · through a letter

Jo Ashby  “Not a penny came.”
          slammed · direct · hostile

People
Jo Ashby  2 ×  keeper

Times
again  can’t be told: no day to count from

Amounts
a penny  nearly 0.01 GBP, help

2 statements by 1 speaker; 39 % of the words are somebody’s; none without a speaker.`.replace(
      'a speaker.',
      'a\nspeaker.',
    ),
  )
})

test('where there is room, how it was said has a column of its own', () => {
  expect(plain(120)).toMatch(/^Jo Ashby {2}“Not a penny came.” +slammed · direct · hostile$/m)
})

test('what is not known is said', () => {
  const silent = { ...reading, statements: [], names: [], times: [], amounts: [] }
  expect(plain(80, { reading: silent, date: null })).toBe(
    'A wheel\nmill.txt · no day is known, so --date is needed to tell the times\n\nNo statement was found.',
  )
  const [first] = statements as [Statement]
  const nobody = { ...reading, statements: [{ ...first, speaker: null, cue: null, sources: [] }] }
  const table = plain(80, { reading: nobody, date: { day: '2024-05-18', from: 'page', sure: false } })
  expect(table).toContain('(nobody named)  The mill')
  expect(table).toContain('no cue · reported')
  expect(table).toContain('1 statement by 0 speakers')
  expect(table).toContain('all without a\nspeaker')
  expect(table).toContain('(likely, by the page; --date gives another)')
})

test('colours change nothing but the colours', () => {
  const coloured = tableOf(document, { width: 80, colours: true })
  expect(coloured).toContain('\x1b[1mJo Ashby\x1b[22m')
  expect(coloured.replace(/\x1b\[\d+m/g, '')).toBe(plain(80))
})

test('a page’s words can’t steer the terminal', () => {
  const text = `\x1b[2J\x1b]0;owned\x07${TEXT.slice(14)}\u202e`
  const table = plain(80, { file: 'a\x1b[31mb', blocks: [{ id: 'b1', kind: 'paragraph', text }] })
  expect(table).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/)
})

test('no line is longer than the terminal is wide, whatever the words', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'é', '“', '-', ' ', '😀', '\n', '\x1b'), maxLength: 300 })
  fc.assert(
    fc.property(fc.array(word), fc.integer({ min: 40, max: 200 }), (words, width) => {
      const text = words.join(' ')
      const [first] = statements as [Statement]
      const long = { ...first, content: [{ block: 'b1', from: 0, to: text.length }] }
      const table = plain(width, {
        file: text,
        blocks: [{ id: 'b1', kind: 'paragraph', text }],
        reading: { ...reading, statements: [long], names: reading.names.map((name) => ({ ...name, roles: words })) },
      })
      for (const line of table.split('\n')) {
        expect(columnsOf(line)).toBeLessThanOrEqual(width)
        expect(line).toBe(line.trimEnd())
      }
    }),
  )
})

test('a long statement shows its beginning, and says that there is more', () => {
  expect(wrap('one two three four five', 9, 2)).toEqual(['one two', 'three …'])
  expect(wrap('one two three four', 9, 2)).toEqual(['one two', 'three …'])
  expect(wrap('one two three', 9, 2)).toEqual(['one two', 'three'])
  expect(wrap('x'.repeat(20), 9, 2)).toEqual(['xxxxxxxxx', 'xxxxxxx …'])
  expect(wrap('x'.repeat(20), 9)).toEqual(['xxxxxxxxx', 'xxxxxxxxx', 'xx'])
})

test('words in two statements count once in the share that is somebody’s', () => {
  expect(shareSaid(document.blocks, [...statements, ...statements])).toBe(shareSaid(document.blocks, statements))
  expect(shareSaid([], [])).toBe(0)
})

test('a text with more statements and names than anybody will read is still laid out', () => {
  const [first] = statements as [Statement]
  const many = <T>(one: T) => Array.from({ length: 150_000 }, () => one)
  const [name] = reading.names as [Reading['names'][0]]
  const table = plain(80, { reading: { ...reading, statements: many(first), names: many(name) } })
  expect(table.match(/^Jo Ashby {2}The mill/gm)).toHaveLength(150_000)
  expect(table).toContain('150000 statements by 1 speaker')
})

describe('a time is said in words:', () => {
  test.each([
    ['2024-05-16', 'Thursday 16 May 2024'],
    ['2024-05-16T20:30', 'Thursday 16 May 2024, 20:30'],
    ['2022-02', 'February 2022'],
    ['2023~', 'about 2023'],
    ['2022-24', 'winter 2022'],
    ['2024-05-06/2024-05-12', 'Monday 6 to Sunday 12 May 2024'],
    ['2023-12-30/2024-01-02', 'Saturday 30 December 2023 to Tuesday 2 January 2024'],
    ['2025-01/2025-04', 'January to April 2025'],
    ['1990/1999', '1990 to 1999'],
    ['2010/..', 'since 2010'],
    ['../2010', 'until 2010'],
    ['2024-13', '2024-13'],
    ['199X', '199X'],
  ])('%s is %s', (edtf, words) => {
    expect(edtfInWords(edtf)).toBe(words)
  })
})
