/** A draft changes by steps over its fields and blocks, and the steps between two drafts are as few as can be. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tries } from '../../test/thorough.ts'
import { type Block, emptyContent, type StoryContent } from '../story/index.ts'
import { applySteps, isSame, type PutStep, placesOfSteps, type StepOf, stepsBetween } from './steps.ts'

const paragraph = (id: string, text = id): Block => ({ id, type: 'paragraph', text })
const story = (...ids: string[]): StoryContent => ({ ...emptyContent, body: ids.map((id) => paragraph(id)) })
const order = ({ body }: StoryContent) => body.map(({ id }) => id).join('')

/** Any body of blocks out of ten, each at most once, in any order and with one of three texts. */
const anyBody = fc
  .shuffledSubarray([...'abcdefghij'])
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.constantFrom('one', 'two', 'three').map((text) => paragraph(id, text)))),
  )
const anyStory: fc.Arbitrary<StoryContent> = fc.record({
  headline: fc.constantFrom('', 'Ferry', 'Ferry late'),
  standfirst: fc.string(),
  byline: fc.constant('Ann'),
  dateline: fc.constantFrom('', 'QUAY'),
  language: fc.constant('en'),
  section: fc.constantFrom('', 'news'),
  topics: fc.subarray(['sea', 'town']),
  picture: fc.option(
    fc.record({
      src: fc.constantFrom('', '/media/a'),
      alt: fc.string(),
      caption: fc.string(),
      credit: fc.constant(''),
      rights: fc.constant(''),
    }),
  ),
  searchHeadline: fc.constantFrom('', 'Ferry'),
  shareHeadline: fc.constant(''),
  madeWithAi: fc.constant(emptyContent.madeWithAi),
  body: anyBody,
})

/** The fewest blocks that must be put again: all but the longest run that can stay. */
function fewestPuts(before: readonly Block[], after: readonly Block[]): number {
  const longest: number[] = []
  const places = after.map((block) => before.findIndex((old) => isSame(old, block)))
  for (const [index, place] of places.entries()) {
    const runs = places.slice(0, index).map((one, i) => (one >= 0 && one < place ? (longest[i] as number) : 0))
    longest.push(place < 0 ? 0 : 1 + Math.max(0, ...runs))
  }
  return after.length - Math.max(0, ...longest)
}

describe('the steps between two drafts', () => {
  test('make the one of the other, whatever stands in them', () => {
    fc.assert(
      fc.property(anyStory, anyStory, (before, after) => {
        expect(applySteps(before, stepsBetween(before, after))).toEqual(after)
      }),
      { numRuns: tries(1000) },
    )
  })

  test('put no more blocks than must be put', () => {
    fc.assert(
      fc.property(anyBody, anyBody, (before, after) => {
        const steps = stepsBetween({ ...emptyContent, body: before }, { ...emptyContent, body: after })
        expect(steps.filter(({ type }) => type === 'put')).toHaveLength(fewestPuts(before, after))
        expect(placesOfSteps(steps)).toHaveLength(steps.length)
      }),
      { numRuns: tries(1000) },
    )
  })

  test('are none where nothing changed, in whatever order the keys came', () => {
    const one: StoryContent = { ...story('a'), picture: { src: '', alt: 'a', caption: '', credit: '', rights: '' } }
    const other = { ...story('a'), picture: { rights: '', credit: '', caption: '', alt: 'a', src: '' } }
    expect(stepsBetween(one, other)).toEqual([])
    expect(stepsBetween(one, { ...one, picture: null })).toEqual([{ type: 'field', field: 'picture', value: null }])
  })

  test('move one block where one was moved, and leave a changed one where it stands', () => {
    expect(stepsBetween(story('a', 'b', 'c', 'd'), story('d', 'a', 'b', 'c'))).toEqual([
      { type: 'put', block: paragraph('d'), after: null },
    ])
    const changed = { ...emptyContent, body: [paragraph('a'), paragraph('b', 'new'), paragraph('c')] }
    expect(stepsBetween(story('a', 'b', 'c'), changed)).toEqual([{ type: 'put', block: paragraph('b', 'new') }])
  })
})

describe('steps', () => {
  const put = (id: string, after?: string | null): PutStep<StoryContent> => ({
    type: 'put',
    block: paragraph(id),
    ...(after === undefined ? {} : { after }),
  })

  test('put a block first, after another, or last', () => {
    expect(order(applySteps(story('a', 'b'), [put('c', null)]))).toBe('cab')
    expect(order(applySteps(story('a', 'b'), [put('c', 'a')]))).toBe('acb')
    expect(order(applySteps(story('a', 'b'), [put('c')]))).toBe('abc')
    expect(order(applySteps(story(), [put('c', 'a'), put('b', null)]))).toBe('bc')
  })

  test('whose neighbour is gone lose no block', () => {
    expect(order(applySteps(story('a', 'b', 'c'), [{ type: 'drop', id: 'a' }, put('n', 'a'), put('b', 'a')]))).toBe(
      'bcn',
    )
    expect(order(applySteps(story('a', 'b'), [{ type: 'drop', id: 'x' }, put('a', 'a')]))).toBe('ab')
  })

  test('lose neither of two blocks with one id', () => {
    const twins = { ...emptyContent, body: [paragraph('a'), paragraph('a', 'twin'), paragraph('b')] }
    const changed = applySteps(twins, [{ type: 'put', block: paragraph('a', 'new') }])
    expect(changed.body).toEqual([paragraph('a', 'new'), paragraph('a', 'twin'), paragraph('b')])
  })

  test('leave what they are given as it was', () => {
    const before = story('a', 'b')
    const kept = JSON.stringify(before)
    const steps: StepOf<StoryContent>[] = [
      { type: 'field', field: 'headline', value: 'New' },
      { type: 'drop', id: 'a' },
      put('c', null),
    ]
    expect(applySteps(before, steps).headline).toBe('New')
    expect(JSON.stringify(before)).toBe(kept)
    expect(applySteps(before, steps.slice(0, 1)).body).toBe(before.body)
  })

  test('of a body with very many blocks are played at once', () => {
    const ids = Array.from({ length: 50_000 }, (_, index) => `n${index}`)
    const turned = [...ids].reverse()
    const steps = stepsBetween(story(...ids), story(...turned))
    expect(steps).toHaveLength(ids.length - 1)
    expect(order(applySteps(story(...ids), steps))).toBe(turned.join(''))
  })
})
