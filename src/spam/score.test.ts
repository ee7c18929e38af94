import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { FINE, NOBODY, SPAM, said } from './_comments.ts'
import { calibrationsOf, fitCalibration, logistic } from './calibrate.ts'
import { featuresOf } from './features.ts'
import { learn } from './learn.ts'
import { LEAST_MET } from './met.ts'
import { emptyModel } from './model.ts'
import { explain, score, scorerOf } from './score.ts'
import { packStart, startModel, unpackStart } from './start.ts'
import { trainModel } from './train.ts'
import { unlearn } from './unlearn.ts'

describe('the start that is shipped', () => {
  const scorer = scorerOf(startModel())

  test('tells plain advertising from talk before anybody has decided anything', () => {
    for (const text of ['Check out my channel and subscribe!', 'Earn money from home: http://cash.example.biz/start']) {
      expect(score(scorer, said(text)).spam).toBeGreaterThan(0.8)
    }
    for (const text of [FINE[0], FINE[2], FINE[4]]) expect(score(scorer, said(text as string)).spam).toBeLessThan(0.3)
  })

  // In words that are not in the sentences it was taught with (bench/_own-sentences.ts).
  test.each([
    ['Superb stuff, your weblog has helped my research no end. Do visit mine!', 'cheap garden furniture'],
    ['What a splendid write-up, I am adding it to my bookmarks for the weekend.', 'Leather Handbags Outlet'],
    ['Hello dear admin, your content is truly helpful for newbies. Thanks a ton.', 'emergency plumber leeds'],
    // The words could be anybody's; the name is not.
    ['I shared this with my sister, and she bought me lunch for finding it.', 'replica handbags'],
    ['You explained this topic so nicely, I will tell all my friends about your page.', 'no deposit casino bonus'],
  ])('knows flattery under what somebody sells: “%s”', (text, name) => {
    expect(score(scorer, said(text, { name })).spam).toBeGreaterThan(0.5)
  })

  test.each([
    'My aunt left me her subscription along with the cat, and I have kept both alive ever since.',
    'We take two subscriptions at the home, and they still fight over the court reports. Please do not drop them.',
    'I follow your court pages every week and like them, but who checks the spelling of names?',
    'We watched the mayor on television, and then read in your paper what she had left out.',
    'Could you share the video of the swing bridge with the school? My pupils love old machines.',
  ])('does not take a faithful reader for an advertiser: “%s”', (text) => {
    expect(score(scorer, said(text)).spam).toBeLessThan(0.5)
  })

  test('takes honest praise under a person’s name for what it is', () => {
    expect(score(scorer, said('Great article. I did not know that the mill ran until the war.')).spam).toBeLessThan(0.3)
  })

  test.each([
    ['German', 'Der Kahn lag wieder den ganzen Vormittag am falschen Steg'],
    ['Chinese', '本店专业代办各类证件，价格优惠，欢迎咨询'],
    ['Thai', 'รับสมัครงานออนไลน์ รายได้ดี สนใจทักมา'],
    ['Arabic', 'اربح المال من المنزل كل يوم، راسلنا الآن'],
    ['Hindi', 'सिर्फ आज के लिए मुफ्त उपहार पाएं, अभी संपर्क करें'],
    ['Russian', 'Продаю дипломы с доставкой, пишите в личные сообщения'],
    ['pictures', '🎰🎰🎰 💰'],
    ['digits', '884 0021 77'],
  ])('knows that it has met next to nothing of %s', (_, text) => {
    expect(score(scorer, said(text)).met).toBeLessThan(LEAST_MET)
  })

  test('has met the words that English readers use, and a link in any language', () => {
    for (const text of FINE) expect(score(scorer, said(text)).met, text).toBeGreaterThan(LEAST_MET)
    expect(score(scorer, said('http://pills.shop/start')).met).toBe(1)
  })

  test('says nothing of the rules of a house it doesn’t know', () => {
    expect(score(scorer, said('You are a liar')).rules).toBeLessThan(0.06)
  })

  test('takes at most 300 KB and holds no text', () => {
    const file = readFileSync(new URL('weights.json', import.meta.url), 'utf8')
    expect(file.length).toBeLessThanOrEqual(300_000)
    expect(Object.keys(JSON.parse(file))).toEqual(['most', 'base64', 'calibration', 'words'])
    expect(JSON.parse(file).base64).toMatch(/^[A-Za-z0-9+/]{1000,}={0,2}$/)
  })

  test('is made again from the same lessons to the last byte, and unpacks to what was packed', () => {
    const lessons = FINE.flatMap((text, i) => [
      { comment: said(text), label: 'fine' as const },
      { comment: said(SPAM[i] as string), label: 'spam' as const },
    ])
    const groups = [lessons.slice(0, 10), lessons.slice(10)]
    const kept = packStart(trainModel(groups))
    expect(packStart(trainModel(groups))).toEqual(kept)
    expect(packStart(unpackStart(kept))).toEqual(kept)
    const made = scorerOf(unpackStart(kept))
    for (const text of SPAM) expect(score(made, said(text)).spam).toBeGreaterThan(0.5)
    for (const text of FINE) expect(score(made, said(text)).spam).toBeLessThan(0.5)
  })
})

test('a language is met with the decisions of the site, and not met again once they are taken back', () => {
  const model = startModel()
  const asked = said('Die Brücke ist wieder gesperrt, und niemand weiß warum')
  const met = () => score(scorerOf(model), asked).met
  const before = met()
  const steps = ['Schon', 'Immer', 'Heute', 'Wieder'].map((first) =>
    learn(model, said(`${first} ist die Brücke wieder gesperrt, niemand weiß warum`), 'fine', NOBODY),
  )
  expect(met()).toBeGreaterThan(LEAST_MET)
  for (const step of steps.reverse()) unlearn(model, step)
  expect(met()).toBe(before)
})

test('lessons besides move what the others hardly have, and leave what those have taught as it was', () => {
  const lesson = (text: string, label: 'fine' | 'spam') => ({ comment: said(text), label })
  const groups = [0, 1].map((half) =>
    Array.from({ length: 60 }, (_, i) =>
      i % 2
        ? lesson(`subscribe now ${SPAM[(i + half) % 10]}`, 'spam')
        : lesson(FINE[(i + half) % 10] as string, 'fine'),
    ),
  )
  const besides = [Array.from({ length: 20 }, (_, i) => lesson(`subscribe to the gazette, quoth reader ${i}`, 'fine'))]
  const [plain, more] = [trainModel(groups), trainModel(groups, besides)]
  const of = (model: typeof plain, text: string) => score(scorerOf(model), said(text)).spam
  expect(of(more, 'subscribe to the gazette')).toBeLessThan(of(plain, 'subscribe to the gazette') - 0.2)
  const wordOf = (model: typeof plain) =>
    explain(scorerOf({ ...model, start: emptyModel().start }), featuresOf(said('subscribe')), 'spam', 99)
  expect(wordOf(more).find(({ words }) => words === '“subscribe”')).toEqual(
    wordOf(plain).find(({ words }) => words === '“subscribe”'),
  )
})

describe('reasons', () => {
  const scorer = scorerOf(startModel())

  test('name what speaks for spam and what against, the heaviest first', () => {
    const reasons = explain(scorer, featuresOf(said('Check out my channel, the ferry song!')), 'spam', 20)
    expect(reasons.some(({ words, weight }) => words === '“check out”' && weight > 0)).toBe(true)
    expect(reasons.some(({ weight }) => weight < 0)).toBe(true)
    const sizes = reasons.map(({ weight }) => Math.abs(weight))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
  })

  test('add up, all of them together, to the log odds but for where every comment starts', () => {
    const comment = said('Follow my page on wa.me/5550100 for free gifts')
    const all = explain(scorer, featuresOf(comment), 'spam', 10_000).reduce((sum, { weight }) => sum + weight, 0)
    const start = explain(scorer, featuresOf(said('')), 'spam', 10_000)
    expect(start.length).toBeGreaterThan(0)
    const { spam } = score(scorer, comment)
    const { slope, shift } = scorer.calibrations[0]
    const everyComment = Math.log(spam / (1 - spam)) - shift - all
    const other = said('The ferry was late again')
    const otherAll = explain(scorer, featuresOf(other), 'spam', 10_000).reduce((sum, { weight }) => sum + weight, 0)
    const { spam: otherSpam } = score(scorer, other)
    // What is left over is that one feature, a little stronger or weaker by how much else there is to say of the form.
    expect(Math.sign(everyComment)).toBe(Math.sign(Math.log(otherSpam / (1 - otherSpam)) - shift - otherAll))
    expect(Math.abs(everyComment)).toBeLessThan(4 * slope)
  })

  test('call a link by its domain', () => {
    const model = emptyModel()
    learn(model, said('look at https://www.cash.example.co.uk/start?x=1 or wa.me/5550100'), 'spam', NOBODY)
    const learnt = explain(scorerOf(model), featuresOf(said('example.co.uk and wa.me/5550199')), 'spam', 60).map(
      (one) => one.words,
    )
    expect(learnt).toEqual(expect.arrayContaining(['the link wa.me', 'the link example.co.uk']))
  })

  test('are the words as they can be read, and say that they were disguised', () => {
    const model = emptyModel()
    for (const text of ['get fr33 ch1ps', 'get fr\u200bee chips', 'g\u0435t free chips'])
      learn(model, said(text), 'spam', NOBODY)
    const reasonsFor = (text: string) =>
      explain(scorerOf(model), featuresOf(said(text)), 'spam', 60).map((one) => one.words)
    expect(reasonsFor('fr33 chips')).toEqual(
      expect.arrayContaining(['digits or symbols for letters', '“free”, written “fr33”']),
    )
    expect(reasonsFor('fr\u200bee chips')).toContain('invisible characters inside words')
    expect(reasonsFor('fr\u0435e chips')).toContain('look-alike letters from another script')
  })

  test('of the head for the rules are its own', () => {
    const model = emptyModel()
    learn(model, said('what a liar'), 'broke-rules', NOBODY)
    learn(model, said('what a kettle'), 'fine', NOBODY)
    const reasons = explain(scorerOf(model), featuresOf(said('liar')), 'rules')
    expect(reasons[0]).toMatchObject({ words: '“liar”' })
    expect(reasons[0]?.weight).toBeGreaterThan(0)
  })
})

describe('calibration', () => {
  const start = { slope: 1, shift: 0 }

  test('is the start where nothing was tried', () => {
    expect(fitCalibration([], start)).toEqual(start)
  })

  test('finds how much too sure the margins were', () => {
    // Of a hundred comments at each margin, as many were spam as a slope of 0.4 and a shift of 0.5 says.
    const trials = [-4, -2, 0, 2, 4].flatMap((margin) =>
      Array.from({ length: 100 }, (_, i) => ({ margin, was: i < 100 * logistic(0.4 * margin + 0.5), counts: 1 })),
    )
    const found = fitCalibration(trials, start)
    expect(Math.abs(found.slope - 0.4)).toBeLessThan(0.1)
    expect(Math.abs(found.shift - 0.5)).toBeLessThan(0.1)
  })

  test('never turns the order of comments round, however wrong the margins were', () => {
    const trials = Array.from({ length: 200 }, (_, i) => ({ margin: i % 2 ? 5 : -5, was: i % 2 === 0, counts: 1 }))
    expect(fitCalibration(trials, start).slope).toBeGreaterThan(0)
  })

  test('is learnt from what was said before the decision, so that a model proved wrong becomes less sure', () => {
    const model = startModel()
    const before = calibrationsOf(model)[0].slope
    for (let i = 0; i < 60; i++) {
      learn(model, said(`${SPAM[i % 10]} ${i}`), i % 4 ? 'fine' : 'spam', { author: null, campaign: `${i}` })
    }
    expect(calibrationsOf(model)[0].slope).toBeLessThan(before)
  })
})
