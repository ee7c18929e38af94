import { expect, test } from 'vitest'
import { correctedByHand } from '../../../../test/readings.ts'
import { site } from '../../../../test/sample-paper.ts'
import type { ReadingBlock } from '../../../reading/index.ts'
import { edtfWords } from './edtf-words.ts'
import { saidData } from './said-data.ts'
import { clipped, textsOf, wordsAt } from './statement-words.ts'
import { anchorOf, whoSaysSo } from './who-says-so.ts'

const blocks: ReadingBlock[] = [
  { id: '@headline', kind: 'headline', text: 'Weir must go, River Board says' },
  {
    id: 'p1',
    kind: 'paragraph',
    text: '“The weir is done,” Edda Moor, the lock keeper, said on Tuesday. “It leaks. It always has.” She has kept it since 1998.',
  },
  {
    id: 'p2',
    kind: 'paragraph',
    text: 'The River Board will pay, according to its minutes. Officials doubted that the money is there.',
  },
  { id: 'q1', kind: 'quote', text: '“Nobody asked the fish,' },
  { id: 'q2', kind: 'quote', text: 'and nobody will.”' },
]
const reading = correctedByHand(
  blocks,
  [
    { id: 's1', words: 'Weir must go', speaker: 'River Board', cue: 'says' },
    { id: 's2', words: ['“Nobody asked the fish,', 'and nobody will.”'] },
    { id: 's3', words: ['“The weir is done,”', '“It leaks. It always has.”'], speaker: 'Edda Moor', cue: 'said' },
    {
      id: 's4',
      words: 'The River Board will pay',
      speaker: 'River Board',
      cue: 'according to',
      source: 'its minutes',
    },
    { id: 's5', words: 'that the money is there', speaker: 'Officials', cue: 'doubted', polarity: 'doubtful' },
  ],
  ['person: Edda Moor, lock keeper', 'organization: River Board'],
  [
    ['Tuesday', '2026-06-02'],
    ['1998', '1998'],
  ],
)
const text = { blocks }
const said = whoSaysSo({
  reading,
  text,
  pageOf: ({ kind }) => (kind === 'person' ? { path: '/people/edda-moor', portrait: null } : null),
})

test('each speaker stands once with all they say, in the order in which they first speak; what nobody is named for comes last', () => {
  expect(said.speakers.map(({ label, statements }) => [label, statements.map(({ id }) => id)])).toEqual([
    ['River Board', ['s1', 's4']],
    ['Edda Moor', ['s3']],
    ['Officials', ['s5']],
    ['', ['s2']],
  ])
})

test('a statement is told in the story’s words, with what was left out between them marked, and runs on over paragraphs', () => {
  const [board, keeper, , nobody] = said.speakers
  expect(keeper?.statements[0]).toMatchObject({
    words: '“The weir is done,” … “It leaks. It always has.”',
    cue: 'said',
    when: '2026-06-02',
    href: '#b-p1',
  })
  expect(nobody?.statements[0]).toMatchObject({
    words: '“Nobody asked the fish, and nobody will.”',
    cue: null,
    href: '#b-q1',
  })
  expect(board?.statements.map(({ href, sources, when }) => [href, sources, when])).toEqual([
    ['#main', [], null],
    ['#b-p2', [{ text: 'its minutes', kind: 'document' }], null],
  ])
})

test('a name leads to its page where it was accepted, and nowhere else', () => {
  expect(said.speakers.map(({ path }) => path)).toEqual([null, '/people/edda-moor', null, null])
  expect(said.mentions).toEqual([
    { kind: 'person', name: 'Edda Moor', path: '/people/edda-moor' },
    { kind: 'organization', name: 'River Board', path: null },
  ])
})

test('search engines are told who is quoted and who is mentioned, and no paraphrase as a quotation', () => {
  expect(saidData(said, 'https://paper.example')).toEqual({
    hasPart: [
      {
        '@type': 'Quotation',
        text: 'The weir is done, … It leaks. It always has.',
        spokenByCharacter: { '@type': 'Person', name: 'Edda Moor', url: 'https://paper.example/people/edda-moor' },
      },
      { '@type': 'Quotation', text: 'Nobody asked the fish, and nobody will.' },
    ],
    mentions: [
      { '@type': 'Person', name: 'Edda Moor', url: 'https://paper.example/people/edda-moor' },
      { '@type': 'Organization', name: 'River Board' },
    ],
  })
  expect(saidData({ speakers: [], mentions: [] }, 'https://paper.example')).toEqual({})
  // The comma in “I will go,” she said, is the paper's and not hers.
  const [speaker] = said.speakers.filter(({ label }) => label === 'Edda Moor')
  const cut = speaker && { ...speaker, statements: speaker.statements.map((one) => ({ ...one, quoted: 'I will go,' })) }
  expect(saidData({ speakers: cut ? [cut] : [], mentions: [] }, '')).toMatchObject({ hasPart: [{ text: 'I will go' }] })
})

test('a time inside of what was said, or in another sentence, is not when it was said', () => {
  const own: ReadingBlock[] = [
    { id: 'a', kind: 'paragraph', text: 'The bridge opens in May, Ann Orr said. On Friday the band plays.' },
    { id: 'b', kind: 'paragraph', text: 'On Monday Ann Orr told the council: “We wait. We hope.”' },
  ]
  const { speakers } = whoSaysSo({
    reading: correctedByHand(
      own,
      [
        { words: 'The bridge opens in May', speaker: 'Ann Orr', cue: 'said' },
        { words: '“We wait. We hope.”', speaker: 'Ann Orr', cue: 'told' },
      ],
      [],
      [
        ['May', '2026-05'],
        ['Friday', '2026-06-05'],
        ['Monday', '2026-06-01'],
      ],
    ),
    text: { blocks: own },
    pageOf: () => null,
  })
  expect(speakers[0]?.statements.map(({ when }) => when)).toEqual([null, '2026-06-01'])
})

test('a block’s element is the one that the story’s page has', () => {
  expect(['p1', '@caption', 'q1.credit', ''].map(anchorOf)).toEqual(['b-p1', 'main', 'b-q1', 'main'])
})

test('what a time means is told in the site’s language', () => {
  const cases: [string, string][] = [
    ['2024-05-16', '16 May 2024'],
    ['2024-05', 'May 2024'],
    ['2024', '2024'],
    ['2024-05-06/2024-05-12', '6 May 2024 – 12 May 2024'],
    ['../2022-02', 'until February 2022'],
    ['2022-02/..', 'since February 2022'],
    ['2019~', 'about 2019'],
    ['201X', '201X'],
    ['1994-21', 'spring 1994'],
    ['2023-24/2024-21', 'winter 2023 – spring 2024'],
    ['2024-05-16T20:30', '16 May 2024, 20:30'],
    ['2024-04-18~/2024-05-16', 'about 18 April 2024 – 16 May 2024'],
    ['2024-25', '2024-25'],
  ]
  for (const [edtf, words] of cases) expect(edtfWords(site, edtf)).toBe(words)
  expect(edtfWords({ ...site, language: 'de' }, '2024-05-16')).toBe('16. Mai 2024')
})

test('long words are cut at a word, and what is gone has none', () => {
  expect(clipped('one two three', 20)).toBe('one two three')
  expect(clipped('one two three', 9)).toBe('one two …')
  expect(clipped('x'.repeat(900), 100)).toHaveLength(102)
  expect(clipped(`${'x'.repeat(9)}😀😀`, 10)).toBe(`${'x'.repeat(9)} …`)
  expect(wordsAt([{ block: 'gone', from: 0, to: 4 }], textsOf([]))).toBe('')
})
