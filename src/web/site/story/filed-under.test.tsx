import { expect, test } from 'vitest'
import { drawn } from '../../../../test/drawn.ts'
import { site } from '../../../../test/sample-paper.ts'
import type { FiledUnder, Term } from '../../../paper/index.ts'
import { Byline, filingData, Topics } from './filed-under.tsx'

const term = (kind: Term['kind'], slug: string, name: string): Term => ({
  ...{ id: slug, kind, slug, name, about: '', accent: '', tone: 'news', role: '', contact: '' },
  ...{ pictureId: null, personId: null, number: 1 },
})
const filed: FiledUnder[] = [
  { kind: 'author', name: 'Ann Lee', term: term('author', 'ann-lee', 'Ann Lee') },
  { kind: 'author', name: 'Bo Day', term: null },
  { kind: 'author', name: 'Cy Fox', term: term('author', 'cy-fox', 'Cyrus Fox') },
  { kind: 'topic', name: 'Boats', term: term('topic', 'boats', 'Boats') },
  { kind: 'topic', name: 'Vessels', term: term('topic', 'boats', 'Boats') },
  { kind: 'topic', name: 'Locks', term: null },
]

test('a byline stays as it is written, and the names in it that have a page lead there', () => {
  const page = drawn(String(<Byline byline="By Ann Lee, Bo Day & Cy Fox, in Lisbon" filed={filed} />))
  expect(page.words).toBe('By Ann Lee, Bo Day & Cy Fox, in Lisbon')
  expect(drawn(String(<Byline byline="By Ann Lee, Bo Day and Cy Fox" filed={filed} />)).links).toEqual({
    '/authors/ann-lee': 'Ann Lee',
    '/authors/cy-fox': 'Cy Fox',
  })
  expect(drawn(String(<Byline byline="Agencies" filed={[]} />)).words).toBe('Agencies')
})

test('a story’s topics are named once each, and nothing stands where there are none', () => {
  expect(drawn(String(<Topics filed={filed} />)).links).toEqual({ '/topics/boats': 'Boats' })
  expect(String(<Topics filed={filed.slice(0, 3)} />)).toBe('')
})

test('search engines are told the authors’ pages and the topics', () => {
  expect(filingData(site, 'By Ann Lee and Bo Day', filed)).toEqual({
    author: [
      { '@type': 'Person', name: 'Ann Lee', url: 'https://harbour.example/authors/ann-lee' },
      { '@type': 'Person', name: 'Bo Day' },
    ],
    keywords: ['Boats'],
  })
  expect(filingData(site, '', []).author).toMatchObject({ '@type': 'NewsMediaOrganization' })
})
