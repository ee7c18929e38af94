/** Which story stands where on a front. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MOST_PINS } from '../../../front/index.ts'
import { composeFront, type Placeable } from './compose.ts'

const NOON = Date.UTC(2026, 10, 30, 12)
const HOUR = 3_600_000
const SECTIONS = ['harbour', 'town', 'sport', 'opinion']

const story = (id: string, hoursAgo: number, facts: Partial<Placeable> = {}): Placeable => ({
  id,
  firstPublishedAt: NOON - hoursAgo * HOUR,
  section: null,
  tone: 'news',
  hasPicture: false,
  hasStandfirst: false,
  ...facts,
})
const full = { hasPicture: true, hasStandfirst: true }
const leadOf = (...stories: Placeable[]) => composeFront({ stories }).lead?.id

test('a planning notice at noon does not push the flood off the top; another full story does, and so does a new day', () => {
  const flood = story('flood', 20, full)
  expect(leadOf(story('notice', 0), flood)).toBe('flood')
  expect(leadOf(story('notice', 0, { hasStandfirst: true }), flood)).toBe('flood')
  expect(leadOf(story('notice', 0), story('bridge', 1, full), flood)).toBe('bridge')
  expect(leadOf(story('notice', 0), story('flood', 25, full))).toBe('notice')
})

test('an opinion leads only where there is no news, and where an editor keeps it on top', () => {
  const opinion = story('opinion', 0, { ...full, tone: 'opinion' })
  expect(leadOf(opinion, story('news', 3))).toBe('news')
  expect(leadOf(opinion)).toBe('opinion')
  expect(composeFront({ stories: [opinion, story('news', 3)], pinned: ['opinion'] }).lead?.id).toBe('opinion')
})

test('what is kept on top stands there in its order, however old and plain; what is off the site falls away', () => {
  const stories = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id, hours) => story(id, hours, full))
  const pinned = ['h', 'gone', 'c']
  const { lead, seconds } = composeFront({ stories, pinned })
  expect([lead?.id, ...seconds.map(({ id }) => id)]).toEqual(['h', 'c', 'a', 'b', 'd', 'e'])
})

test('a section with three stories or more has a band, in the order of the sections, its large one with a picture', () => {
  const top = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => story(id, 0, full))
  const of = (section: string, count: number) =>
    Array.from({ length: count }, (_, i) => story(`${section}${i}`, 30 + i, { section, hasPicture: i === 1 }))
  const { bands, latest } = composeFront({
    stories: [...top, ...of('town', 7), ...of('sport', 2), ...of('harbour', 3)],
    sections: SECTIONS,
  })
  expect(bands.map(({ section, stories }) => [section, ...stories.map(({ id }) => id)])).toEqual([
    ['harbour', 'harbour1', 'harbour0', 'harbour2'],
    ['town', 'town1', 'town0', 'town2', 'town3', 'town4'],
  ])
  expect(latest.map(({ id }) => id)).toEqual(['town5', 'town6', 'sport0', 'sport1'])
})

test('whatever there is, each story stands once, none is lost, and none is left alone', () => {
  const facts = fc.record({
    section: fc.option(fc.constantFrom(...SECTIONS, 'unknown')),
    tone: fc.constantFrom('news' as const, 'opinion' as const, 'analysis' as const),
    hasPicture: fc.boolean(),
    hasStandfirst: fc.boolean(),
    hours: fc.nat(400),
  })
  const given = fc.tuple(
    fc.array(facts, { maxLength: 320 }),
    fc.array(fc.nat(330), { maxLength: 9 }),
    fc.shuffledSubarray(SECTIONS),
  )
  fc.assert(
    fc.property(given, ([made, pins, sections]) => {
      const stories = made
        .sort((a, b) => a.hours - b.hours)
        .map(({ hours, ...one }, index) => story(`s${index}`, hours, one))
      const pinned = [...new Set(pins)].map((index) => `s${index}`)
      const { lead, seconds, bands, latest } = composeFront({ stories, pinned, sections })
      const placed = [...(lead ? [lead] : []), ...seconds, ...bands.flatMap((band) => band.stories), ...latest]
      expect(placed.map(({ id }) => id).sort()).toEqual(stories.map(({ id }) => id).sort())
      // Every count has a template of its own in the styles.
      expect([0, 1, 2, 3, 4, 5]).toContain(seconds.length)
      for (const { stories: inBand, section } of bands) {
        expect([3, 4, 5]).toContain(inBand.length)
        expect(new Set(inBand.map((one) => one.section))).toEqual(new Set([section]))
        expect(inBand[0]?.hasPicture).toBe(inBand.some(({ hasPicture }) => hasPicture))
      }
      expect(bands.map(({ section }) => sections.indexOf(section))).toEqual(
        bands.map(({ section }) => sections.indexOf(section)).sort((a, b) => a - b),
      )
      expect(latest).not.toHaveLength(1)
      const times = latest.map(({ firstPublishedAt }) => firstPublishedAt)
      expect(times).toEqual([...times].sort((a, b) => b - a))
      const onTop = [lead, ...seconds].map((one) => one?.id)
      const kept = pinned
        .filter((id) => stories.some((one) => one.id === id))
        .slice(0, Math.min(MOST_PINS, onTop.length))
      expect(onTop.slice(0, kept.length)).toEqual(kept)
    }),
    { numRuns: 300 },
  )
})
