import { expect, test } from 'vitest'
import { correctedByHand, nameId } from '../../../../test/readings.ts'
import { site } from '../../../../test/sample-paper.ts'
import { type Element, readStrictly } from '../../../../test/well-formed.ts'
import type { AcceptedName, CorrectedReading } from '../../../archive/index.ts'
import type { ReadingBlock } from '../../../reading/index.ts'
import { sharesOf } from '../../site/said/shares.ts'
import { renderReadingPage } from './reading-page.tsx'
import type { ReadingPageProps } from './reading-props.ts'
import { type Stretch, segmentsOf } from './reading-segments.ts'
import { toLookAt } from './reading-to-check.ts'

const blocks: ReadingBlock[] = [
  { id: '@headline', kind: 'headline', text: 'Market hall to stay' },
  {
    id: 'p1',
    kind: 'paragraph',
    text: '“The hall stays,” mayor Olga Rehn said. “I said so in March.” Traders claim she promised “a new roof”, according to a leaflet.',
  },
  { id: 'p2', kind: 'paragraph', text: 'The roof <leaks> & nobody denies it.' },
]
const asRead = correctedByHand(
  blocks,
  [
    { id: 's1', words: ['“The hall stays,”', '“I said so in March.”'], speaker: 'Olga Rehn', cue: 'said' },
    {
      id: 's2',
      words: 'she promised “a new roof”',
      kind: 'mixed',
      speaker: 'Traders',
      cue: 'claim',
      polarity: 'doubtful',
      source: 'a leaflet',
    },
    { id: 's3', words: 'nobody denies it' },
  ],
  ['person: Olga Rehn, mayor'],
  [
    ['March', '2026-03'],
    ['new', null],
  ],
)
const corrected = { by: 'p7', at: Date.UTC(2026, 3, 2, 10, 5) }
const reading: CorrectedReading = {
  ...asRead,
  statements: asRead.statements.map((one) => (one.id === 's2' ? { ...one, corrected } : one)),
}

const accepted = (id: string, name: string, spellings = [name]): AcceptedName => ({
  id,
  kind: 'person',
  name,
  slug: id,
  path: `/people/${id}`,
  spellings,
  portrait: null,
})
const page = (changes: Partial<ReadingPageProps> = {}): Element[] =>
  readStrictly(
    renderReadingPage({
      site,
      person: { id: 'p7', name: 'Ada', mail: null, switches: ['write'], disabled: false },
      now: Date.UTC(2026, 3, 2),
      waiting: 0,
      moreWaiting: false,
      objections: { appeals: 0, reported: 0, notices: 0 },
      toDo: [],
      toDoScript: '/assets/to-do.js',
      reviewScript: '/assets/review.js',
      story: { id: 'story1', headline: 'Market hall to stay', path: null, state: 'draft' },
      text: { blocks },
      date: { day: '2026-04-02', of: 'today' },
      reading,
      accepted: new Map(),
      open: new Set(),
      allAccepted: [],
      people: new Map([['p7', 'Ada Berg']]),
      whoSaysSo: false,
      mayChange: true,
      mayAccept: true,
      ...changes,
    }),
  )
const byId = (elements: Element[], id: string) => elements.find(({ attributes }) => attributes.id === id)
const tidy = (text = '') => text.replace(/\s+/g, ' ').trim()

test('every word of the story stands on the page once, and a statement’s words lead to its line and back', () => {
  const elements = page()
  const text = elements.find(({ attributes }) => attributes.class === 'reading-text')
  const withoutNumbers = elements
    .filter(({ attributes }) => /^as-/.test(attributes.class ?? ''))
    .map((paragraph) => paragraph.text.replace(/(?<=[”\w])[123](?=\W|$)/g, ''))
  expect(withoutNumbers).toEqual(blocks.map((block) => block.text))
  expect(text?.text).toContain('a new roof”2')
  for (const { id } of reading.statements) {
    expect(byId(elements, `in-${id}`)?.attributes.href).toBe(`#st-${id}`)
    expect(byId(elements, `st-${id}`)).toBeDefined()
    expect(elements.some(({ attributes }) => attributes.href === `#in-${id}`)).toBe(true)
  }
})

test('a line says who, how, through what, and who corrected it when', () => {
  const elements = page()
  const lines = reading.statements.map(({ id }) => tidy(byId(elements, `st-${id}`)?.text))
  expect(lines[0]).toMatch(/^Statement 1 Olga Rehn said Direct “The hall stays,” … “I said so in March.”Correct/)
  expect(lines[1]).toMatch(
    /^Statement 2 Traders claim Mixed Doubtful wordingshe promised “a new roof”written in a leafletCorrected by Ada Berg, 2 April 2026 at 12:05Undo the correction/,
  )
  expect(lines[2]).toMatch(/^Statement 3 Without a speaker Reported nobody denies it/)
})

test('whose words a story is, is told in words and per cent; what nobody said is the paper’s own', () => {
  const shares = sharesOf(reading, blocks)
  expect(shares.words).toBe(33)
  expect(shares.speakers.map(({ label, words }) => [label, words])).toEqual([
    ['Olga Rehn', 8],
    ['Traders', 5],
    ['', 3],
  ])
  expect(shares.own.words).toBe(17)
  expect(shares.speakers.reduce((sum, { share }) => sum + share, shares.own.share)).toBeCloseTo(1)
  expect(sharesOf({ ...reading, statements: [] }, []).own).toEqual({ words: 0, share: 0 })
})

test('words that one quotes of another count for both, and are taken from the paper’s own once', () => {
  const own: ReadingBlock[] = [{ id: 'a', kind: 'paragraph', text: 'Ann said that Bo said that rain falls.' }]
  const { speakers, own: rest } = sharesOf(
    correctedByHand(own, [
      { words: 'Bo said that rain falls', speaker: 'Ann' },
      { words: 'rain falls', speaker: 'Bo' },
    ]),
    own,
  )
  expect([speakers.map(({ words }) => words), rest.words]).toEqual([[5, 2], 3])
})

test('an editor is led to what has no speaker, no source, or a cue that takes sides', () => {
  expect(toLookAt(reading)).toEqual({
    withoutSpeaker: ['s3'],
    withoutSource: ['s1', 's3'],
    doubtful: ['s2'],
    hostile: [],
  })
})

test('who may not change the story is shown all of it, and no form but the way out', () => {
  const forms = (elements: Element[]) =>
    elements
      .filter(({ name }) => name === 'form')
      .map(({ attributes }) => attributes.action?.replace('/newsroom/stories/story1/reading', ''))
  expect(forms(page()).filter((action) => action === '/correct')).toHaveLength(4)
  const reader = page({ mayChange: false, mayAccept: false })
  expect(new Set(forms(reader))).toEqual(new Set(['/newsroom/sign-out']))
  expect(reader.filter(({ name }) => name === 'button').map(({ text }) => tidy(text))).toEqual(['Sign out'])
  expect(byId(reader, 'st-s1')).toBeDefined()
})

test('a correction that could not be kept is given back as typed, open, with the sentence', () => {
  const elements = page({
    problem: 'Keep the speaker to 200 characters.',
    typed: { statement: 's2', speaker: 'The "trade" guild', source: 'a poster', how: 'document' },
  })
  expect(byId(elements, 'speaker-s2')?.attributes.value).toBe('The "trade" guild')
  expect(byId(elements, 'source-s2')?.attributes.value).toBe('a poster')
  expect(elements.filter(({ name, attributes }) => name === 'details' && 'open' in attributes)).toHaveLength(1)
  expect(elements.filter(({ attributes }) => attributes.role === 'alert').map(({ text }) => text)).toEqual([
    'Keep the speaker to 200 characters.',
  ])
})

test('a name is accepted, or joined to an accepted one of its kind; an accepted one leads to its page', () => {
  const buttons = (elements: Element[]) =>
    elements
      .filter(({ name, attributes }) => name === 'button' && attributes.name === 'act')
      .map(({ attributes }) => attributes.value)
  expect(buttons(page())).toContain('accept')
  expect(buttons(page())).not.toContain('join')
  const others = page({
    allAccepted: [accepted('o-rehn', 'O. Rehn'), { ...accepted('x', 'Rehn AG'), kind: 'organization' }],
  })
  expect(buttons(others)).toContain('join')
  const list = others.findIndex(({ attributes }) => attributes.id === 'accepted-person')
  expect(others[list + 1]?.attributes.value).toBe('O. Rehn')
  expect(others.some(({ attributes }) => attributes.list === 'accepted-organization')).toBe(false)
  const name = nameId('person', 'Olga Rehn')
  const open = new Set([name])
  const joined = page({ open, accepted: new Map([[name, accepted('o-rehn', 'O. Rehn', ['O. Rehn', 'Olga Rehn'])]]) })
  expect(buttons(joined)).toContain('part')
  expect(joined.some(({ attributes, text }) => attributes.href === '/people/o-rehn' && text === 'O. Rehn')).toBe(true)
  const own = page({ accepted: new Map([[name, accepted('olga', 'Olga Rehn')]]) })
  expect(buttons(own)).toContain('withdraw')
  // Before a story shows it there is nothing to lead to.
  expect(own.some(({ attributes }) => attributes.href === '/people/olga')).toBe(false)
})

test('a story without statements says so, and asks for no look', () => {
  const elements = page({ reading: { ...reading, statements: [] } })
  expect(elements.map(({ text }) => text)).toContain('No statements found: all the words are the paper’s own.')
  expect(byId(elements, 'look-at')).toBeUndefined()
})

test('pieces of a text are its text, whatever lies in, over or past it; the innermost statement has its words', () => {
  const stretch = (statement: string, from: number, to: number): Stretch => ({
    statement,
    from,
    to,
    first: true,
    last: true,
  })
  const text = 'abcdefghij'
  const segments = segmentsOf(text, [
    stretch('out', 1, 8),
    stretch('in', 3, 5),
    stretch('cross', 7, 40),
    stretch('no', 6, 6),
  ])
  expect(segments.map(({ text: piece, statement }) => [piece, statement])).toEqual([
    ['a', null],
    ['bc', 'out'],
    ['de', 'in'],
    ['fg', 'out'],
    ['h', 'cross'],
    ['ij', 'cross'],
  ])
  expect(segments.flatMap(({ begins }) => begins)).toEqual(['out', 'in', 'cross'])
  expect(segments.flatMap(({ ends }) => ends)).toEqual(['in', 'out', 'cross'])
  expect(segmentsOf('', [stretch('a', 0, 9)])).toEqual([])
})

test('a hundred thousand statements in one block are cut in a time that grows with their number', () => {
  const stretches = Array.from({ length: 100_000 }, (_, i) => ({
    statement: `s${i}`,
    from: i,
    to: 200_000 - i,
    first: true,
    last: true,
  }))
  expect(segmentsOf('x'.repeat(200_000), stretches)).toHaveLength(199_999)
})
