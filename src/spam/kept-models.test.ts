/**
 * What a site has learnt outlives the version that learnt it: its kept model, its lessons and the weights that are
 * shipped name features by their places in a table and are bytes in an order. So both stay what they are. Whoever
 * changes them on purpose trains the start anew (`npm run train:spam`) and puts the new numbers here. Features that are
 * added, while the others stay in their places, mean nothing yet to a kept model and leave it as good as it was; where
 * places or bytes move, the version in bytes.ts is raised, and what is kept has to be made anew.
 */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { anyComment, FINE, SPAM, said } from './_comments.ts'
import { modelFromBytes, modelToBytes, rememberedFromBytes, rememberedToBytes } from './bytes.ts'
import type { SpamLabel, SpamText } from './comment.ts'
import { featuresOf } from './features.ts'
import { learn, remember } from './learn.ts'
import { emptyModel, type Remembered, type SpamModel } from './model.ts'
import { explain, score, scorerOf } from './score.ts'
import { packStart, startModel } from './start.ts'
import { trainModel } from './train.ts'

const digest = (...parts: (Uint8Array | Uint16Array)[]) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(Buffer.from(part.buffer, part.byteOffset, part.byteLength))
  return hash.digest('hex').slice(0, 16)
}

/** One for each thing that is seen of a comment. */
const SEEN: Record<string, SpamText> = {
  plain: said('The ferry was late again this morning and nobody at the pier knew why.'),
  empty: said('', { name: '', secondsToWrite: null, hour: null }),
  'one word': said('Thanks'),
  'advertising of every kind': said(
    'Hi guys, please check my channel, subscribe and like, free gift cards and money for work online on facebook, hot singles, new rapper, one minute, love it, lol, why, they',
  ),
  links: said('see https://www.shop.example.co.uk/watch?v=1 and wa.me/5550100, a.com/x b.net c.org'),
  'own link and another': said('https://harbour-post.example/ferry or pills.shop'),
  disguise: said('get fr33 c\u200bhips, fr\u0435e, 𝓯𝓻𝓮𝓮, f r e e, n.o.w.!'),
  'signs of feeling': said('WOW!!!! Sooooo good :-) 😀 at 2:19, only $5 or 5€ for 1000 of 7, really?'),
  'other script': said('Привет, море. 広告 这是广告吗'),
  'accents and quotes': said('Café ‘élan’ wouldn’t — it’s 3–4 o´clock…'),
  long: said(`${'The bridge sways, and the river rises under it. '.repeat(30)}Buy now.`),
  fast: said('x'.repeat(90), { secondsToWrite: 2, hour: 3 }),
  slow: said('A word', { secondsToWrite: 4000, hour: 23 }),
  'a name with a link': said('Nice', { name: 'Cheap Pills cheap-pills.shop' }),
  'misspelt wishes': said('suscribe subcribe suscribanse to me, I and we'),
}

/** What was seen of each, as places and strengths. */
const KNOWN = {
  plain: '273e6462eaab37bb',
  empty: '12f951e2657784fa',
  'one word': '1258dbe8d5162599',
  'advertising of every kind': '2feb5f736c8779fd',
  links: 'c4db7fd6eadbe946',
  'own link and another': '0bbdfe01183e4bf2',
  disguise: '7c8b263df6a0c41a',
  'signs of feeling': '1db645e7000ddf0f',
  'other script': '3d7b8d7a954aa28d',
  'accents and quotes': 'cd426d4f2d58b588',
  long: '697b0fbf4ee2e20c',
  fast: 'a8dae7d4fd8e1cdb',
  slow: 'e286aabec23f45c1',
  'a name with a link': 'c29053d37a52e392',
  'misspelt wishes': '1feb83fe1c879b65',
}

describe('what a model sees of a comment is what it saw when it learnt', () => {
  test('by place and strength, whatever it is made of', () => {
    const seen = Object.entries(SEEN).map(([what, comment]) => {
      const { ids, values } = featuresOf(comment)
      return [what, digest(ids, values)]
    })
    expect(Object.fromEntries(seen)).toEqual(KNOWN)
  })
})

const LABELS: SpamLabel[] = ['fine', 'spam', 'broke-rules']
/** Decides on comments of all sorts: known and unknown authors, campaigns, each label. */
function decided(model: SpamModel): SpamModel {
  for (let i = 0; i < 45; i++) {
    const text = [...FINE, ...SPAM][(i * 7) % 20] as string
    const comment = i % 3 === 0 ? said(text) : anyComment(i)
    const origin = { author: i % 4 === 0 ? 'one' : null, campaign: i % 9 === 0 ? 'same' : null }
    learn(model, comment, LABELS[i % 3] as SpamLabel, origin)
  }
  return model
}

describe('what is learnt is the same in every process of a site, also while an update has two versions at work', () => {
  test('from nothing', () => expect(digest(modelToBytes(decided(emptyModel())))).toBe('6fa80b2f5cd328a0'))
  test('from what is shipped', () => expect(digest(modelToBytes(decided(startModel())))).toBe('b61e99d00487b4ac'))
  test('and so are the chances that it gives', () => {
    const scorer = scorerOf(decided(startModel()))
    const chances = [FINE[1], SPAM[1], 'You are a liar and a fool'].map((text) => {
      const { spam, rules } = score(scorer, said(text as string))
      return [spam, rules].map((chance) => chance.toFixed(4))
    })
    expect(chances).toEqual([
      ['0.1677', '0.0045'],
      ['0.3459', '0.0044'],
      ['0.2553', '0.2162'],
    ])
  })
  test('a start is trained to the same bytes', () => {
    const lessons = FINE.flatMap((text, i) => [
      { comment: said(text), label: 'fine' as const },
      { comment: said(SPAM[i] as string), label: 'spam' as const },
    ])
    const { most, base64, calibration } = packStart(trainModel([lessons.slice(0, 10), lessons.slice(10)]))
    expect([most, digest(Buffer.from(base64)), calibration.slope.toFixed(6), calibration.shift.toFixed(6)]).toEqual([
      335_937,
      '8dac51c10d90e685',
      '1.423599',
      '0.072637',
    ])
  })
})

describe('the bytes of a model', () => {
  test('begin with its letters, the version and how many decisions it knows, and then every number little-endian', () => {
    const model = emptyModel()
    model.start = [
      { slope: 0.5, shift: -1 },
      { slope: 2, shift: -3 },
    ]
    model.tables[0][1] = -2
    model.tables[1][65_535] = 7
    learn(model, said('Never learnt'), 'fine', { author: 'Ada', campaign: 'c' })
    model.tables[0][1] = -2
    model.tables[1][65_535] = 7
    const bytes = modelToBytes(model)
    const view = new DataView(bytes.buffer)
    expect(Buffer.from(bytes.subarray(0, 4)).toString()).toBe('CSPM')
    expect([4, 8, 12].map((at) => view.getUint32(at, true))).toEqual([1, 1, 1])
    expect([16, 24, 32, 40].map((at) => view.getFloat64(at, true))).toEqual([0.5, -1, 2, -3])
    expect(view.getInt32(48 + 4, true)).toBe(-2)
    expect(view.getInt32(48 + 2 * 65_536 * 4 - 4, true)).toBe(7)
    const back = modelFromBytes(bytes)
    expect([back.learnt, back.start, back.remembered]).toEqual([1, model.start, model.remembered])
    expect([back.tables[0][1], back.tables[1][65_535]]).toEqual([-2, 7])
    expect(Buffer.compare(modelToBytes(back), bytes)).toBe(0)
  })

  test('of another version, or of something else, are refused with what to do', () => {
    for (const at of [0, 4]) {
      const bytes = modelToBytes(emptyModel())
      bytes[at] = (bytes[at] as number) + 1
      expect(() => modelFromBytes(bytes)).toThrow('start with startModel()')
    }
  })

  test('that were cut anywhere are refused, and never taken for a smaller model', () => {
    const model = emptyModel()
    for (const text of ['One', 'Two']) learn(model, said(text), 'spam', { author: 'a', campaign: null })
    const bytes = modelToBytes(model)
    for (const left of [bytes.length - 1, bytes.length - 40, 524_336 + 28, 524_336 + 27, 524_336])
      expect(() => modelFromBytes(bytes.slice(0, left)), `${left}`).toThrow('not whole')
    const lesson = rememberedToBytes(model.remembered[0] as Remembered)
    for (let left = 0; left < lesson.length; left++)
      expect(() => rememberedFromBytes(lesson.slice(0, left)), `${left}`).toThrow('not whole')
  })

  test('of one lesson come back as it was, wherever in a buffer they stand', () => {
    const one = {
      ...remember({ author: 'Ada', campaign: 'c' }, said('Buy now, buy here'), 'broke-rules'),
      number: 70_000,
      most: 16_384,
      pulls: [300, 65_535] as [number, number],
      before: [-32_767, 32_767] as [number, number],
    }
    const bytes = rememberedToBytes(one)
    expect(bytes.length).toBe(28 + 3 * one.ids.length)
    const inside = new Uint8Array(bytes.length + 8)
    inside.set(bytes, 3)
    expect(rememberedFromBytes(bytes)).toEqual(one)
    expect(rememberedFromBytes(inside.subarray(3, 3 + bytes.length))).toEqual(one)
  })
})

test('a reason is told once for a word and the letters in it, the heaviest first, and only what weighs', () => {
  const scorer = scorerOf(decided(startModel()))
  const reasons = explain(scorer, featuresOf(said('Check out my page, free gift cards on wa.me/5550100')), 'spam', 1000)
  expect(reasons.length).toBeGreaterThan(10)
  expect(new Set(reasons.map(({ words }) => words)).size).toBe(reasons.length)
  for (const { words, weight } of reasons) {
    expect(words).not.toBe('every-comment')
    expect(Math.abs(weight)).toBeGreaterThanOrEqual(0.01)
  }
  expect(explain(scorer, featuresOf(said('Check out my page, free gift cards')), 'spam')).toHaveLength(6)
})
