import { expect, test } from 'vitest'
import { site } from '../../../../test/sample-paper.ts'
import { readStrictly } from '../../../../test/well-formed.ts'
import { SaidPanel } from './said-panel.tsx'
import type { SentenceView, SpeakerView } from './said-props.ts'
import { Said } from './said-view.tsx'

const sentence = (words: string, changes: Partial<SentenceView> = {}): SentenceView => ({
  words,
  href: '#b-p1:~:text=Words',
  statements: [],
  ...changes,
})
const speaker = (label: string, share: number, changes: Partial<SpeakerView> = {}): SpeakerView => ({
  label,
  short: label,
  kind: 'person',
  roles: [],
  path: null,
  portrait: null,
  share,
  statements: [],
  sentences: [sentence(`“I spoke,” ${label} said.`)],
  ...changes,
})
const draw = (...speakers: SpeakerView[]) => readStrictly(String(<SaidPanel site={site} said={{ speakers }} />))
const tidy = (text = '') => text.replace(/\s+/g, ' ').trim()
const texts = (elements: ReturnType<typeof draw>, name: string) =>
  elements.filter((element) => element.name === name).map(({ text }) => tidy(text))
const strip = (elements: ReturnType<typeof draw>) =>
  tidy(elements.find(({ attributes }) => attributes.class === 'strip')?.text)

test('folded, the panel is a strip that says how many speak, and who has most of the words', () => {
  const elements = draw(
    speaker('Wren Abbot', 0.08, { short: 'Abbot' }),
    speaker('', 0.2, { kind: null }),
    speaker('Ada Holm', 0.142, { short: 'Holm' }),
    speaker('Officials', 0.004, { kind: null }),
  )
  const [section, details] = elements
  expect(elements.find(({ attributes }) => attributes.id === section?.attributes['aria-labelledby'])?.text).toBe(
    'Who says so',
  )
  expect([details?.name, details?.attributes.open]).toEqual(['details', undefined])
  expect(strip(elements)).toBe('3 people speak: Holm 14%, Abbot 8% and Officials under 1%')
  // The bar is as long as the story, and nobody's share lies over another's.
  const bars = elements.filter(({ name, attributes }) => name === 'rect' && attributes.class !== 'all')
  expect(bars.map(({ attributes }) => [attributes.x, attributes.width])).toEqual([
    ['0%', '14.2%'],
    ['14.2%', '8%'],
    ['22.2%', '0.4%'],
    ['22.6%', '20%'],
  ])
})

test('where not only people speak they are voices; of many the first are named; where nobody is named that is said', () => {
  const body = speaker('River Board', 0.1, { kind: 'organization' })
  expect(strip(draw(body))).toBe('1 voice: River Board 10%')
  const many = 'abcdef'.split('').map((name, index) => speaker(name, (6 - index) / 100))
  expect(strip(draw(...many))).toBe('6 people speak: a 6%, b 5%, c 4%, d 3% and 2 more')
  expect(strip(draw(...many.slice(0, 5)))).toBe('5 people speak: a 6%, b 5%, c 4%, d 3% and e 2%')
  const said = {
    id: 's',
    kind: 'direct',
    words: '“No.”',
    quoted: 'No.',
    cue: null,
    sources: [],
    when: null,
    href: '#m',
  }
  expect(strip(draw(speaker('', 0.1, { statements: [said, said] as SpeakerView['statements'] })))).toBe(
    '2 statements by nobody named',
  )
})

test('unfolded, each speaker stands with role and page, and each sentence leads to its words in the story', () => {
  const elements = draw(
    speaker('Edda Moor', 0.1, { roles: ['lock keeper', 'chair'], path: '/people/edda-moor' }),
    speaker('', 0.05),
  )
  expect(texts(elements, 'h3')).toEqual([
    'Edda Moor lock keeper, chair 10% of all words',
    'The story does not say who 5% of all words',
  ])
  const links = elements.filter(({ name }) => name === 'a').map(({ attributes, text }) => [text, attributes.href])
  expect(links).toContainEqual(['Edda Moor', '/people/edda-moor'])
  expect(links).toContainEqual(['“I spoke,” Edda Moor said.', '#b-p1:~:text=Words'])
})

test('through whom a sentence came and when it was said stand under it, each once', () => {
  const said = { id: 's', sources: [{ kind: 'document' as const, text: 'a letter' }], when: '2026-05-18' }
  const elements = draw(speaker('Edda Moor', 0.1, { sentences: [sentence('One.', { statements: [said, said] })] }))
  expect(texts(elements, 'p')).toContain('through a letter · 18 May 2026')
})

test('of one who says much the rest unfolds and nothing is left out; one sentence alone is not folded away', () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => sentence(`Sentence ${index}.`))
  const elements = draw(
    speaker('Five', 0.2, { sentences: many(5) }),
    speaker('Six', 0.1, { sentences: many(6) }),
    speaker('', 0.1, { sentences: many(7) }),
  )
  expect(texts(elements, 'summary').slice(1)).toEqual(['2 more sentences by Six', '3 more sentences'])
  expect(elements.filter(({ name, text }) => name === 'a' && text.startsWith('Sentence'))).toHaveLength(18)
})

test('a story without statements has no panel', () => {
  expect(SaidPanel({ site, said: { speakers: [] } })).toBe(null)
})

test('how, to whom, through whom and when a statement was made are told as a person would say it', () => {
  const of = (changes: object) => {
    const said = {
      id: 'a',
      kind: 'direct',
      words: '“W.”',
      quoted: 'W.',
      cue: 'said',
      sources: [],
      when: null,
      href: '#',
    }
    const view = { ...said, ...changes } as Parameters<typeof Said>[0]['said']
    const parts = readStrictly(String(<div>{Said({ site, said: view })}</div>)).filter(({ name }) => name === 'p')
    return tidy(parts[1]?.text)
  }
  const audience = (text: string) => ({ kind: 'audience', text })
  expect([
    of({ cue: 'told', sources: [audience('reporters')], when: '2026-05-18' }),
    of({ cue: 'claimed', sources: [{ kind: 'document', text: 'a letter' }, audience('the board')] }),
    of({ sources: [{ kind: 'condition', text: 'anonymity' }] }),
    of({ sources: [{ kind: 'condition', text: 'condition of anonymity' }] }),
    of({ cue: null }),
    of({ cue: null, kind: 'reported' }),
  ]).toEqual([
    'told reporters · 18 May 2026',
    'claimed · through a letter · to the board',
    'said · on condition of anonymity',
    'said · on condition of anonymity',
    'in their words',
    '',
  ])
})
