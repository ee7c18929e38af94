/** Stories as fronts show them. */

import { expect, test } from 'vitest'
import { drawn } from '../../../../test/drawn.ts'
import { content, morning, site, story } from '../../../../test/sample-paper.ts'
import { NO_AI } from '../../../media/index.ts'
import type { FiledUnder, Term } from '../../../paper/index.ts'
import { timeInBrief, timesHoldUntil } from '../kit/brief-time.ts'
import type { PictureOnPage } from '../kit/pictures.ts'
import type { StorySummary } from '../kit/props.ts'
import { Brief, LatestLine, Lead, Second } from './cards.tsx'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const now = morning + 12 * MINUTE

const section = (name: string, tone: Term['tone'] = 'news', accent = ''): FiledUnder => ({
  kind: 'section',
  name,
  term: {
    ...{ id: name, kind: 'section', slug: name.toLowerCase(), name, about: '', accent, tone, role: '', contact: '' },
    ...{ pictureId: null, personId: null, number: 1 },
  },
})
const summary = (
  words: Partial<Omit<typeof content, 'picture'>> & { picture?: PictureOnPage } = {},
  more: Partial<StorySummary> = {},
): StorySummary => ({
  ...story,
  comments: 0,
  filed: [section('Harbour', 'news', 'blue')],
  ...more,
  content: { ...content, ...words },
})
const file: NonNullable<PictureOnPage['file']> = {
  ...{ width: 1800, height: 1200, src: '/pictures/a/1200.jpg', srcset: '/pictures/a/640.webp 640w' },
  ...{ focus: 'fx-1', madeWithAi: NO_AI },
}
const picture: PictureOnPage = {
  src: '/pictures/a/1200.jpg',
  alt: 'A quay',
  caption: 'The quay',
  credit: '',
  rights: '',
  file,
}
const card = (one: typeof Second, summarised: StorySummary, sectioned = true) =>
  drawn(String(one({ site, story: summarised, now, sectioned })))

test.each([
  [0, 'just now'],
  [MINUTE - 1, 'just now'],
  [MINUTE, '1 min'],
  [59 * MINUTE, '59 min'],
  [HOUR, '1 h'],
  [DAY - 1, '23 h'],
  [2 * DAY, 'Tuesday'],
  [6 * DAY, '10 May'],
  [400 * DAY, '12 April 2023'],
  [-MINUTE, 'just now'],
])('what came out %d ms ago is said to be of “%s”', (age, words) => {
  expect(timeInBrief(site, morning - age, morning)).toBe(words)
})

test('times hold until the first of them is said otherwise, a minute at least', () => {
  const until = (...ages: number[]) => {
    const end = timesHoldUntil(
      ages.map((age) => morning - age),
      morning,
    )
    return end === undefined ? undefined : end - morning
  }
  expect(until(30_000, DAY)).toBe(MINUTE)
  expect(until(90 * MINUTE, 3 * DAY)).toBe(30 * MINUTE)
  expect(until(23 * HOUR + 30 * MINUTE)).toBe(30 * MINUTE)
  expect(until(5 * DAY)).toBe(DAY)
  expect(until(400 * DAY)).toBeUndefined()
  expect(until()).toBeUndefined()
  // Until then they are said as they were.
  for (let age = 0; age < 8 * DAY; age += 7 * MINUTE + 1) {
    const end = timesHoldUntil([morning - age], morning) as number
    const said = timeInBrief(site, morning - age, morning)
    if (end > morning + MINUTE) expect([age, timeInBrief(site, morning - age, end - 1)]).toEqual([age, said])
  }
})

test('a card leads to its story and its section, with its picture in the size that it stands in', () => {
  const page = card(Second, summary({ picture }, { comments: 2 }))
  expect(page.links).toMatchObject({
    '/2024/05/last-crossing': content.headline,
    '/sections/harbour': 'Harbour',
    '/2024/05/last-crossing#discussion': '2 comments',
  })
  const image = page.elements.find(({ name }) => name === 'img')?.attributes
  expect(image).toMatchObject({ alt: 'A quay', width: '1800', height: '1200', loading: 'lazy', class: 'fx-1' })
  expect(image?.sizes).toContain('9rem')
  expect(page.part('card')).not.toContain('By Tove Lind')
  expect(page.elements[1]?.attributes.class).toBe('card second with-picture accent-blue')
  // Within a section's own band it isn't named again; a caption alone is no picture.
  const within = card(Brief, summary(), false)
  expect([within.part('kicker'), within.part('with-picture')]).toEqual([undefined, undefined])
})

test('the lead’s picture is fetched first; a picture made with AI says so on a card as well', () => {
  const image = card(Lead, summary({ picture })).elements.find(({ name }) => name === 'img')?.attributes
  expect(image).toMatchObject({ fetchpriority: 'high' })
  expect(image).not.toHaveProperty('loading')
  const made = card(
    Second,
    summary({ picture: { ...picture, file: { ...file, madeWithAi: { ...NO_AI, how: 'generated' } } } }),
  )
  expect(made.texts('figcaption')[0]).toContain('AI')
})

test('an opinion says so, and whose it is before what it says; analysis says so; neither says it twice', () => {
  const opinion = (name: string) =>
    card(Brief, summary({ byline: 'By Ines Vale and Tom Reddish' }, { filed: [section(name, 'opinion')] }))
  expect(opinion('Town talk').texts('p').slice(0, 2)).toEqual(['OpinionTown talk', 'Ines Vale and Tom Reddish'])
  expect(opinion('Opinion').part('kicker')).toBe('Opinion')
  expect(opinion('Opinion').part('tone-opinion')).toBeDefined()
  const analysis = (sectioned: boolean) =>
    card(Second, summary({}, { filed: [section('The figures', 'analysis')] }), sectioned).part('kicker')
  expect([analysis(true), analysis(false)]).toEqual(['AnalysisThe figures', 'Analysis'])
  const portrait = { ...picture, alt: '' }
  const drawnBy = card(Second, summary({}, { filed: [section('Opinion', 'opinion')], portrait }))
  expect(drawnBy.elements.find(({ name }) => name === 'img')?.attributes.class).toBe('portrait fx-1')
})

test('what stands under a headline is never the headline once more', () => {
  const again = { headline: 'The weir is done', standfirst: 'The weir is done.' }
  const body = [
    { id: 'a', type: 'paragraph' as const, text: 'THE WEIR IS DONE' },
    { id: 'b', type: 'paragraph' as const, text: 'It took nine weeks.' },
  ]
  expect(card(Second, summary({ ...again, body })).part('excerpt')).toBe('It took nine weeks.')
  expect(card(Second, summary({ standfirst: '', body: body.slice(1) })).part('excerpt')).toBe('It took nine weeks.')
})

test('a line says when, what and where, in the language that it is written in', () => {
  const line = card(LatestLine, summary({ language: 'he' }))
  expect(line.texts('li')).toEqual([`12 min${content.headline}Harbour`])
  expect(line.elements.find(({ name }) => name === 'li')?.attributes).toMatchObject({ lang: 'he', dir: 'rtl' })
})
