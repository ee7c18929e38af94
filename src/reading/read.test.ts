import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expectGrowth } from '../../test/growth.ts'
import { THOROUGH, tries } from '../../test/thorough.ts'
import { type Place, type Reading, read } from './index.ts'

const linesOf = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
const at = (text: string, { block, from, to }: Place) =>
  (linesOf(text)[Number(block.slice(1)) - 1] ?? '').slice(from, to)

/** Each statement as "speaker | cue | words", its kind first. */
function said(text: string): string[] {
  return read(text).statements.map(
    ({ kind, speaker, cue, content }) =>
      `${kind}: ${speaker?.text ?? '-'} | ${cue?.text ?? '-'} | ${content.map((place) => at(text, place)).join(' … ')}`,
  )
}

describe('who says what', () => {
  test.each([
    ['a quotation', '“The harbour is full,” Ann Porter said.', ['direct: Ann Porter | said | “The harbour is full,”']],
    ['a split one', '“The harbour,” she said, “is full.”', ['direct: she | said | “The harbour,” … “is full.”']],
    [
      'an inverted cue',
      '“The harbour is full,” said Ann Porter, the harbour master.',
      ['direct: Ann Porter, the harbour master | said | “The harbour is full,”'],
    ],
    ['reported words', 'Ann Porter said the harbour was full.', ['reported: Ann Porter | said | the harbour was full']],
    [
      'reported words with "that"',
      'Officials warned that the bridge would close in June.',
      ['reported: Officials | warned | that the bridge would close in June'],
    ],
    [
      'mixed words',
      'Ann Porter said the plan was “a joke” and would fail.',
      ['mixed: Ann Porter | said | the plan was “a joke” and would fail'],
    ],
    [
      'words in commas',
      'She said oil, gas, and coal were among the goods and that more would come.',
      ['reported: She | said | oil, gas, and coal were among the goods and that more would come'],
    ],
    [
      'a speaker with a clause of their own',
      'Councillor Anna Reed, who leads the opposition, said the report had left out the cost.',
      ['reported: Councillor Anna Reed | said | the report had left out the cost'],
    ],
    [
      'a passive',
      'The firm was accused by the union of hiding the accident from its own staff.',
      ['reported: the union | accused | hiding the accident from its own staff'],
    ],
    ['straight marks', '"We will not pay," said Mr. Brown.', ['direct: Mr. Brown | said | "We will not pay,"']],
    [
      'a transcript',
      'PORTER: The harbour is full, and has been since May.',
      ['reported: PORTER | : | The harbour is full, and has been since May'],
    ],
    [
      'a letter signed with a dash',
      '“The ferry was the best thing we had here.” — Ann Porter, Tidemouth',
      ['direct: Ann Porter | — | “The ferry was the best thing we had here.”'],
    ],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  test('a quotation that goes on over paragraphs is one statement', () => {
    const text = '“We were promised a bridge,” Ann Porter said. “We were promised it twice.\n“Nothing came of it.”'
    const [first, ...more] = read(text).statements
    expect(more).toEqual([])
    expect(first?.content.map((place) => at(text, place))).toEqual([
      '“We were promised a bridge,”',
      '“We were promised it twice.',
      '“Nothing came of it.”',
    ])
  })

  test('a paragraph that is a quotation and no more belongs to the one who was speaking', () => {
    const text = '“The harbour is full,” Ann Porter told reporters on Monday.\n“It has been since May.”'
    const words = read(text).statements.flatMap(({ speaker, content }) =>
      content.map((place) => `${speaker?.text}: ${at(text, place)}`),
    )
    expect(words).toEqual(['Ann Porter: “The harbour is full,”', 'Ann Porter: “It has been since May.”'])
  })

  test('scare quotes and titles are not speech', () => {
    const text = 'The so-called “sunshine fund” paid for the cakes. On the desk lay a copy of “The Quiet Thief”.'
    expect(said(text)).toEqual([])
  })

  test('a meeting is not a statement', () => {
    expect(said('The mayor welcomed Ann Porter to the town hall on Thursday.')).toEqual([])
  })
})

describe('through whom, and how', () => {
  const sources = (text: string) =>
    read(text).statements.flatMap(({ sources, speaker }) => [
      speaker?.text ?? '-',
      ...sources.map(({ kind, text }) => `${kind}: ${text}`),
    ])
  test.each([
    [
      'a document',
      'The minister said relations had “stood the test”, according to a readout from the Foreign Ministry.',
      ['The minister', 'document: a readout from the Foreign Ministry'],
    ],
    [
      'an office',
      'President Ann Porter announced via her office that she would halt all visits.',
      ['President Ann Porter', 'channel: her office'],
    ],
    [
      'who was told',
      'Ann Porter told the Tidemouth Gazette that the harbour was full.',
      ['Ann Porter', 'audience: the Tidemouth Gazette'],
    ],
    [
      'a condition',
      'An official, who spoke on condition of anonymity, said the harbour was full.',
      ['An official', 'condition: condition of anonymity'],
    ],
    [
      'a statement',
      'The council said in a statement that the bridge would close.',
      ['The council', 'document: a statement'],
    ],
  ])('%s', (_, text, expected) => {
    expect(sources(text)).toEqual(expected)
  })

  test('a cue tells how far the writer stands behind it', () => {
    const polarity = (text: string) => read(text).statements.map(({ cue }) => cue?.polarity)
    expect(polarity('Ann Porter said the harbour was full.')).toEqual(['neutral'])
    expect(polarity('Ann Porter claimed that the harbour was full.')).toEqual(['doubtful'])
    expect(polarity('Ann Porter slammed the plan as “a joke”.')).toEqual(['hostile'])
  })

  test('several people, and bodies of them, are told from one person', () => {
    const collective = (text: string) => read(text).statements.map(({ speaker }) => speaker?.collective)
    expect(collective('Officials said the harbour was full.')).toEqual([true])
    expect(collective('The White House said the harbour was full.')).toEqual([true])
    expect(collective('Ann Porter said the harbour was full.')).toEqual([false])
  })

  test('a speaker is joined to the name they have elsewhere in the story', () => {
    const text = 'Ann Porter runs the harbour. “It is full,” Porter said.'
    expect(read(text).statements[0]?.speaker?.name).toBe('person:ann-porter')
  })
})

describe('a reading', () => {
  const words = fc.constantFrom(
    '“',
    '”',
    '"',
    '‘',
    '’',
    "'",
    'Ann',
    'Porter',
    'said',
    'told',
    'that',
    'the',
    'harbour',
    'was',
    'full',
    ',',
    '.',
    ':',
    '—',
    'according',
    'to',
    'May',
    '16',
    'Thursday',
    '$2',
    'billion',
    'by',
    'accused',
    'of',
    'she',
    '\n',
    '«',
    '»',
    '😀',
    'no',
  )
  const texts = fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' '))

  test('names ranges that lie in their blocks, whatever the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = read(text)
        const lines = linesOf(text).map((line) => line.trim())
        for (const { block, from, to } of placesOf(reading)) {
          const line = lines[Number(block.slice(1)) - 1] as string
          expect(from).toBeGreaterThanOrEqual(0)
          expect(to).toBeGreaterThan(from)
          expect(to).toBeLessThanOrEqual(line.length)
        }
        const ids = reading.statements.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        const names = new Set(reading.names.map(({ id }) => id))
        for (const { speaker } of reading.statements) if (speaker?.name) expect(names).toContain(speaker.name)
      }),
      { numRuns: tries(300) },
    )
  })

  test('is the same for the same text, whatever was read before', () => {
    const text = '“The harbour is full,” Ann Porter’s deputy said on Thursday. Critics’ claims were “absurd”.'
    const first = JSON.stringify(read(text))
    fc.assert(
      fc.property(texts, (other) => {
        read(other)
        expect(JSON.stringify(read(text))).toBe(first)
      }),
      { numRuns: tries(50) },
    )
  })

  test('gives a statement the same id when other words of its block change', () => {
    const before = read('Late on Monday Ann Porter said the harbour was full.').statements[0]
    const after = read('At noon, and with a smile, Ann Porter said the harbour was full.').statements[0]
    expect(before?.id).toBeTruthy()
    expect(after?.id).toBe(before?.id)
  })

  test.each([
    ['quotation marks alone', '“'],
    ['closing marks alone', '”'],
    ['quotations that are never closed', '“He said it and '],
    ['single marks', "‘it 'was "],
    ['one word without a space', 'a'],
    ['capitals', 'Xi '],
    ['verbs that say', 'said '],
    ['paragraphs of two words', 'Xi said\n'],
    ['according to, according to', 'according to '],
    ['quotation after quotation', '“Yes,” said Ann Porter. '],
  ])('costs no more than its length: %s', (_, piece) => {
    expectGrowth((length) => read(piece.repeat(Math.ceil(length / piece.length))), THOROUGH ? 20_000 : 8_000)
  })

  test('a text of a third of a megabyte reads', () => {
    const paragraph =
      '“The harbour is full,” Ann Porter said on Thursday. She told the council that $2 million had gone.\n'
    expect(read(paragraph.repeat(3_500)).statements.length).toBeGreaterThan(3_500)
  })
})

function placesOf({ statements, names, times, amounts }: Reading): Place[] {
  return [
    ...statements.flatMap(({ content, quoted, speaker, cue, sources }) => [
      ...content,
      ...quoted,
      ...(speaker ? [speaker] : []),
      ...(cue ? [cue] : []),
      ...sources,
    ]),
    ...names.flatMap(({ mentions }) => mentions),
    ...times,
    ...amounts,
  ]
}
