/** Days and weeks, what can be typed of a line, who may plan for whom, and when a line is late. */
import { describe, expect, test } from 'vitest'
import type { Person, Switch } from '../people/index.ts'
import { dayIn } from '../story/index.ts'
import { checkPlan, latenessOf, mayChangePlan, mayChoose, type TypedPlan } from './plan.ts'
import type { PlannedStory } from './story-states.ts'
import { dayAfter, daysOfWeek, startOfDay, weekOf } from './week.ts'

describe('a week of the plan', () => {
  test('begins on a Monday, and belongs to the year of its Thursday', () => {
    expect(weekOf('2026-11-30')).toBe('2026-W49')
    expect(weekOf('2027-01-01')).toBe('2026-W53')
    expect(weekOf('2024-12-30')).toBe('2025-W01')
    expect(daysOfWeek('2026-W49')).toEqual(Array.from({ length: 7 }, (_, i) => dayAfter('2026-11-30', i)))
  })

  test('is none where the year has no such week, and a day none where the month has no such day', () => {
    expect(['2026-W54', '2025-W53', '2026-W00', 'W49', '9999-W01'].map(daysOfWeek)).toEqual(Array(5).fill(null))
    expect(['2026-02-30', '2026-1-1', '', '0026-01-01'].map(startOfDay)).toEqual(Array(4).fill(null))
  })

  test('every day is in its own week', () => {
    for (let day = '2023-12-25'; day < '2028-01-10'; day = dayAfter(day, 1))
      expect(daysOfWeek(weekOf(day)), day).toContain(day)
  })

  test('today is the day that the paper has', () => {
    const at = Date.parse('2026-11-30T23:30Z')
    expect([dayIn('Europe/London', at), dayIn('Asia/Tokyo', at)]).toEqual(['2026-11-30', '2026-12-01'])
  })
})

const typed: TypedPlan = {
  ...{ headline: 'Council budget vote', day: '2026-12-01', slot: 'evening', section: 'News' },
  ...{ writer: 'ana', photographer: 'ben', photographerName: '', words: '600', deadline: '16:00' },
}
const people = [{ id: 'ana' }, { id: 'ben' }]

describe('a line of the plan', () => {
  test('is kept as it was typed, without spaces around it', () => {
    expect(checkPlan({ ...typed, headline: '  Council   budget vote ', words: ' 600 ' }, people)).toEqual({
      fields: {
        ...{ headline: 'Council budget vote', day: '2026-12-01', slot: 'evening', section: 'News' },
        ...{ writerId: 'ana', photographerId: 'ben', photographer: '', words: 600, deadline: '16:00' },
      },
    })
  })

  test.each([
    [{ headline: ' ' }, 'Write what it is about'],
    [{ headline: 'x'.repeat(201) }, '200 characters'],
    [{ day: '2026-02-30' }, 'Choose a day, such as'],
    [{ deadline: 'noon' }, 'such as 16:00'],
    [{ day: '' }, 'Choose a day for the deadline'],
    [{ words: 'long' }, 'a number of words, up to 50,000'],
    [{ words: '0' }, 'a number of words'],
    [{ writer: 'eve' }, 'from the list'],
    [{ photographerName: 'Noor Haddad' }, 'from the list or type a name, not both'],
    [{ photographer: '', photographerName: 'x'.repeat(201) }, '200 characters'],
  ])('with %o is refused in a sentence', (change, sentence) => {
    expect(checkPlan({ ...typed, ...change }, people)).toEqual({ problem: expect.stringContaining(sentence) })
  })

  const person = (id: string, ...switches: Switch[]): Person => ({
    id,
    name: id,
    mail: null,
    switches,
    disabled: false,
  })

  test('is changed by its writer, by who made it while nobody writes it, and by who may change others’', () => {
    const line = (writerId: string | null) => ({ writerId, madeBy: 'eve' })
    expect(mayChangePlan(person('ana', 'write'), line('ana'))).toBe(true)
    expect(mayChangePlan(person('eve', 'write'), line('ana'))).toBe(false)
    expect(mayChangePlan(person('eve', 'write'), line(null))).toBe(true)
    expect(mayChangePlan(person('kim', 'write', 'edit others'), line('ana'))).toBe(true)
    expect(mayChangePlan(person('kim', 'edit others'), line('ana'))).toBe(false)
  })

  test('is given to others by who may change others’ alone, and keeps who has it', () => {
    const ana = person('ana', 'write')
    const to = (writerId: string | null, photographerId: string | null) => ({ writerId, photographerId })
    expect([
      mayChoose(ana, to('ana', null)),
      mayChoose(ana, to('ben', null)),
      mayChoose(ana, to('ana', 'ben')),
    ]).toEqual([true, false, false])
    expect(mayChoose(ana, to(null, 'ben'), to('ana', 'ben'))).toBe(true)
    expect(mayChoose(person('kim', 'write', 'edit others'), to('ben', 'ana'))).toBe(true)
  })

  test('is late after its deadline, or after its day, unless its story is out or about to go', () => {
    const zone = 'Europe/Berlin'
    const late = (
      time: string,
      state: PlannedStory['state'] | null = null,
      deadline = '16:00',
      waits: { goesOut?: number; heldUntil?: number } = {},
    ) => {
      const story = state ? { headline: '', section: '', state, goesOut: null, heldUntil: null, ...waits } : null
      return latenessOf({ day: '2026-12-01', deadline }, story, { now: Date.parse(time), timeZone: zone })
    }
    expect(late('2026-12-01T14:59Z')).toBeNull()
    expect(late('2026-12-01T15:00Z', 'draft')).toBe('deadline')
    expect(late('2026-12-01T15:00Z', 'draft', '16:00', { goesOut: 1 })).toBeNull()
    expect(late('2026-12-01T15:00Z', 'draft', '16:00', { heldUntil: 1 })).toBeNull()
    expect(late('2026-12-01T15:00Z', 'ready')).toBeNull()
    expect(late('2026-12-02T15:00Z', 'ready')).toBe('day')
    expect(late('2026-12-01T22:59Z', null, '')).toBeNull()
    expect(late('2026-12-01T23:00Z')).toBe('day')
    expect(late('2026-12-03T12:00Z', 'live')).toBeNull()
  })
})
