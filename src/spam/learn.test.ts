import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tries } from '../../test/thorough.ts'
import { anyComment, FINE, NOBODY, SPAM, said } from './_comments.ts'
import { modelFromBytes, modelToBytes } from './bytes.ts'
import type { SpamLabel, SpamText } from './comment.ts'
import { learn, type Step } from './learn.ts'
import { emptyModel, MOST_FEATURES, MOST_PULL, PULL_UNIT, REMEMBERED, type SpamModel } from './model.ts'
import { score, scorerOf } from './score.ts'
import { startModel } from './start.ts'
import { unlearn } from './unlearn.ts'

/** Knows the made-up comments. */
function taught(model = emptyModel()): SpamModel {
  for (const [i, text] of FINE.entries()) {
    learn(model, said(text), 'fine', NOBODY)
    learn(model, said(SPAM[i] as string), 'spam', NOBODY)
  }
  return model
}

const spamOf = (model: SpamModel, text: string) => score(scorerOf(model), said(text)).spam
const rulesOf = (model: SpamModel, text: string) => score(scorerOf(model), said(text)).rules

const anyText = fc.oneof(
  fc.constantFrom(...FINE, ...SPAM),
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc
    .array(
      fc.constantFrom('free', 'ferry', 'subscribe', 'http://a.example.com/x', '\u200b', 'ｆｒｅｅ', '!!!', '0', 'о'),
    )
    .map((all) => all.join(' ')),
)
const anySaid: fc.Arbitrary<SpamText> = fc.record({
  text: anyText,
  name: fc.string({ maxLength: 30 }),
  secondsToWrite: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
  hour: fc.option(fc.integer({ min: 0, max: 23 })),
  ownDomains: fc.constantFrom([], ['example.com']),
})
const anyLabel: fc.Arbitrary<SpamLabel> = fc.constantFrom('fine', 'spam', 'broke-rules')
const anyOrigin = fc.record({
  author: fc.option(fc.constantFrom('a', 'b')),
  campaign: fc.option(fc.constantFrom('c', 'd')),
})
const anyDecision = fc.tuple(anySaid, anyLabel, anyOrigin)

describe('learning from decisions', () => {
  test('what was decided spam is told from what was approved, and unseen comments like them too', () => {
    const model = taught()
    for (const text of FINE) expect(spamOf(model, text)).toBeLessThan(0.3)
    for (const text of SPAM) expect(spamOf(model, text)).toBeGreaterThan(0.7)
    expect(spamOf(model, 'Check out my page for free gift cards, write to me on wa.me/5550199')).toBeGreaterThan(0.8)
    expect(spamOf(model, 'The council never said why the old ferry is so late.')).toBeLessThan(0.2)
  })

  test('a model that has learnt nothing gives every comment even chances', () => {
    expect(spamOf(emptyModel(), 'Anything at all')).toBe(0.5)
    expect(rulesOf(emptyModel(), 'Anything at all')).toBeLessThan(0.06)
  })

  test('the same decisions in the same order give the same bytes', () => {
    expect(Buffer.compare(modelToBytes(taught()), modelToBytes(taught()))).toBe(0)
  })

  test('a comment that broke the rules is never learnt as spam', () => {
    const model = taught()
    const attack = 'The harbour master is a liar and a drunk, shame on him'
    const before = spamOf(model, attack)
    for (let i = 0; i < 20; i++) {
      const target = ['clerk', 'pilot', 'teacher', 'mayor', 'cook'][i % 5]
      learn(model, said(`The ${target} is a liar and a drunk number ${i}, shame`), 'broke-rules', NOBODY)
    }
    expect(spamOf(model, attack)).toBeLessThanOrEqual(before)
    expect(rulesOf(model, attack)).toBeGreaterThan(0.6)
    expect(rulesOf(model, FINE[0] as string)).toBeLessThan(0.3)
  })

  test('spam teaches the head for the rules nothing at all', () => {
    const model = emptyModel()
    for (const text of SPAM) learn(model, said(text), 'spam', NOBODY)
    expect(model.tables[1].every((weight) => weight === 0)).toBe(true)
  })
})

describe('unlearning', () => {
  test('learning a decision and unlearning it gives back the very same bytes, whatever was written', () => {
    const known = modelToBytes(taught(startModel()))
    fc.assert(
      fc.property(fc.array(anyDecision, { minLength: 1, maxLength: 6 }), (decisions) => {
        const model = modelFromBytes(known)
        const before: Uint8Array[] = []
        const steps = decisions.map(([comment, label, origin], i) => {
          before[i] = modelToBytes(model)
          return learn(model, comment, label, origin)
        })
        for (let i = steps.length - 1; i >= 0; i--) {
          unlearn(model, steps[i] as Step)
          expect(Buffer.compare(modelToBytes(model), before[i] as Uint8Array)).toBe(0)
        }
      }),
      { numRuns: tries(20) },
    )
  })

  test('a decision taken back after others gives the very bytes of a model that never saw it', () => {
    fc.assert(
      fc.property(fc.array(anyDecision, { minLength: 2, maxLength: 8 }), fc.nat(), (decisions, pick) => {
        const back = pick % decisions.length
        const model = taught()
        const steps = decisions.map(([comment, label, origin]) => learn(model, comment, label, origin))
        const again = unlearn(model, steps[back] as Step, steps.slice(back + 1))
        const never = taught()
        const theirs = decisions.flatMap(([comment, label, origin], i) =>
          i === back ? [] : [learn(never, comment, label, origin)],
        )
        expect(Buffer.compare(modelToBytes(model), modelToBytes(never))).toBe(0)
        expect(again).toEqual(theirs.slice(back))
      }),
      { numRuns: tries(15) },
    )
  })

  test('the memory’s oldest decision comes back when the one that pushed it out is unlearnt', () => {
    const model = emptyModel()
    for (let i = 0; i < REMEMBERED; i++) learn(model, anyComment(i), i % 3 === 0 ? 'spam' : 'fine', NOBODY)
    const before = modelToBytes(model)
    const step = learn(model, said('One more about the ferry'), 'fine', NOBODY)
    expect(step.forgotten.map(({ number }) => number)).toEqual([1])
    expect(model.remembered.length).toBe(REMEMBERED)
    unlearn(model, step)
    expect(Buffer.compare(modelToBytes(model), before)).toBe(0)
  })

  test('a step that is not the last is refused with what to hand in', () => {
    const model = taught()
    const first = learn(model, said('one'), 'fine', NOBODY)
    learn(model, said('two'), 'fine', NOBODY)
    const before = modelToBytes(model)
    expect(() => unlearn(model, first)).toThrow(
      'Decision 21 is not the last one learnt (22); hand in the steps made since',
    )
    expect(Buffer.compare(modelToBytes(model), before)).toBe(0)
  })
})

describe('as bytes', () => {
  test('a model with nothing remembered takes 524,336 bytes, and comes back as it was', () => {
    const model = startModel()
    const bytes = modelToBytes(model)
    expect(bytes.length).toBe(524_336)
    expect(Buffer.compare(modelToBytes(modelFromBytes(bytes)), bytes)).toBe(0)
  })

  test('a full memory of comments of usual length keeps it under 800,000 bytes', () => {
    const model = startModel()
    for (let i = 0; i < REMEMBERED + 20; i++) learn(model, anyComment(i), 'fine', NOBODY)
    const bytes = modelToBytes(model)
    expect(bytes.length).toBeLessThan(800_000)
    expect(Buffer.compare(modelToBytes(modelFromBytes(bytes)), bytes)).toBe(0)
  })

  test('the longest comments make the memory shorter, not the state longer', () => {
    const model = emptyModel()
    for (let i = 0; i < 90; i++) {
      const words = Array.from({ length: 700 }, (_, k) => `w${(i * 700 + k).toString(36)}`)
      learn(model, said(words.join(' ')), 'spam', NOBODY)
    }
    const features = model.remembered.reduce((sum, { ids }) => sum + ids.length, 0)
    expect(model.remembered.length).toBeLessThan(90)
    expect(features).toBeLessThanOrEqual(MOST_FEATURES)
    expect(modelToBytes(model).length).toBeLessThan(524_336 + 3 * MOST_FEATURES + 28 * REMEMBERED)
  })

  test('bytes of something else are refused with what to do', () => {
    expect(() => modelFromBytes(new Uint8Array(10))).toThrow('start with startModel()')
    const longer = new Uint8Array([...modelToBytes(emptyModel()), 0])
    expect(() => modelFromBytes(longer)).toThrow('go on after its end')
    const cut = modelToBytes(taught()).slice(0, -1)
    expect(() => modelFromBytes(cut)).toThrow('not whole')
  })
})

describe('poisoning', () => {
  /** The model after somebody had 200 comments with a harmless word decided as spam. */
  const poisoned = (origin: (i: number) => { author: string | null; campaign: string | null }) => {
    const model = taught()
    for (let i = 0; i < 200; i++) {
      learn(model, said(`The lighthouse lighthouse museum ${SPAM[i % 10]} ${i}`), 'spam', origin(i))
    }
    return spamOf(model, 'The lighthouse museum opens on Monday')
  }

  test('one author’s two hundred comments don’t turn a harmless word into spam', () => {
    const byMany = poisoned((i) => ({ author: `author ${i}`, campaign: null }))
    const byOne = poisoned(() => ({ author: 'one', campaign: null }))
    expect(byMany).toBeGreaterThan(0.8)
    expect(byOne).toBeLessThan(byMany - 0.15)
  })

  test('nor do two hundred of one campaign', () => {
    const byMany = poisoned((i) => ({ author: null, campaign: `campaign ${i}` }))
    const byOne = poisoned(() => ({ author: null, campaign: 'one' }))
    expect(byOne).toBeLessThan(0.5)
    expect(byOne).toBeLessThan(byMany - 0.3)
  })

  test('all decisions about one author together never pull harder than ten do, those about one campaign two', () => {
    for (const [origin, bound] of [
      [{ author: 'one', campaign: null }, 10],
      [{ author: null, campaign: 'one' }, 2],
    ] as const) {
      const model = emptyModel()
      for (let i = 0; i < REMEMBERED; i++) learn(model, anyComment(i), 'spam', origin)
      const sum = model.remembered.reduce((all, { most }) => all + most, 0)
      expect((sum * PULL_UNIT) / MOST_PULL).toBeLessThanOrEqual(bound)
    }
  })

  test('the very same words are one campaign without being named so', () => {
    const model = emptyModel()
    for (let i = 0; i < 5; i++) learn(model, said(i % 2 ? 'Buy now' : 'buy  NOW'), 'spam', NOBODY)
    expect(model.remembered.map(({ most }) => most)).toEqual([16384, 8192, 4096, 2048, 1024])
  })

  test('an author known for spam can still be told fine: the halving is by author, not by label', () => {
    const model = emptyModel()
    for (let i = 0; i < 8; i++) learn(model, anyComment(i), 'spam', { author: 'one', campaign: null })
    learn(model, anyComment(9), 'fine', { author: 'another', campaign: null })
    expect(model.remembered.at(-1)?.most).toBe(16384)
  })
})
