import { expect, test } from 'vitest'
import { site } from '../../../../test/sample-paper.ts'
import { readStrictly } from '../../../../test/well-formed.ts'
import { SaidPanel } from './said-panel.tsx'
import type { SaidView, SpeakerView } from './said-props.ts'

const said = (id: string, changes: Partial<SaidView> = {}): SaidView => ({
  id,
  kind: 'direct',
  words: `“Words ${id}.”`,
  quoted: `Words ${id}.`,
  cue: 'said',
  sources: [],
  when: null,
  href: '#b-p1',
  ...changes,
})
const speaker = (label: string, count: number, changes: Partial<SpeakerView> = {}): SpeakerView => ({
  label,
  kind: 'person',
  roles: [],
  path: null,
  statements: Array.from({ length: count }, (_, index) => said(`${label} ${index}`)),
  ...changes,
})
const draw = (...speakers: SpeakerView[]) =>
  readStrictly(String(<SaidPanel site={site} said={{ speakers, mentions: [] }} />))
const tidy = (text = '') => text.replace(/\s+/g, ' ').trim()
const texts = (elements: ReturnType<typeof draw>, name: string) =>
  elements.filter((element) => element.name === name).map(({ text }) => tidy(text))

test('the panel has a heading of its own, says how many speak, and leads from the words to their paragraph', () => {
  const elements = draw(
    speaker('Edda Moor', 2, { roles: ['lock keeper', 'chair'], path: '/people/edda-moor' }),
    speaker('', 1),
  )
  const [section] = elements
  expect(elements.find(({ attributes }) => attributes.id === section?.attributes['aria-labelledby'])?.text).toBe(
    'Who says so',
  )
  expect(texts(elements, 'p')[0]).toBe(
    '3 statements in this story, by 1 speaker. Select a quote to see it in the story.',
  )
  expect(texts(elements, 'h3')).toEqual(['Edda Moor lock keeper, chair', 'The story does not say who'])
  const links = elements.filter(({ name }) => name === 'a').map(({ attributes, text }) => [text, attributes.href])
  expect(links).toContainEqual(['Edda Moor', '/people/edda-moor'])
  expect(links).toContainEqual(['“Words Edda Moor 1.”', '#b-p1'])
})

test('how, to whom, through whom and when are told as a person would say it', () => {
  const elements = draw(
    speaker('Edda Moor', 0, {
      statements: [
        said('a', { cue: 'told', sources: [{ kind: 'audience', text: 'reporters' }], when: '2026-05-18' }),
        said('b', {
          cue: 'claimed',
          sources: [
            { kind: 'document', text: 'a letter' },
            { kind: 'audience', text: 'the board' },
          ],
        }),
        said('c', { sources: [{ kind: 'condition', text: 'anonymity' }] }),
        said('d', { sources: [{ kind: 'condition', text: 'condition of anonymity' }] }),
        said('e', { cue: null }),
        said('f', { cue: null, kind: 'reported' }),
      ],
    }),
  )
  expect(
    texts(elements, 'p')
      .filter((text) => !text.startsWith('“'))
      .slice(1, -1),
  ).toEqual([
    'told reporters · 18 May 2026',
    'claimed · through a letter · to the board',
    'said · on condition of anonymity',
    'said · on condition of anonymity',
    'in their words',
  ])
})

test('where many speak, or one much, the rest unfolds and nothing is left out; one alone is not folded away', () => {
  const elements = draw(speaker('Four', 4), speaker('Five', 5), ...'abcdef'.split('').map((name) => speaker(name, 1)))
  expect(texts(elements, 'summary')).toEqual(['2 more statements by Five', '2 more speakers'])
  expect(elements.filter(({ attributes }) => attributes.class === 'said-words direct')).toHaveLength(15)
})

test('a story without statements has no panel', () => {
  expect(SaidPanel({ site, said: { speakers: [], mentions: [] } })).toBe(null)
})
